import Base
import Store

/// Favourites of people with an account: SQL ↔ values.
package enum FavouriteStore {
    /// In the order in which they were added.
    package static func of(_ person: Identifier, in event: Identifier, _ tx: Reader) throws -> [Identifier] {
        try tx.rows(
            """
            SELECT session_id FROM favourite WHERE person_id = \(person) AND event_id = \(event)
            ORDER BY added_at, session_id
            """
        ).map { try $0.id("session_id") }
    }

    /// False if it was there already.
    static func add(_ session: Identifier, of event: Identifier, for person: Identifier, in tx: Writer) throws -> Bool {
        try tx.first(
            """
            INSERT INTO favourite (person_id, session_id, event_id, added_at)
            VALUES (\(person), \(session), \(event), \(tx.now))
            ON CONFLICT (person_id, session_id) DO NOTHING RETURNING session_id
            """) != nil
    }
    /// False if it was not there.
    static func remove(_ session: Identifier, of event: Identifier, for person: Identifier, in tx: Writer) throws -> Bool {
        try tx.first(
            """
            DELETE FROM favourite WHERE person_id = \(person) AND session_id = \(session) AND event_id = \(event)
            RETURNING session_id
            """) != nil
    }

    // MARK: Calendars

    /// When the address of the person's calendar was made; nil if she has none.
    package static func calendarMade(for person: Identifier, in event: Identifier, _ tx: Reader) throws -> Instant? {
        try tx.first("SELECT made_at FROM favourite_calendar WHERE person_id = \(person) AND event_id = \(event)")
            .map { try $0.instant("made_at") }
    }
    /// Whose calendar of the event it is.
    package static func owner(digest: String, in event: Identifier, _ tx: Reader) throws -> Identifier? {
        try tx.first("SELECT person_id FROM favourite_calendar WHERE digest = \(digest) AND event_id = \(event)")
            .map { try $0.id("person_id") }
    }
    static func setCalendar(digest: String, for person: Identifier, in event: Identifier, _ tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO favourite_calendar (person_id, event_id, digest, made_at)
            VALUES (\(person), \(event), \(digest), \(tx.now))
            ON CONFLICT (person_id, event_id) DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at
            """)
    }
    static func removeCalendar(for person: Identifier, in event: Identifier, _ tx: Writer) throws {
        try tx.execute("DELETE FROM favourite_calendar WHERE person_id = \(person) AND event_id = \(event)")
    }

    // MARK: Personal data

    package static let records: [PersonalRecord] = [favourites, calendars]

    private static let favourites = PersonalRecord(
        "favourites", columns: ["favourite.person_id"],
        export: { "SELECT event_id, session_id, added_at FROM favourite WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM favourite WHERE person_id = \(person)") },
        merge: { from, into, tx in
            try tx.execute(
                """
                INSERT INTO favourite (person_id, session_id, event_id, added_at)
                SELECT \(into), session_id, event_id, added_at FROM favourite WHERE person_id = \(from)
                ON CONFLICT (person_id, session_id) DO NOTHING
                """)
            try tx.execute("DELETE FROM favourite WHERE person_id = \(from)")
        })

    /// An address dies with the entry that it stands for; it never passes to another one.
    private static let calendars = PersonalRecord(
        "calendars", columns: ["favourite_calendar.person_id"],
        export: { "SELECT event_id, made_at FROM favourite_calendar WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM favourite_calendar WHERE person_id = \(person)") },
        merge: { from, _, tx in try tx.execute("DELETE FROM favourite_calendar WHERE person_id = \(from)") })
}
