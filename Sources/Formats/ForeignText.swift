import Base

/// Texts of foreign files made ours: no control characters, no direction overrides, no HTML.
package enum ForeignText {
    /// One line; "" for what people without a value write into a field. `asWritten`: it is known to hold no HTML, and means
    /// what it says.
    package static func line(_ text: String, asWritten: Bool = false) -> String {
        guard !text.isEmpty else { return "" }
        if asWritten { return isPlain(text) ? text : singleLine(text) }
        let cleaned = isPlain(text) ? text : singleLine(looksLikeHTML(text) ? HTMLText.plain(text) : text)
        return isNothing(cleaned) ? "" : cleaned
    }

    /// Many lines, as plain text or Markdown; HTML is turned into it.
    package static func lines(_ text: String, asWritten: Bool = false) -> String {
        guard !text.isEmpty else { return "" }
        if asWritten { return String((isPlain(text) ? text : manyLines(text)).prefix(FormatLimits.text)) }
        let plain = looksLikeHTML(text) ? HTMLText.plain(text) : text
        let cleaned = isPlain(plain) ? plain : manyLines(plain)
        return isNothing(cleaned) ? "" : String(cleaned.prefix(FormatLimits.text))
    }

    /// It holds a character that a line should not: something was cleaned away.
    package static func isDirty(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                || (scalar.value < 32 && scalar != "\n" && scalar != "\r" && scalar != "\t") || scalar.value == 127
        }
    }

    /// Printable ASCII without blanks at its ends or in a row: most of what there is, and nothing to do.
    private static func isPlain(_ text: String) -> Bool {
        var last: UInt8 = 32
        for byte in text.utf8 {
            guard byte >= 32, byte < 127, byte != 32 || last != 32 else { return false }
            last = byte
        }
        return last != 32
    }

    private static func isNothing(_ text: String) -> Bool {
        guard text.utf8.count <= 4 else { return false }
        return ["none", "null", "nil", "n/a", "-", "–"].contains(text.lowercased())
    }

    /// A tag or an entity of HTML; neither `a < b` nor `R&D; more` is one.
    package static func looksLikeHTML(_ text: String) -> Bool {
        var previous: UInt8 = 0
        var name = 0
        for byte in text.utf8 {
            if name > 0 {
                if byte == UInt8(ascii: ";"), name > 1 { return true }
                name = name < 32 && (isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "#")) ? name + 1 : 0
            }
            if previous == UInt8(ascii: "<"), isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") {
                return true
            }
            if byte == UInt8(ascii: "&") { name = 1 }
            previous = byte
        }
        return false
    }
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

    /// An address that may be followed: http, https or a path on the source's own site. Anything else is nil.
    package static func address(_ text: String) -> String? {
        let trimmed = singleLine(text)
        guard !trimmed.isEmpty, trimmed.utf8.count <= 2000, !trimmed.contains(" ") else { return nil }
        let lower = trimmed.lowercased()
        if lower.hasPrefix("https://") || lower.hasPrefix("http://") { return trimmed.utf8.count > 8 ? trimmed : nil }
        let scheme = trimmed.prefix { !"/?#".contains($0) }
        return scheme.contains(":") || trimmed.hasPrefix("//") || trimmed.hasPrefix("\\") ? nil : trimmed
    }

    /// BCP 47 tags of what a file calls a language: `de`, `de_DE`, `German`, `en/de`.
    package static func languages(_ text: String) -> [String] {
        let parts = text.lowercased().split(whereSeparator: { "/,;|+& ()".contains($0) })
        var found: [String] = []
        for part in parts {
            let name = String(part)
            let shape = name.replacing("_", with: "-").split(separator: "-")
            let tag: String?
            if let known = names[name] {
                tag = known
            } else if let first = shape.first, (2...3).contains(first.utf8.count), first.utf8.allSatisfy({ isLetter($0) }) {
                tag = String(first)
            } else {
                tag = nil
            }
            if let tag, !["and", "und", "the", "mul", "zxx"].contains(tag), !found.contains(tag) { found.append(tag) }
        }
        return Array(found.prefix(10))
    }

    private static let names = [
        "english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "german": "de", "deutsch": "de", "french": "fr",
        "français": "fr", "französisch": "fr", "spanish": "es", "español": "es", "castellano": "es", "italian": "it",
        "italiano": "it", "portuguese": "pt", "português": "pt", "russian": "ru", "русский": "ru", "chinese": "zh",
        "中文": "zh", "arabic": "ar", "العربية": "ar", "dutch": "nl", "nederlands": "nl", "japanese": "ja", "polish": "pl",
        "polski": "pl", "czech": "cs", "čeština": "cs", "swedish": "sv", "klingon": "tlh",
    ]
}
