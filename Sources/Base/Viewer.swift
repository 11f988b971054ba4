/// What someone may do, and where.
package enum Role: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// Looks at an event's drafts and changes nothing.
    case reader
    /// Edits an event's draft.
    case editor
    /// Runs an event: edits, publishes, gives roles in it.
    case organiser
    /// Runs the alliance's year: every event, organisations, memberships.
    case secretariat
    /// Runs the installation, too.
    case administrator

    private var rank: Int { Role.allCases.firstIndex(of: self) ?? 0 }
    package static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
}

/// A role everywhere (`scope` nil) or in one event.
package struct Grant: Hashable, Sendable, Codable {
    package let role: Role
    package let scope: Identifier?
    package init(_ role: Role, in scope: Identifier? = nil) {
        self.role = role
        self.scope = scope
    }
}

/// Who is asking: a signed-in person with roles. Anonymous visitors have none; verbs then get nil.
package struct Viewer: Hashable, Sendable {
    package let person: Identifier
    package let name: String
    package let grants: Set<Grant>
    package init(person: Identifier, name: String, grants: Set<Grant>) {
        self.person = person
        self.name = name
        self.grants = grants
    }

    /// Has this role or a higher one, everywhere or in that event.
    package func may(_ role: Role, in scope: Identifier? = nil) -> Bool {
        grants.contains { $0.role >= role && ($0.scope == nil || $0.scope == scope) }
    }
    /// The events in which there is a role, besides those from a role everywhere.
    package var scopes: Set<Identifier> { Set(grants.compactMap(\.scope)) }
}

extension Viewer? {
    /// Lets pass whoever has the role; else says whether signing in could help.
    package func demand(_ role: Role, in scope: Identifier? = nil) throws -> Viewer {
        guard let viewer = self else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard viewer.may(role, in: scope) else { throw Refusal(.forbidden, "refusal.forbidden") }
        return viewer
    }
}
