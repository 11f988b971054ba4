import Base
import HTML

/// The form that gives or ends a role.
package struct RoleForm: Sendable {
    package var role = ""
    package var scope = ""
    package init(_ fields: [(name: String, value: String)]) {
        let line = FormLines(fields)
        role = line["role"]
        scope = line["scope"]
    }

    package func grant() throws -> Grant {
        guard let chosen = Role(rawValue: role) else { throw Complaints("role", "people.refusal.role") }
        if scope.isEmpty { return Grant(chosen) }
        guard let place = Identifier(scope) else { throw Complaints("scope", "people.refusal.role") }
        return Grant(chosen, in: place)
    }
}
