import Base
import HTML

/// The form that asks for a letter.
package struct SignInForm: Sendable {
    package var email = ""
    package init() {}
    package init(_ fields: [(name: String, value: String)]) { email = FormLines(fields)["email"] }

    /// The address as typed. Only its form is looked at: whether we know it is never said.
    package func address() throws -> String {
        guard Person.isEmail(email) else { throw Complaints("email", "people.refusal.email") }
        return email
    }
}
