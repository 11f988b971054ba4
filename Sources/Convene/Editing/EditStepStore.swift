import Base
import Store

/// Steps of editing: SQL ↔ values.
package enum EditStepStore {
    package struct Step: Hashable, Sendable {
        package let id: Identifier
        package let person: Identifier
        package let verb: String
        package let delta: ProgrammeDelta
        package let at: Instant
    }
    /// So many of a person's steps are kept in an event.
    package static let most = 200

    package static func insert(
        _ delta: ProgrammeDelta, verb: String, of event: Identifier, by person: Identifier, in tx: Writer
    ) throws {
        // What was undone cannot be done again after something else was done.
        try tx.execute(
            """
            DELETE FROM programme_step
            WHERE event_id = \(event) AND person_id = \(person) AND undone_at IS NOT NULL
            """)
        // Two steps may fall into one millisecond, so neither the instant nor the identifier tells which came first.
        let number = try tx.count("SELECT COALESCE(MAX(number), 0) + 1 FROM programme_step WHERE event_id = \(event)")
        try tx.execute(
            """
            INSERT INTO programme_step (id, event_id, person_id, verb, delta, number, at, undone_at)
            VALUES (\(tx.newID()), \(event), \(person), \(verb), \(json(delta)), \(number), \(tx.now), NULL)
            """)
        let old = try tx.first(
            """
            SELECT number FROM programme_step WHERE event_id = \(event) AND person_id = \(person)
            ORDER BY number DESC LIMIT 1 OFFSET \(most)
            """
        )?.int("number")
        if let old {
            try tx.execute(
                "DELETE FROM programme_step WHERE event_id = \(event) AND person_id = \(person) AND number <= \(old)")
        }
    }

    /// The person's last step that stands.
    package static func last(of person: Identifier, in event: Identifier, _ tx: Reader) throws -> Step? {
        try tx.first(
            """
            SELECT id, person_id, verb, delta, at FROM programme_step
            WHERE event_id = \(event) AND person_id = \(person) AND undone_at IS NULL ORDER BY number DESC LIMIT 1
            """
        ).map(step)
    }

    /// The person's step that was undone last, as its turn to be done again.
    package static func undone(of person: Identifier, in event: Identifier, _ tx: Reader) throws -> Step? {
        try tx.first(
            """
            SELECT id, person_id, verb, delta, at FROM programme_step
            WHERE event_id = \(event) AND person_id = \(person) AND undone_at IS NOT NULL ORDER BY number LIMIT 1
            """
        ).map(step)
    }

    /// Who changed the plan last, whoever it was.
    package static func latest(of event: Identifier, in tx: Reader) throws -> Step? {
        try tx.first(
            """
            SELECT id, person_id, verb, delta, at FROM programme_step
            WHERE event_id = \(event) AND undone_at IS NULL ORDER BY number DESC LIMIT 1
            """
        ).map(step)
    }

    static func mark(_ id: Identifier, isUndone: Bool, in tx: Writer) throws {
        try tx.execute("UPDATE programme_step SET undone_at = \(isUndone ? tx.now : nil) WHERE id = \(id)")
    }

    private static func step(_ row: Row) throws -> Step {
        Step(
            id: try row.id("id"), person: try row.id("person_id"), verb: try row.text("verb"),
            delta: try row.decoded("delta"), at: try row.instant("at"))
    }
}
