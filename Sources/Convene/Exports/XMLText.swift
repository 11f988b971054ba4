/// XML 1.0 as it is written down: escaped, without the characters that XML does not allow, indented.
package struct XMLText: Sendable {
    private var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0
    package init() {}
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        begin(name, attributes)
        bytes += ">\n".utf8
        depth += 1
    }
    package mutating func close(_ name: String) {
        depth -= 1
        indent()
        bytes += "</\(name)>\n".utf8
    }
    package mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        begin(name, attributes)
        bytes += "/>\n".utf8
    }
    package mutating func element(_ name: String, _ text: String) {
        begin(name, [])
        bytes += ">\(XMLText.escaped(text))</\(name)>\n".utf8
    }

    private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
        indent()
        bytes += "<\(name)".utf8
        for (key, value) in attributes { bytes += " \(key)=\"\(XMLText.escaped(value))\"".utf8 }
    }
    private mutating func indent() { bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth) }

    package static func escaped(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "'": out.append(contentsOf: "&apos;".unicodeScalars)
            case "\n", "\t": out.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
