import Base

/// The fields of a form as cleaned single lines; a missing field reads as empty.
package struct FormLines: Sendable {
    private let lines: [String: String]

    package init(_ fields: [(name: String, value: String)] = []) {
        lines = Dictionary(fields.map { ($0.name, singleLine($0.value)) }, uniquingKeysWith: { first, _ in first })
    }
    package subscript(name: String) -> String { lines[name] ?? "" }

    /// One text in several languages from the fields `<prefix>_<tag>` and the free pair `<prefix>_tag` and `<prefix>_other`.
    /// The authentic one is told by `<prefix>_authentic`, and is the first that has a text otherwise.
    package func texts(_ prefix: String) -> Localized {
        var texts: [String: String] = [:]
        for (name, value) in lines where name.hasPrefix(prefix + "_") {
            let tag = String(name.dropFirst(prefix.count + 1))
            if FormLines.isTag(tag), !["tag", "other", "authentic"].contains(tag) { texts[tag] = value }
        }
        let free = self[prefix + "_tag"]
        if FormLines.isTag(free), !self[prefix + "_other"].isEmpty { texts[free] = self[prefix + "_other"] }
        let wanted = self[prefix + "_authentic"]
        let written = Localized(texts)
        if written[wanted] != nil { return Localized(texts, authentic: wanted) }
        return Localized(texts, authentic: written["en"] != nil ? "en" : written.tags.first ?? "en")
    }

    /// The form of a BCP 47 tag: `zh`, `zh-Hant`, `pt-BR`.
    package static func isTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4 else { return false }
        guard first.utf8.allSatisfy({ (97...122).contains($0) }) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { isLetterOrDigit($0) }
        }
    }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
