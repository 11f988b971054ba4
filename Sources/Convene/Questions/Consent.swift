import Base

/// One line of the log of consents: to which words somebody said yes or no, when, and where. Lines are added, never changed; the
/// last one of a question counts.
package struct Consent: Hashable, Sendable, Codable {
    package enum Source: String, CaseIterable, Sendable, Codable, Hashable {
        /// The form of the registration.
        case form
        /// The holder's own page, later.
        case page
        /// Somebody at the desk, who was asked to.
        case desk
        /// A program.
        case api
    }
    package let question: Identifier
    package let version: Identifier
    package let purpose: QuestionSection.Purpose
    /// SHA-256 of the question's wording in all its languages, hexadecimal.
    package let digest: String
    /// In which of our languages it was read.
    package let language: Language
    package let isGiven: Bool
    package let at: Instant
    package let source: Source

    package init(
        question: Identifier, version: Identifier, purpose: QuestionSection.Purpose, digest: String, language: Language,
        isGiven: Bool, at: Instant, source: Source
    ) {
        self.question = question
        self.version = version
        self.purpose = purpose
        self.digest = digest
        self.language = language
        self.isGiven = isGiven
        self.at = at
        self.source = source
    }
}
