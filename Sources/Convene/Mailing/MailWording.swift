import Base

/// A letter's subject and text as an organiser wrote them, in as many languages as she knows: each language has both.
package struct MailWording: Hashable, Sendable, Codable {
    package var subject: Localized
    package var text: Localized
    package init(subject: Localized = .empty, text: Localized = .empty) {
        self.subject = subject
        self.text = text
    }
    package var isEmpty: Bool { text.isEmpty }

    /// What somebody gets who reads `language`: both parts in one language.
    package func reading(_ language: Language) -> (subject: String, text: String, language: Language) {
        let (body, tag) = text.reading(language)
        return (subject[tag] ?? subject.text(language), body, Language(tag: tag) ?? language)
    }
    package var languages: [Language] { Language.allCases.filter { text[$0.rawValue] != nil } }
}
