import Base
import Store

/// Terms, and the rows whose time is over.
package enum RetentionStore {
    package static func months(of event: Identifier, in tx: Reader) throws -> Int {
        try tx.first("SELECT months FROM event_retention WHERE event_id = \(event)")?.int("months") ?? Retention.standard
    }

    static func set(_ months: Int, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO event_retention (event_id, months) VALUES (\(event), \(months))
            ON CONFLICT (event_id) DO UPDATE SET months = excluded.months
            """)
    }

    /// The events whose registrations should be nameless by now and are not, and those with rows that nobody finished.
    static func due(in tx: Reader) throws -> [Event] {
        let before = edge(tx)
        let terms = Dictionary(
            try tx.rows("SELECT event_id, months FROM event_retention").map { (try $0.id("event_id"), try $0.int("months")) },
            uniquingKeysWith: { first, _ in first })
        let named = Set(
            try tx.rows("SELECT DISTINCT event_id FROM registration WHERE \(isNamed(tx))").map { try $0.id("event_id") })
        let unfinished = Set(
            try tx.rows("SELECT DISTINCT event_id FROM registration WHERE state = 'lapsed' AND ended_at <= \(before)")
                .map { try $0.id("event_id") })
        return try EventStore.all(in: tx).filter { event in
            unfinished.contains(event.id)
                || named.contains(event.id)
                    && Retention.isOver(event, months: terms[event.id] ?? Retention.standard, at: tx.now)
        }
    }

    /// Something in the row says who it is. A form that is being filled says nothing yet, and who registers for an event that is
    /// long over (a rehearsal, a list that is typed in later) is not forgotten before she could read her letter.
    private static func isNamed(_ tx: Reader) -> SQL {
        """
        state <> 'held' AND created_at <= \(edge(tx))
          AND (email <> '' OR latin <> '' OR organisation_name <> '' OR person_id IS NOT NULL)
        """
    }
    private static func edge(_ tx: Reader) -> Instant { tx.now.adding(minutes: -Retention.unfinishedDays * 1440) }

    static func named(of event: Identifier, limit: Int, in tx: Reader) throws -> [Registration] {
        try tx.rows("SELECT * FROM registration WHERE event_id = \(event) AND \(isNamed(tx)) ORDER BY id LIMIT \(limit)")
            .map(RegistrationStore.registration)
    }

    static func unfinished(of event: Identifier, limit: Int, in tx: Reader) throws -> [Registration] {
        let before = edge(tx)
        return try tx.rows(
            """
            SELECT * FROM registration WHERE event_id = \(event) AND state = 'lapsed' AND has_place = 0
              AND ended_at <= \(before) ORDER BY id LIMIT \(limit)
            """
        ).map(RegistrationStore.registration)
    }

    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM registration WHERE id = \(id)")
    }
}
