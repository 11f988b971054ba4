import Base

/// What one registration's holder answered, for herself: as JSON it can be read without us.
package struct AnswerExport: Encodable, Hashable, Sendable {
    package struct Line: Encodable, Hashable, Sendable {
        package let section: String
        package let question: String
        package let answer: String
    }
    package struct Said: Encodable, Hashable, Sendable {
        package let question: String
        package let given: Bool
        package let at: String
        package let source: String
        package let version: Int?
        package let wordingDigest: String
    }
    /// The number of the form's version.
    package let version: Int
    package let at: String
    package let answers: [Line]
    package let consents: [Said]

    init(_ version: QuestionnaireVersion, _ answers: Answers, at: Instant, consents: [Consent], _ language: Language) {
        self.version = version.number
        self.at = at.description
        self.answers = version.content.open.sections.flatMap { section in
            section.questions.compactMap { question in
                answers[question.id].map {
                    Line(
                        section: section.title.isEmpty ? section.purpose.rawValue : section.title.text(language),
                        question: question.label.text(language), answer: AnswerText.plain($0, to: question, language))
                }
            }
        }
        self.consents = consents.map { one in
            Said(
                question: version.content.question(one.question)?.label.text(language) ?? one.question.text, given: one.isGiven,
                at: one.at.description, source: one.source.rawValue,
                version: one.version == version.id ? version.number : nil, wordingDigest: one.digest)
        }
    }
}
