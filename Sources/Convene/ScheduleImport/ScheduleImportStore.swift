import Base
import Store

/// Origins and waiting files: SQL ↔ values.
package enum ScheduleImportStore {
    /// A file that was uploaded and not decided on yet.
    package struct Waiting: Hashable, Sendable {
        package let id: Identifier
        package let file: Identifier
        package let name: String
        package let createdAt: Instant
    }
    /// Waiting files are kept for a day.
    package static let minutes = 1440

    package static func origins(_ source: String, of event: Identifier, in tx: Reader) throws -> [ScheduleOrigin] {
        try tx.rows(
            """
            SELECT identity, session_id, imported FROM programme_origin
            WHERE event_id = \(event) AND source = \(source) ORDER BY identity
            """
        ).map { row in
            ScheduleOrigin(
                identity: try row.text("identity"), session: try row.id("session_id"), imported: try row.decoded("imported"))
        }
    }

    /// Puts the origins of a source in the place of those before, touching only what differs.
    static func replace(
        _ old: [ScheduleOrigin], with new: [ScheduleOrigin], source: String, of event: Identifier, in tx: Writer
    ) throws {
        let before = Dictionary(old.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Set(new.map(\.identity))
        for origin in old where !kept.contains(origin.identity) {
            try tx.execute(
                """
                DELETE FROM programme_origin
                WHERE event_id = \(event) AND source = \(source) AND identity = \(origin.identity)
                """)
        }
        for origin in new where before[origin.identity] != origin {
            try tx.execute(
                """
                INSERT INTO programme_origin (event_id, source, identity, session_id, imported)
                VALUES (\(event), \(source), \(origin.identity), \(origin.session), \(json(origin.imported)))
                ON CONFLICT (event_id, source, identity)
                DO UPDATE SET session_id = excluded.session_id, imported = excluded.imported
                """)
        }
    }

    static func insert(_ waiting: Waiting, of event: Identifier, by person: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO programme_import (id, event_id, person_id, file_id, name, created_at)
            VALUES (\(waiting.id), \(event), \(person), \(waiting.file), \(waiting.name), \(waiting.createdAt))
            """)
    }

    package static func find(_ id: Identifier, of event: Identifier, in tx: Reader) throws -> Waiting? {
        try tx.first(
            "SELECT id, file_id, name, created_at FROM programme_import WHERE id = \(id) AND event_id = \(event)"
        ).map(waiting)
    }

    /// Those that nobody decided on in time.
    static func stale(in tx: Reader) throws -> [Waiting] {
        try tx.rows(
            """
            SELECT id, file_id, name, created_at FROM programme_import
            WHERE created_at < \(tx.now.adding(minutes: -minutes)) ORDER BY created_at LIMIT 20
            """
        ).map(waiting)
    }

    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM programme_import WHERE id = \(id)")
    }

    private static func waiting(_ row: Row) throws -> Waiting {
        Waiting(
            id: try row.id("id"), file: try row.id("file_id"), name: try row.text("name"),
            createdAt: try row.instant("created_at"))
    }
}
