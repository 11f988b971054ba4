import Base
import HTML

/// Whom to tell, in which language, with which words of the organiser's own.
package struct NoticeForm: Hashable, Sendable {
    package let chosen: Set<String>
    package let language: Language
    package let message: String
    package static let longestMessage = 2000

    /// `value` gives a field's cleaned text, `all` every value of a field.
    package init(sent value: (String) -> String, all: (String) -> [String], reading: Language) throws {
        language = Language(rawValue: value("language")) ?? reading
        message = value("message")
        chosen = Set(all("to"))
        if message.count > NoticeForm.longestMessage { throw Complaints("message", "release.complaint.tooLong") }
    }
}
