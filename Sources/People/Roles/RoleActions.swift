import Base
import Store
import Web

/// Giving and taking roles. Everywhere it is for administrators; within an event, for its organisers, up to their own
/// role. In one part of an event there are editors alone. A change of roles ends the person's sessions, so that nothing is
/// done by a role that has gone.
package enum RoleActions {
    package static func grant(_ grant: Grant, to person: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try permitted(grant, viewer)
        let person = try existing(person, in: tx)
        guard try RoleStore.insert(grant, to: person.id, by: viewer.person, in: tx) else {
            throw Refusal(.conflict, "people.refusal.hasRole", field: "role")
        }
        try say("role.granted", grant, person, viewer, tx)
    }

    package static func revoke(_ grant: Grant, from person: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try permitted(grant, viewer)
        let person = try existing(person, in: tx)
        guard try RoleStore.delete(grant, of: person.id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        if grant == Grant(.administrator), try RoleStore.administrators(in: tx) == 0 {
            throw Refusal(.conflict, "people.refusal.lastAdministrator", field: "role")
        }
        try say("role.revoked", grant, person, viewer, tx)
    }

    /// The first administrator's role, which nobody could have given. Refused as soon as there is one.
    static func grantFirst(to person: Person, in tx: Writer) throws {
        guard try RoleStore.administrators(in: tx) == 0 else { throw Refusal(.gone, "signin.refusal.administrator") }
        _ = try RoleStore.insert(Grant(.administrator), to: person.id, by: nil, in: tx)
        try tx.audit("role.granted", by: nil, on: "person", person.id, after: json(Grant(.administrator)))
        try tx.note(Note(name: "role.granted", reference: PersonActions.reference(person), payload: ["role": "administrator"]))
    }

    /// Who may give and take that role; an invitation with it is hers, too.
    static func permitted(_ grant: Grant, _ viewer: Viewer?) throws -> Viewer {
        guard let scope = grant.scope else {
            let viewer = try viewer.demand(.administrator)
            guard grant.part == nil else { throw Refusal(.invalid, "people.refusal.part", field: "part") }
            return viewer
        }
        let viewer = try viewer.demand(.organiser, in: scope)
        guard grant.role <= .organiser else { throw Refusal(.invalid, "people.refusal.scope", field: "role") }
        guard grant.part == nil || grant.role == .editor else {
            throw Refusal(.invalid, "people.refusal.part", field: "part")
        }
        return viewer
    }

    private static func existing(_ id: Identifier, in tx: Reader) throws -> Person {
        guard let found = try PersonStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        return found
    }

    private static func say(_ verb: String, _ grant: Grant, _ person: Person, _ viewer: Viewer, _ tx: Writer) throws {
        try SessionStore.closeAll(of: person.id, in: tx)
        try tx.audit(verb, by: viewer.person, on: "person", person.id, after: json(grant))
        try tx.note(
            Note(
                name: verb, reference: PersonActions.reference(person),
                payload: ["role": grant.role.rawValue, "scope": grant.scope?.text ?? "", "part": grant.part?.text ?? ""]))
    }
}
