import Base
import HTML

/// The form that invites somebody to a role.
package struct InvitationForm: Sendable {
    package var email = ""
    package var role = Role.reader.rawValue
    package var part = ""
    package var language = ""
    package init() {}
    package init(_ fields: [(name: String, value: String)]) {
        let line = FormLines(fields)
        email = line["email"]
        role = line["role"]
        part = line["part"]
        language = line["language"]
    }

    /// What was asked for; the letter's language is the page's where none was chosen.
    /// `parts` are those that there are.
    package func draft(in scope: Identifier?, parts: [Identifier] = [], language page: Language) throws -> (
        email: String, grant: Grant, language: Language
    ) {
        var complaints = Complaints()
        if !Person.isEmail(email) { complaints.add("email", "people.refusal.email") }
        let chosen = Role(rawValue: role)
        if chosen == nil { complaints.add("role", "people.refusal.role") }
        let bound = part.isEmpty ? nil : Identifier(part)
        // A part of another event would open nothing, and say that it did.
        if !part.isEmpty, chosen != .editor || !parts.contains(where: { $0 == bound }) {
            complaints.add("part", "people.refusal.part")
        }
        guard complaints.isEmpty, let chosen else { throw complaints }
        return (email, Grant(chosen, in: scope, part: bound), Language(rawValue: language) ?? page)
    }
}
