import Base
import HTML

/// The message of a release: at least one language, the reader's own first.
package enum ReleaseForm {
    package static func field(_ language: Language) -> String { "message-\(language.rawValue)" }

    /// `value` gives a field's cleaned text.
    package static func message(sent value: (String) -> String, writing: Language, isNeeded: Bool) throws -> Localized {
        var texts: [String: String] = [:]
        for language in Language.allCases { texts[language.rawValue] = value(field(language)) }
        let filled = [writing] + Language.allCases
        let authentic = filled.first { texts[$0.rawValue]?.isEmpty == false } ?? writing
        let message = Localized(texts, authentic: authentic.rawValue)
        if isNeeded, message.isEmpty { throw Complaints(field(writing), "release.complaint.message") }
        for language in Language.allCases where (message[language.rawValue] ?? "").count > 2000 {
            throw Complaints(field(language), "release.complaint.tooLong")
        }
        return message
    }
}
