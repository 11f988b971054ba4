import Base
import Store

/// What can be done to the register of persons. It is the secretariat's.
package enum PersonActions {
    package static func add(_ draft: PersonDraft, by viewer: Viewer?, in tx: Writer) throws -> Person {
        let viewer = try viewer.demand(.secretariat)
        let person = try admitted(draft, as: tx.newID(), in: tx)
        try PersonStore.insert(person, in: tx)
        try say("person.added", person, before: nil, viewer.person, tx)
        return person
    }

    package static func change(_ id: Identifier, to draft: PersonDraft, by viewer: Viewer?, in tx: Writer) throws -> Person {
        let viewer = try viewer.demand(.secretariat)
        let before = try existing(id, in: tx)
        // Whoever sets an address can sign in by it: that of a person with roles is for administrators to set.
        let moved = before.email.map(Person.folded) != draft.email.map(Person.folded)
        if moved, try !RoleStore.grants(of: id, in: tx).isEmpty { _ = try Viewer?.some(viewer).demand(.administrator) }
        let person = try admitted(draft, as: id, in: tx)
        try PersonStore.update(person, in: tx)
        try say("person.changed", person, before: before, viewer.person, tx)
        return person
    }

    package static func affiliate(
        _ id: Identifier, with organisation: Identifier, title: String, from: CalendarDate? = nil, until: CalendarDate? = nil,
        by viewer: Viewer?, in tx: Writer
    ) throws -> Affiliation {
        let viewer = try viewer.demand(.secretariat)
        let person = try existing(id, in: tx)
        guard try OrganisationStore.find(organisation, in: tx) != nil else {
            throw Refusal(.invalid, "people.refusal.organisation", field: "organisation")
        }
        if let from, let until, until < from { throw Refusal(.invalid, "people.refusal.order", field: "until") }
        let affiliation = Affiliation(
            id: tx.newID(), person: id, organisation: organisation, title: title, from: from, until: until)
        try PersonStore.insert(affiliation, in: tx)
        try tx.audit("person.affiliated", by: viewer.person, on: "person", id, after: json(affiliation))
        try tx.note(Note(name: "person.affiliated", reference: PersonActions.reference(person), payload: [:]))
        return affiliation
    }

    /// Someone with that address for an event's programme: whoever has it already, else a new person without any role.
    /// It is for that event's organisers, who learn nothing of the person but that there is one.
    package static func admit(_ draft: PersonDraft, in event: Identifier, by viewer: Viewer?, in tx: Writer) throws -> Person {
        let viewer = try viewer.demand(.organiser, in: event)
        guard let email = draft.email, Person.isEmail(email) else {
            throw Refusal(.invalid, "people.refusal.email", field: "email")
        }
        if let known = try PersonStore.find(email: email, in: tx) { return known }
        let person = try admitted(draft, as: tx.newID(), in: tx)
        try PersonStore.insert(person, in: tx)
        try say("person.added", person, before: nil, viewer.person, tx)
        return person
    }

    /// The first administrator, whom a one-time link made: nobody could have asked for it.
    static func addFirst(_ draft: PersonDraft, in tx: Writer) throws -> Person {
        let person = try admitted(draft, as: tx.newID(), in: tx)
        try PersonStore.insert(person, in: tx)
        try say("person.added", person, before: nil, nil, tx)
        return person
    }

    /// Somebody who accepts an invitation and is not in the register yet: whoever invited her answers for her.
    static func addInvited(_ draft: PersonDraft, by inviter: Identifier, in tx: Writer) throws -> Person {
        let person = try admitted(draft, as: tx.newID(), in: tx)
        try PersonStore.insert(person, in: tx)
        try say("person.added", person, before: nil, inviter, tx)
        return person
    }

    static func reference(_ person: Person) -> Reference {
        Reference(kind: "person", id: person.id, title: Localized(person.name, "und"), path: "/desk/people/\(person.id)")
    }

    private static func existing(_ id: Identifier, in tx: Reader) throws -> Person {
        guard let found = try PersonStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        return found
    }

    private static func admitted(_ draft: PersonDraft, as id: Identifier, in tx: Reader) throws -> Person {
        guard !draft.name.isEmpty else { throw Refusal(.invalid, "people.refusal.nameless", field: "name") }
        if let email = draft.email {
            guard Person.isEmail(email) else { throw Refusal(.invalid, "people.refusal.email", field: "email") }
            if let other = try PersonStore.find(email: email, in: tx), other.id != id {
                throw Refusal(.conflict, "people.refusal.emailTaken", field: "email")
            }
        }
        return Person(id: id, name: draft.name, latin: draft.latin, sortKey: draft.sortKey, email: draft.email)
    }

    /// Personal data stays out of notes: they name the person, no address.
    private static func say(_ verb: String, _ person: Person, before: Person?, _ actor: Identifier?, _ tx: Writer) throws {
        try tx.audit(verb, by: actor, on: "person", person.id, before: before.map { json($0) }, after: json(person))
        try tx.note(Note(name: verb, reference: reference(person), payload: [:]))
    }
}
