import Base
import People
import Store

/// What can be done to events: the secretariat makes them, an event's organisers keep them.
package enum EventActions {
    @discardableResult
    package static func createSeries(_ slug: String, name: Localized, by viewer: Viewer?, in tx: Writer) throws -> Series {
        let viewer = try viewer.demand(.secretariat)
        guard Event.isSlug(slug) else { throw Refusal(.invalid, "event.refusal.slug", field: "slug") }
        guard !name.isEmpty else { throw Refusal(.invalid, "event.refusal.nameless", field: "name_en") }
        guard try !EventStore.series(in: tx).contains(where: { $0.slug == slug }) else {
            throw Refusal(.conflict, "event.refusal.slugTaken", ["slug": slug], field: "slug")
        }
        let series = Series(id: tx.newID(), slug: slug, name: name)
        try EventRegisterStore.insert(series, in: tx)
        try tx.audit("series.created", by: viewer.person, on: "series", series.id, after: json(series))
        let reference = Reference(kind: "series", id: series.id, title: name, path: "/editions")
        try tx.note(Note(name: "series.created", reference: reference, payload: ["slug": slug]))
        try tx.changed(Event.listTopic)
        return series
    }

    @discardableResult
    package static func create(_ draft: EventDraft, in series: Identifier, by viewer: Viewer?, in tx: Writer) throws -> Event {
        let viewer = try viewer.demand(.secretariat)
        guard try EventStore.series(in: tx).contains(where: { $0.id == series }) else {
            throw Refusal(.invalid, "event.refusal.series", field: "series")
        }
        try hold(draft, except: nil, in: tx)
        let event = draft.event(tx.newID(), in: series)
        try EventRegisterStore.insert(event, in: tx)
        try say("event.created", event, before: nil, after: json(event), viewer, tx)
        return event
    }

    @discardableResult
    package static func change(_ id: Identifier, to draft: EventDraft, by viewer: Viewer?, in tx: Writer) throws -> Event {
        let (viewer, before) = try entered(id, viewer, tx)
        try hold(draft, except: id, in: tx)
        let event = draft.event(id, in: before.series)
        try EventRegisterStore.update(event, in: tx)
        try say("event.changed", event, before: json(before), after: json(event), viewer, tx)
        return event
    }

    /// A new wording of the theme; the ones before it stay readable.
    @discardableResult
    package static func announceTheme(
        _ text: Localized, announced: CalendarDate? = nil, source: String = "", of id: Identifier, by viewer: Viewer?,
        in tx: Writer
    ) throws -> EventTheme {
        let (viewer, event) = try entered(id, viewer, tx)
        guard !text.isEmpty else { throw Refusal(.invalid, "event.refusal.themeless", field: "theme_en") }
        let theme = EventTheme(id: tx.newID(), text: text, announced: announced, source: source)
        try EventRegisterStore.add(theme, to: id, in: tx)
        try say("event.themeAnnounced", event, before: nil, after: json(theme), viewer, tx)
        return theme
    }

    /// Puts the whole list of organisers, hosts and partners in the place of the one before.
    @discardableResult
    package static func setParties(_ drafts: [PartyDraft], of id: Identifier, by viewer: Viewer?, in tx: Writer) throws
        -> [EventParty]
    {
        let (viewer, event) = try entered(id, viewer, tx)
        let known = try OrganisationStore.named(drafts.compactMap(\.organisation), in: tx)
        for (index, draft) in drafts.enumerated() {
            let isThere = draft.organisation.map { known[$0] != nil } ?? !draft.name.isEmpty
            guard isThere else { throw Refusal(.invalid, "event.refusal.party", field: "name-\(index)") }
        }
        let before = try EventStore.file(event, in: tx).parties
        let parties = drafts.enumerated().map { index, draft in
            EventParty(id: tx.newID(), role: draft.role, organisation: draft.organisation, name: draft.name, position: index)
        }
        try EventRegisterStore.replace(parties, of: id, in: tx)
        try say("event.partiesSet", event, before: json(before), after: json(parties), viewer, tx)
        return parties
    }

    @discardableResult
    package static func addFigure(_ draft: FigureDraft, to id: Identifier, by viewer: Viewer?, in tx: Writer) throws
        -> EventFigure
    {
        let (viewer, event) = try entered(id, viewer, tx)
        if let fault = draft.faults.first { throw fault }
        let figure = EventFigure(
            id: tx.newID(), standing: draft.standing, value: draft.value, qualifier: draft.qualifier, unit: draft.unit,
            asOf: draft.asOf, source: draft.source)
        try EventRegisterStore.add(figure, to: id, in: tx)
        try say("event.figureAdded", event, before: nil, after: json(figure), viewer, tx)
        return figure
    }

    package static func removeFigure(_ figure: Identifier, of id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, event) = try entered(id, viewer, tx)
        let before = try EventStore.file(event, in: tx).figures.first { $0.id == figure }
        guard try EventRegisterStore.remove(figure: figure, of: id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        try say("event.figureRemoved", event, before: json(before), after: nil, viewer, tx)
    }

    @discardableResult
    package static func addOutcome(_ title: Localized, to id: Identifier, by viewer: Viewer?, in tx: Writer) throws
        -> EventOutcome
    {
        let (viewer, event) = try entered(id, viewer, tx)
        guard !title.isEmpty else { throw Refusal(.invalid, "event.refusal.nameless", field: "outcome_en") }
        let outcome = EventOutcome(id: tx.newID(), title: title, position: try EventRegisterStore.nextOutcome(of: id, in: tx))
        try EventRegisterStore.add(outcome, to: id, in: tx)
        try say("event.outcomeAdded", event, before: nil, after: json(outcome), viewer, tx)
        return outcome
    }

    package static func removeOutcome(_ outcome: Identifier, of id: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, event) = try entered(id, viewer, tx)
        let before = try EventStore.file(event, in: tx).outcomes.first { $0.id == outcome }
        guard try EventRegisterStore.remove(outcome: outcome, of: id, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        try say("event.outcomeRemoved", event, before: json(before), after: nil, viewer, tx)
    }

    /// Permission before existence: who may not enter learns nothing of what is there.
    private static func entered(_ id: Identifier, _ viewer: Viewer?, _ tx: Reader) throws -> (Viewer, Event) {
        let viewer = try viewer.demand(.organiser, in: id)
        guard let event = try EventStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        return (viewer, event)
    }

    private static func hold(_ draft: EventDraft, except id: Identifier?, in tx: Reader) throws {
        if let fault = draft.faults.first { throw fault }
        if let other = try EventStore.find(slug: draft.slug, in: tx), other.id != id {
            throw Refusal(.conflict, "event.refusal.slugTaken", ["slug": draft.slug], field: "slug")
        }
    }

    private static func say(_ verb: String, _ event: Event, before: String?, after: String?, _ viewer: Viewer, _ tx: Writer)
        throws
    {
        try tx.audit(verb, by: viewer.person, on: "event", event.id, before: before, after: after)
        try tx.note(Note(name: verb, reference: event.reference, payload: ["slug": event.slug]))
        try tx.changed(event.topic)
        try tx.changed(Event.listTopic)
    }
}
