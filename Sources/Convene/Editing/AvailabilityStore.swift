import Base
import Store

/// Availabilities of an event's speakers: SQL ↔ values.
package enum AvailabilityStore {
    /// Everybody's, by the speaker's key.
    package static func all(of event: Identifier, in tx: Reader) throws -> [String: [Availability]] {
        var found: [String: [Availability]] = [:]
        for row in try tx.rows(
            """
            SELECT speaker, held_on, from_minute, until_minute FROM programme_availability
            WHERE event_id = \(event) ORDER BY speaker, held_on, from_minute
            """)
        {
            found[try row.text("speaker"), default: []].append(
                Availability(
                    date: try row.date("held_on"), from: ClockTime(minutes: try row.int("from_minute")),
                    until: ClockTime(minutes: try row.int("until_minute"))))
        }
        return found
    }

    static func replace(_ spans: [Availability], of speaker: SpeakerKey, event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM programme_availability WHERE event_id = \(event) AND speaker = \(speaker.text)")
        for span in spans {
            try tx.execute(
                """
                INSERT INTO programme_availability (id, event_id, speaker, held_on, from_minute, until_minute)
                VALUES (\(tx.newID()), \(event), \(speaker.text), \(span.date), \(span.from.minutes), \(span.until.minutes))
                """)
        }
    }
}
