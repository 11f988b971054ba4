import Base
import HTML

/// The form at the door: an address, and a password or none, where a letter is sent instead.
package struct SignInForm: Sendable {
    package var email = ""
    /// As it was typed: blanks belong to it.
    package var password = ""
    package var next: NextPath?
    package init(next: NextPath? = nil) { self.next = next }
    package init(_ fields: [(name: String, value: String)]) {
        email = FormLines(fields)["email"]
        password = fields.first { $0.name == "password" }?.value ?? ""
        next = NextPath(fields.first { $0.name == "next" }?.value)
    }

    /// The address as typed. Only its form is looked at: whether we know it is never said.
    package func address() throws -> String {
        guard Person.isEmail(email) else { throw Complaints("email", "people.refusal.email") }
        return email
    }
}
