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

/// A role everywhere (`scope` nil), in one event, or in one part of it.
package struct Grant: Hashable, Sendable, Codable {
    package let role: Role
    package let scope: Identifier?
    /// The one part of the event that the role is bound to, a track of its programme; nil for all of it.
    package let part: Identifier?
    package init(_ role: Role, in scope: Identifier? = nil, part: Identifier? = nil) {
        self.role = role
        self.scope = scope
        self.part = part
    }

    /// What it is worth where no part is named: who works on a part looks at the whole.
    fileprivate var wide: Role { part == nil ? role : min(role, .reader) }
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

    /// Has this role or a higher one, everywhere or in the whole of that event.
    package func may(_ role: Role, in scope: Identifier? = nil) -> Bool {
        grants.contains { $0.wide >= role && ($0.scope == nil || $0.scope == scope) }
    }
    /// The parts of that event in which there is this role or a higher one.
    package func parts(_ role: Role, in scope: Identifier) -> Set<Identifier> {
        Set(grants.filter { $0.scope == scope && $0.role >= role }.compactMap(\.part))
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
    /// Lets pass whoever has the role in the whole event or in a part of it: the first question of what may be done with
    /// parts; which part it is about must be asked, too.
    package func demandSome(_ role: Role, in scope: Identifier) throws -> Viewer {
        guard let viewer = self else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard viewer.may(role, in: scope) || !viewer.parts(role, in: scope).isEmpty else {
            throw Refusal(.forbidden, "refusal.forbidden")
        }
        return viewer
    }
    /// Lets pass whoever has the role in the whole event or in that part; what stands in no part is for the former alone.
    package func demand(_ role: Role, in scope: Identifier, part: Identifier?) throws -> Viewer {
        let viewer = try demandSome(role, in: scope)
        if viewer.may(role, in: scope) { return viewer }
        guard let part, viewer.parts(role, in: scope).contains(part) else {
            throw Refusal(.forbidden, "refusal.otherPart")
        }
        return viewer
    }
}
