import Base
import Foundation

/// Foreign HTML as plain text with the little Markdown that keeps its meaning: paragraphs, list items, links to web pages.
/// It is not a browser's reading and needs not be: nothing of the HTML survives, so nothing in it can do harm.
package enum HTMLText {
    package static func plain(_ html: String) -> String {
        var reader = Scanner(Array(html.utf8))
        reader.run()
        return reader.text
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var index = 0
        private var out: [UInt8] = []
        /// Where a link goes that was opened, and where its text begins in `out`.
        private var link: (address: String, start: Int)?
        /// The next `>` at or behind `index`, when it was last looked for: a text of nothing but `</` is searched once.
        private var closing = -1

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            out.reserveCapacity(bytes.count)
        }

        var text: String {
            steadied(String(decoding: out, as: UTF8.self)).split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.trimmed }.reduce(into: [String]()) { lines, line in
                    if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
                }
                .joined(separator: "\n").trimmed
        }

        mutating func run() {
            while index < bytes.count {
                let byte = bytes[index]
                switch byte {
                case UInt8(ascii: "<"): tag()
                case UInt8(ascii: "&"): entity()
                case 9, 10, 13, 32:
                    if out.last != 32 && out.last != 10 { out.append(32) }
                    index += 1
                default:
                    out.append(byte)
                    index += 1
                }
            }
            closeLink()
        }

        private mutating func tag() {
            let isName = index + 1 < bytes.count && (isLetter(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "/"))
            let isOther = index + 1 < bytes.count && [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index + 1])
            if closing < index { closing = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
            let end = closing
            // A tag of more bytes is none.
            guard isName || isOther, end < bytes.count, end - index < 4_000 else {
                out.append(bytes[index])
                index += 1
                return
            }
            let inside = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            index = end + 1
            let isClosing = inside.hasPrefix("/")
            let name = inside.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            switch name {
            case "script", "style": if !isClosing { skip(to: name) }
            case "br": out.append(10)
            case "p", "div", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "hr":
                out += [10, 10]
            case "li": if !isClosing { out += Array("\n- ".utf8) }
            case "tr": out.append(10)
            case "a": isClosing ? closeLink() : openLink(inside)
            default: break
            }
        }

        private mutating func skip(to name: String) {
            let ending = Array("</\(name)".utf8)
            while index < bytes.count {
                if bytes[index] == ending[0], bytes[index...].prefix(ending.count).map({ $0 | 32 }) == ending.map({ $0 | 32 }) {
                    return
                }
                index += 1
            }
        }

        private mutating func openLink(_ inside: String) {
            closeLink()
            guard let at = inside.range(of: "href", options: .caseInsensitive) else { return }
            let rest = inside[at.upperBound...].drop { $0 == " " || $0 == "=" }
            let address: Substring
            if let quote = rest.first, quote == "\"" || quote == "'" {
                address = rest.dropFirst().prefix { $0 != quote }
            } else {
                address = rest.prefix { $0 != " " && $0 != ">" }
            }
            let lower = address.lowercased()
            guard lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("mailto:"),
                !address.contains(where: { " ()<>\"".contains($0) || $0.isNewline })
            else { return }
            link = (String(address), out.count)
            out.append(UInt8(ascii: "["))
        }

        private mutating func closeLink() {
            guard let open = link else { return }
            link = nil
            let text = steadied(String(decoding: out[(open.start + 1)...], as: UTF8.self)).trimmed
            out.removeSubrange(open.start...)
            let isBare = text.isEmpty || text.utf8.elementsEqual(open.address.utf8)
            out += Array((isBare ? open.address : "[\(text)](\(open.address))").utf8)
        }

        private mutating func entity() {
            let limit = min(bytes.count, index + 34)
            guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")),
                let text = HTMLText.entity(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            else {
                out.append(bytes[index])
                index += 1
                return
            }
            out += Array(text.utf8)
            index = end + 1
        }

        private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
    }

    private static func entity(_ name: String) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value >= 32 || value == 10 || value == 9, let scalar = Unicode.Scalar(value) else { return nil }
            return String(Character(scalar))
        }
        return names[name]
    }

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—", "hellip": "…",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»", "bull": "•", "middot": "·",
        "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "sect": "§", "deg": "°", "times": "×", "shy": "",
        "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
        "egrave": "è", "ecirc": "ê", "agrave": "à", "acirc": "â", "ccedil": "ç", "iacute": "í", "oacute": "ó", "uacute": "ú",
        "aacute": "á", "ntilde": "ñ", "atilde": "ã", "otilde": "õ", "ocirc": "ô", "icirc": "î", "iuml": "ï", "oslash": "ø",
        "aring": "å", "aelig": "æ", "rarr": "→", "larr": "←", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    ]
}

extension StringProtocol {
    /// Without blanks and line ends at both ends.
    package var trimmed: String {
        // Most texts have none: an ASCII letter at an end is a character that is no blank.
        if let first = unicodeScalars.first, let last = unicodeScalars.last, (33...126).contains(first.value),
            (33...126).contains(last.value)
        {
            return String(self)
        }
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        guard start < endIndex, let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[start...last])
    }
}
