import Base
import HTML

/// The form that gives or ends a role.
package struct RoleForm: Sendable {
    package var role = ""
    package var scope = ""
    package var part = ""
    package init(_ fields: [(name: String, value: String)]) {
        let line = FormLines(fields)
        role = line["role"]
        scope = line["scope"]
        part = line["part"]
    }

    package func grant() throws -> Grant {
        guard let chosen = Role(rawValue: role) else { throw Complaints("role", "people.refusal.role") }
        if scope.isEmpty, part.isEmpty { return Grant(chosen) }
        guard let place = Identifier(scope) else { throw Complaints("scope", "people.refusal.role") }
        return Grant(chosen, in: place, part: try RoleForm.part(part))
    }

    /// Nil where none was named.
    package static func part(_ text: String) throws -> Identifier? {
        if text.isEmpty { return nil }
        guard let part = Identifier(text) else { throw Complaints("part", "people.refusal.part") }
        return part
    }
}
