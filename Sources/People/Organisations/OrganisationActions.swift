import Base
import Store

/// What can be done to the register of organisations. It is the secretariat's.
package enum OrganisationActions {
    package static func register(_ draft: OrganisationDraft, by viewer: Viewer?, in tx: Writer) throws -> Organisation {
        let viewer = try viewer.demand(.secretariat)
        guard Organisation.isSlug(draft.slug) else { throw Refusal(.invalid, "people.refusal.slug", field: "slug") }
        guard !draft.names.isEmpty else { throw Refusal(.invalid, "people.refusal.nameless", field: "name_en") }
        guard try OrganisationStore.find(slug: draft.slug, in: tx) == nil else {
            throw Refusal(.conflict, "people.refusal.slugTaken", ["slug": draft.slug], field: "slug")
        }
        let organisation = Organisation(
            id: tx.newID(), slug: draft.slug, kind: draft.kind, country: draft.country, ror: draft.ror, website: draft.website,
            history: [DatedName(from: nil, names: draft.names)], today: tx.now.wall().date)
        try OrganisationStore.insert(organisation, in: tx)
        try say("organisation.registered", organisation, before: nil, viewer, tx)
        return organisation
    }

    /// Changes all but the names, which are renamed with a date, and the slug: addresses are for ever.
    package static func change(_ id: Identifier, to draft: OrganisationDraft, by viewer: Viewer?, in tx: Writer) throws
        -> Organisation
    {
        let viewer = try viewer.demand(.secretariat)
        let before = try existing(id, in: tx)
        var organisation = before
        organisation.kind = draft.kind
        organisation.country = draft.country
        organisation.ror = draft.ror
        organisation.website = draft.website
        try OrganisationStore.update(organisation, in: tx)
        try say("organisation.changed", organisation, before: before, viewer, tx)
        return organisation
    }

    /// Gives it a new name from a date on; the old one stays true for the time before. Without a date the first name is corrected.
    package static func rename(
        _ id: Identifier, to names: Localized, from: KnownDate?, by viewer: Viewer?, in tx: Writer
    ) throws -> Organisation {
        let viewer = try viewer.demand(.secretariat)
        let before = try existing(id, in: tx)
        guard !names.isEmpty else { throw Refusal(.invalid, "people.refusal.nameless", field: "name_en") }
        try OrganisationStore.add(DatedName(from: from, names: names), to: id, in: tx)
        let organisation = try existing(id, in: tx)
        try say("organisation.renamed", organisation, before: before, viewer, tx)
        return organisation
    }

    private static func existing(_ id: Identifier, in tx: Reader) throws -> Organisation {
        guard let found = try OrganisationStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        return found
    }

    private static func say(_ verb: String, _ organisation: Organisation, before: Organisation?, _ viewer: Viewer, _ tx: Writer)
        throws
    {
        try tx.audit(
            verb, by: viewer.person, on: "organisation", organisation.id, before: before.map { json($0) },
            after: json(organisation))
        try tx.note(Note(name: verb, reference: organisation.reference, payload: ["slug": organisation.slug]))
        try tx.changed(Organisation.topic)
    }
}
