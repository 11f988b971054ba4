import Base
import Store

/// Notices of releases: SQL ↔ values.
package enum NoticeStore {
    /// The newest release before `number` of which people were told; nil if they were told of none.
    package static func lastTold(before number: Int, of event: Identifier, in tx: Reader) throws -> Int? {
        let found = try tx.count(
            "SELECT COALESCE(MAX(number), 0) AS n FROM release_told WHERE event_id = \(event) AND number < \(number)")
        return found > 0 ? found : nil
    }

    /// When people were told of that release; nil if they were not.
    package static func told(_ number: Int, of event: Identifier, in tx: Reader) throws -> Instant? {
        try tx.first("SELECT at FROM release_told WHERE event_id = \(event) AND number = \(number)")?.instant("at")
    }

    /// Who was sent a letter about that release.
    package static func recipients(_ number: Int, of event: Identifier, in tx: Reader) throws -> Set<Identifier> {
        Set(
            try tx.rows("SELECT person_id FROM release_notice WHERE event_id = \(event) AND number = \(number)")
                .map { try $0.id("person_id") })
    }

    static func markTold(_ number: Int, of event: Identifier, by person: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO release_told (event_id, number, at, by_person) VALUES (\(event), \(number), \(tx.now), \(person))
            """)
    }

    static func insert(_ number: Int, of event: Identifier, person: Identifier, letter: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO release_notice (event_id, number, person_id, letter_id, at)
            VALUES (\(event), \(number), \(person), \(letter), \(tx.now))
            """)
    }
}
