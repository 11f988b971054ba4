import Base

/// Which registrations of an event somebody looks at, or writes to.
package struct RegistrationFilter: Hashable, Sendable, Codable {
    package var category: Identifier?
    /// None: all but those whose form is still being filled.
    package var states: Set<Registration.State>
    /// Part of a name, an organisation, an address or the number, whatever its case and marks.
    package var text: String
    package init(category: Identifier? = nil, states: Set<Registration.State> = [], text: String = "") {
        self.category = category
        self.states = states
        self.text = text
    }
}
