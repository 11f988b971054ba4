import Base

/// The form of one's own password. Passwords are taken as they were typed or pasted: blanks belong to them.
package struct PasswordForm: Sendable {
    /// The one that she has, where it must prove who she is.
    package let old: String
    package let new: String

    package init(_ fields: [(name: String, value: String)] = []) {
        old = fields.first { $0.name == "old" }?.value ?? ""
        new = fields.first { $0.name == "password" }?.value ?? ""
    }
}
