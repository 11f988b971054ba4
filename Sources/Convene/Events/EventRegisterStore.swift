import Base
import Store

/// Writing events and their facts. Facts keep the order in which they were given.
package enum EventRegisterStore {
    static func insert(_ series: Series, in tx: Writer) throws {
        try tx.execute("INSERT INTO series (id, slug, name) VALUES (\(series.id), \(series.slug), \(series.name))")
    }

    static func insert(_ event: Event, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO event
              (id, slug, series_id, kind, name, short_name, zone, first_day, last_day, venue, city, country, is_public)
            VALUES (\(event.id), \(event.slug), \(event.series), \(event.kind.rawValue), \(event.name), \(event.shortName),
              \(event.zone), \(event.first), \(event.last), \(event.venue), \(event.city), \(event.country), \(event.isPublic))
            """)
    }

    static func update(_ event: Event, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE event SET slug = \(event.slug), kind = \(event.kind.rawValue), name = \(event.name),
              short_name = \(event.shortName), zone = \(event.zone), first_day = \(event.first), last_day = \(event.last),
              venue = \(event.venue), city = \(event.city), country = \(event.country), is_public = \(event.isPublic)
            WHERE id = \(event.id)
            """)
    }

    static func add(_ theme: EventTheme, to event: Identifier, in tx: Writer) throws {
        let position = try tx.count("SELECT COALESCE(MAX(position), -1) + 1 FROM event_theme WHERE event_id = \(event)")
        try tx.execute(
            """
            INSERT INTO event_theme (id, event_id, position, words, announced, source)
            VALUES (\(theme.id), \(event), \(position), \(theme.text), \(theme.announced), \(theme.source))
            """)
    }

    static func replace(_ parties: [EventParty], of event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM event_party WHERE event_id = \(event)")
        for party in parties {
            try tx.execute(
                """
                INSERT INTO event_party (id, event_id, position, role, organisation_id, name)
                VALUES (\(party.id), \(event), \(party.position), \(party.role.rawValue), \(party.organisation), \(party.name))
                """)
        }
    }

    static func add(_ figure: EventFigure, to event: Identifier, in tx: Writer) throws {
        let position = try tx.count("SELECT COALESCE(MAX(position), -1) + 1 FROM event_figure WHERE event_id = \(event)")
        try tx.execute(
            """
            INSERT INTO event_figure (id, event_id, position, standing, value, qualifier, unit, as_of, source)
            VALUES (\(figure.id), \(event), \(position), \(figure.standing.rawValue), \(figure.value),
              \(figure.qualifier.rawValue), \(figure.unit), \(figure.asOf), \(figure.source))
            """)
    }
    static func remove(figure: Identifier, of event: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("DELETE FROM event_figure WHERE id = \(figure) AND event_id = \(event)") > 0
    }

    static func nextOutcome(of event: Identifier, in tx: Reader) throws -> Int {
        try tx.count("SELECT COALESCE(MAX(position), -1) + 1 FROM event_outcome WHERE event_id = \(event)")
    }
    static func add(_ outcome: EventOutcome, to event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO event_outcome (id, event_id, position, title)
            VALUES (\(outcome.id), \(event), \(outcome.position), \(outcome.title))
            """)
    }
    static func remove(outcome: Identifier, of event: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("DELETE FROM event_outcome WHERE id = \(outcome) AND event_id = \(event)") > 0
    }
}
