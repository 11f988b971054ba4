import Base
import HTML

/// The wording of a letter in one of its languages: text in → the wording in all of them, or complaints with their places.
package struct MailWordingForm: Sendable {
    package var language: Language
    package var subject: String
    package var text: String

    /// `line` and `text` give a field's cleaned text.
    package init(sent line: (String) -> String, text: (String) -> String, reading page: Language) {
        language = Language(rawValue: line("in")) ?? page
        subject = line("subject")
        self.text = text("text")
    }

    /// What stands in the form before anything is typed.
    package init(_ wording: MailWording, house: MailWording, _ language: Language) {
        let tag = language.rawValue
        self.language = language
        let own = wording.text[tag] == nil ? house : wording
        subject = own.subject[tag] ?? ""
        text = own.text[tag] ?? ""
    }

    package var isEmpty: Bool { subject.isEmpty && text.isEmpty }

    /// Empty in this language takes it out; one part without the other is refused.
    package func wording(_ before: MailWording, for occasion: MailOccasion) throws -> MailWording {
        var complaints = Complaints()
        if subject.isEmpty != text.isEmpty { complaints.add(subject.isEmpty ? "subject" : "text", "mailing.refusal.half") }
        for (field, written) in [("subject", subject), ("text", text)] {
            do { _ = try MailTemplate(written, for: occasion, isLine: field == "subject") } catch let faults
                as MailTemplate.Faults
            {
                for one in faults.all { complaints.add(field, "mailing.fault.\(one.kind.rawValue)", arguments(one, occasion)) }
            }
        }
        guard complaints.isEmpty else { throw complaints }
        var after = before
        let isFirst = before.isEmpty
        let tag = language.rawValue
        after.subject[tag] = subject
        after.text[tag] = text
        if isFirst || after.text[after.text.authentic] == nil {
            let first = isFirst ? tag : after.text.tags.first ?? tag
            after.subject.authentic = first
            after.text.authentic = first
        }
        return after
    }

    private func arguments(_ fault: MailTemplate.Fault, _ occasion: MailOccasion) -> [String: String] {
        [
            "line": String(fault.line), "column": String(fault.column), "found": fault.found,
            "fields": occasion.fields.map { "{\($0.rawValue)}" }.joined(separator: " "),
        ]
    }
}

/// To whom a mailing goes: text in → an audience.
package enum MailAudienceForm {
    package static func read(_ line: (String) -> String) -> MailAudience {
        let state = Registration.State(rawValue: line("state"))
        return MailAudience(
            RegistrationFilter(
                category: Identifier(line("category")), states: state.map { [$0] } ?? [], text: String(line("q").prefix(100))),
            language: Language(rawValue: line("language")))
    }
}
