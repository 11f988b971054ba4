import Base
import People
import Store

/// Events and their facts in the database. Lists take the same number of statements however long they are.
package enum EventStore {
    package static func find(_ id: Identifier, in tx: Reader) throws -> Event? {
        try tx.first("SELECT \(columns) FROM event WHERE id = \(id)").map(event)
    }
    package static func find(slug: String, in tx: Reader) throws -> Event? {
        try tx.first("SELECT \(columns) FROM event WHERE slug = \(slug)").map(event)
    }
    /// Newest first.
    package static func all(in tx: Reader) throws -> [Event] {
        try tx.rows("SELECT \(columns) FROM event ORDER BY first_day DESC, slug").map(event)
    }
    package static func series(in tx: Reader) throws -> [Series] {
        try tx.rows("SELECT id, slug, name FROM series ORDER BY slug").map { row in
            Series(id: try row.id("id"), slug: try row.text("slug"), name: try row.localized("name"))
        }
    }

    /// The event that a path names: not found unless it is public or the viewer may read its drafts.
    package static func visible(slug: String, to viewer: Viewer?, in tx: Reader) throws -> Event {
        guard let event = try find(slug: slug, in: tx), event.isPublic || viewer?.may(.reader, in: event.id) == true else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return event
    }

    /// All that is told about the events: a statement for each kind of fact and two for the organisations.
    package static func files(_ events: [Event], in tx: Reader) throws -> [EventFile] {
        guard !events.isEmpty else { return [] }
        let ids = events.map(\.id)
        var themes = try grouped(
            tx.rows("SELECT \(themeColumns) FROM event_theme WHERE event_id IN (\(list: ids)) ORDER BY position"), theme)
        var parties = try grouped(
            tx.rows("SELECT \(partyColumns) FROM event_party WHERE event_id IN (\(list: ids)) ORDER BY position"), party)
        var figures = try grouped(
            tx.rows("SELECT \(figureColumns) FROM event_figure WHERE event_id IN (\(list: ids)) ORDER BY position"), figure)
        var outcomes = try grouped(
            tx.rows("SELECT \(outcomeColumns) FROM event_outcome WHERE event_id IN (\(list: ids)) ORDER BY position"), outcome)
        let organisations = try OrganisationStore.named(parties.values.joined().compactMap(\.organisation), in: tx)
        return events.map { event in
            let own = parties.removeValue(forKey: event.id) ?? []
            let known = Set(own.compactMap(\.organisation))
            return EventFile(
                event: event, themes: themes.removeValue(forKey: event.id) ?? [], parties: own,
                figures: figures.removeValue(forKey: event.id) ?? [], outcomes: outcomes.removeValue(forKey: event.id) ?? [],
                organisations: organisations.filter { known.contains($0.key) })
        }
    }
    package static func file(_ event: Event, in tx: Reader) throws -> EventFile {
        try files([event], in: tx).first ?? EventFile(event: event)
    }
    /// The public ones, newest first.
    package static func editions(in tx: Reader) throws -> [EventFile] { try files(all(in: tx).filter(\.isPublic), in: tx) }

    // MARK: Rows to values

    private static let columns: SQL =
        "id, slug, series_id, kind, name, short_name, zone, first_day, last_day, venue, city, country, is_public"
    /// The columns of an event `e` in a joined row: `event(row.part("event_of_"))`.
    static let joined: SQL = """
        e.id AS event_of_id, e.slug AS event_of_slug, e.series_id AS event_of_series_id, e.kind AS event_of_kind,
        e.name AS event_of_name, e.short_name AS event_of_short_name, e.zone AS event_of_zone,
        e.first_day AS event_of_first_day, e.last_day AS event_of_last_day, e.venue AS event_of_venue, e.city AS event_of_city,
        e.country AS event_of_country, e.is_public AS event_of_is_public
        """
    private static let themeColumns: SQL = "id, event_id, words, announced, source"
    private static let partyColumns: SQL = "id, event_id, role, organisation_id, name, position"
    private static let figureColumns: SQL = "id, event_id, standing, value, qualifier, unit, as_of, source"
    private static let outcomeColumns: SQL = "id, event_id, title, position"

    private static func grouped<T>(_ rows: [Row], _ value: (Row) throws -> T) throws -> [Identifier: [T]] {
        var found: [Identifier: [T]] = [:]
        for row in rows { found[try row.id("event_id"), default: []].append(try value(row)) }
        return found
    }
    /// From a row that has every column of the table.
    static func event(_ row: Row) throws -> Event {
        Event(
            id: try row.id("id"), slug: try row.text("slug"), series: try row.id("series_id"), kind: try row.raw("kind"),
            name: try row.localized("name"), shortName: try row.text("short_name"), zone: try row.text("zone"),
            first: try row.date("first_day"), last: try row.date("last_day"), venue: try row.localized("venue"),
            city: try row.localized("city"), country: try row.text("country"), isPublic: try row.bool("is_public"))
    }
    private static func theme(_ row: Row) throws -> EventTheme {
        EventTheme(
            id: try row.id("id"), text: try row.localized("words"), announced: try row.optionalDate("announced"),
            source: try row.text("source"))
    }
    private static func party(_ row: Row) throws -> EventParty {
        EventParty(
            id: try row.id("id"), role: try row.raw("role"), organisation: try row.optionalID("organisation_id"),
            name: try row.localized("name"), position: try row.int("position"))
    }
    private static func figure(_ row: Row) throws -> EventFigure {
        EventFigure(
            id: try row.id("id"), standing: try row.raw("standing"), value: try row.int("value"),
            qualifier: try row.raw("qualifier"), unit: try row.text("unit"), asOf: try row.optionalDate("as_of"),
            source: try row.text("source"))
    }
    private static func outcome(_ row: Row) throws -> EventOutcome {
        EventOutcome(id: try row.id("id"), title: try row.localized("title"), position: try row.int("position"))
    }
}
