/// One text in several languages: BCP 47 tag → text, with the tag of the authentic one.
package struct Localized: Hashable, Sendable, Codable {
    package private(set) var texts: [String: String]
    package var authentic: String

    package init(_ text: String, _ tag: String = "en") {
        texts = text.isEmpty ? [:] : [tag: text]
        authentic = tag
    }
    package init(_ texts: [String: String], authentic: String = "en") {
        self.texts = texts.filter { !$0.value.isEmpty }
        self.authentic = authentic
    }
    package static let empty = Localized("")

    package var isEmpty: Bool { texts.isEmpty }
    /// Tags in a fixed order: the authentic one first, then by name.
    package var tags: [String] { texts.keys.sorted { ($0 == authentic ? "" : $0) < ($1 == authentic ? "" : $1) } }

    package subscript(tag: String) -> String? {
        get { texts[tag] }
        set { texts[tag] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// The text for a reader with the tag it is in: the reader's language, else the authentic one, else English, else the first.
    package func reading(_ language: Language) -> (text: String, tag: String) {
        if let text = texts[language.rawValue] { return (text, language.rawValue) }
        if let near = tags.first(where: { Language(tag: $0) == language }) { return (texts[near] ?? "", near) }
        if let text = texts[authentic] { return (text, authentic) }
        if let text = texts["en"] { return (text, "en") }
        guard let first = tags.first else { return ("", authentic) }
        return (texts[first] ?? "", first)
    }
    package func text(_ language: Language) -> String { reading(language).text }
}
