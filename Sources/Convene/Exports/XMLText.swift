/// XML 1.0 as it is written down: escaped, without the characters that XML does not allow, indented. Octet by octet.
package struct XMLText: Sendable {
    private var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0
    package init() { bytes.reserveCapacity(65_536) }
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        begin(name, attributes)
        bytes += ">\n".utf8
        depth += 1
    }
    package mutating func close(_ name: String) {
        depth -= 1
        indent()
        end(name)
    }
    package mutating func empty(_ name: String, _ attributes: [(String, String)]) {
        begin(name, attributes)
        bytes += "/>\n".utf8
    }
    package mutating func element(_ name: String, _ text: String) { element(name, [], text) }
    package mutating func element(_ name: String, _ attributes: [(String, String)], _ text: String) {
        begin(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        XMLText.escape(text, into: &bytes)
        end(name)
    }

    private mutating func begin(_ name: String, _ attributes: [(String, String)]) {
        indent()
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += key.utf8
            bytes += "=\"".utf8
            XMLText.escape(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }
    private mutating func end(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes += ">\n".utf8
    }
    private mutating func indent() { bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth) }

    package static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        escape(text, into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private static func escape(_ text: String, into out: inout [UInt8]) {
        var text = text
        text.withUTF8 { all in
            var index = 0
            while index < all.count {
                let byte = all[index]
                index += 1
                switch byte {
                case UInt8(ascii: "&"): out += "&amp;".utf8
                case UInt8(ascii: "<"): out += "&lt;".utf8
                case UInt8(ascii: ">"): out += "&gt;".utf8
                case UInt8(ascii: "\""): out += "&quot;".utf8
                case UInt8(ascii: "'"): out += "&apos;".utf8
                case 9, 10: out.append(byte)
                case 0..<32, 127: break
                // U+0080 to U+009F; U+FFFE and U+FFFF.
                case 0xC2 where index < all.count && all[index] < 0xA0: index += 1
                case 0xEF where index + 1 < all.count && all[index] == 0xBF && all[index + 1] >= 0xBE: index += 2
                default: out.append(byte)
                }
            }
        }
    }
}
