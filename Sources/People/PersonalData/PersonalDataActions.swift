import Base
import Store
import Web

/// What a person can do with all that is held of her, and what the secretariat can do about two entries of one person.
package enum PersonalDataActions {
    /// What is held of the viewer.
    package static func export(_ records: [PersonalRecord], by viewer: Viewer?, in tx: Reader) throws -> PersonalExport {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let person = try PersonStore.find(viewer.person, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        let sections = try records.map { record in
            PersonalExport.Section(name: record.name, rows: try PersonalStore.rows(record, of: person.id, in: tx))
        }
        let files = try records.flatMap { try PersonalStore.files($0, of: person.id, in: tx) }
        return PersonalExport(person: person, sections: sections, files: files)
    }

    /// Erases the viewer: what can go goes, what must stay loses its tie to her name. `typed` is her own address or name,
    /// which she repeats so that no slip does this.
    package static func erase(_ records: [PersonalRecord], typed: String, by viewer: Viewer?, in tx: Writer) throws {
        guard let viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let person = try PersonStore.find(viewer.person, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        let expected = person.email.map(Person.folded) ?? person.name
        guard typed == expected || Person.folded(typed) == expected else {
            throw Refusal(.invalid, "personal.refusal.typed", field: "typed")
        }
        try demandNotLast(person.id, in: tx)
        try SessionStore.closeAll(of: person.id, in: tx)
        for record in records {
            if case .removed(let remove) = record.erasure { try remove(person.id, tx) }
        }
        try PersonalStore.blank(person.id, in: tx)
        try tx.audit("person.erased", by: person.id, on: "person", person.id)
        try tx.note(Note(name: "person.erased", reference: erased(person.id)))
        try tx.changed(ProfileActions.topic(person.id))
    }

    /// Makes two entries of one person one: all that belongs to `dropped` goes to `kept`, but for roles and ways to sign in.
    @discardableResult
    package static func merge(
        _ dropped: Identifier, into kept: Identifier, _ records: [PersonalRecord], by viewer: Viewer?, in tx: Writer
    ) throws -> Person {
        let viewer = try viewer.demand(.secretariat)
        guard dropped != kept else { throw Refusal(.invalid, "personal.refusal.same", field: "other") }
        guard let gone = try PersonStore.find(dropped, in: tx), var stays = try PersonStore.find(kept, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        // Whoever has roles can be merged by administrators alone: an address that moves is a way in.
        if try !RoleStore.grants(of: dropped, in: tx).isEmpty || !RoleStore.grants(of: kept, in: tx).isEmpty {
            _ = try Viewer?.some(viewer).demand(.administrator)
        }
        try demandNotLast(dropped, in: tx)
        let before = json([gone, stays])
        try SessionStore.closeAll(of: dropped, in: tx)
        for record in records { try record.merge(dropped, kept, tx) }
        try PersonalStore.remove(dropped, in: tx)
        stays.latin = stays.latin ?? gone.latin
        stays.sortKey = stays.sortKey ?? gone.sortKey
        stays.email = stays.email ?? gone.email
        try PersonStore.update(stays, in: tx)
        try tx.audit("person.merged", by: viewer.person, on: "person", kept, before: before, after: json(stays))
        try tx.note(Note(name: "person.merged", reference: PersonActions.reference(stays), payload: ["from": dropped.text]))
        try tx.changed(ProfileActions.topic(kept))
        return stays
    }

    private static func demandNotLast(_ person: Identifier, in tx: Reader) throws {
        let mine = try RoleStore.grants(of: person, in: tx).contains { $0.role == .administrator && $0.scope == nil }
        guard try !mine || RoleStore.administrators(in: tx) > 1 else {
            throw Refusal(.conflict, "personal.refusal.lastAdministrator")
        }
    }

    private static func erased(_ id: Identifier) -> Reference {
        Reference(kind: "person", id: id, title: Localized("—", "und"), path: "/desk/people/\(id)")
    }
}
