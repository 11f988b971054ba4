import Base
import Store

/// Scans: SQL ↔ values. All that writes here runs in the lane of the event's doors, so that the turns of an event rise in the
/// order in which devices get to see them.
package enum DoorScanStore {
    static func find(_ ids: [Identifier], in tx: Reader) throws -> [Identifier: DoorScan] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.rows("SELECT \(columns) FROM door_scan WHERE id IN (\(list: ids))").map(scan)
        return Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> DoorScan? { try find([id], in: tx)[id] }

    /// Everything that was scanned of these registrations, at every door.
    static func of(_ registrations: [Identifier], in tx: Reader) throws -> [DoorScan] {
        guard !registrations.isEmpty else { return [] }
        return try tx.rows(
            "SELECT \(columns) FROM door_scan WHERE registration_id IN (\(list: registrations)) ORDER BY happened_at, id"
        ).map(scan)
    }

    /// That somebody was there still counts; the ticket that she showed can no longer be found among the scans.
    static func forget(_ registration: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE door_scan SET code_digest = '' WHERE registration_id = \(registration)")
    }

    static func insert(_ one: DoorScan, turn: Int, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO door_scan (id, event_id, door_id, device_id, registration_id, session_id, kind, how, at, skew, happened_at,
              received_at, said, objection, undoes_id, code_digest, result, is_undone, is_conflict, earlier_id, turn)
            VALUES (\(one.id), \(one.event), \(one.door), \(one.device), \(one.registration), \(one.session),
              \(one.kind.rawValue), \(one.how.rawValue), \(one.at), \(one.skew), \(one.happened), \(one.received),
              \(one.said?.rawValue), \(one.objection?.rawValue), \(one.undoes), \(one.codeDigest), \(one.result.rawValue),
              \(one.isUndone), \(one.isConflict), \(one.earlier), \(turn))
            """)
    }

    /// What follows from the other scans of the same person.
    static func settle(_ one: DoorScan, turn: Int, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE door_scan SET result = \(one.result.rawValue), is_undone = \(one.isUndone), is_conflict = \(one.isConflict),
              earlier_id = \(one.earlier), turn = \(turn)
            WHERE id = \(one.id)
            """)
    }

    /// The last turn of an event; 0 before the first scan.
    package static func lastTurn(of event: Identifier, in tx: Reader) throws -> Int {
        try tx.count("SELECT COALESCE(MAX(turn), 0) AS turn FROM door_scan WHERE event_id = \(event)")
    }

    /// What is new or has changed after a turn, in the order of the turns, so many at once.
    static func since(_ turn: Int, of event: Identifier, limit: Int, in tx: Reader) throws -> [(turn: Int, scan: DoorScan)] {
        try tx.rows(
            """
            SELECT \(columns), turn FROM door_scan WHERE event_id = \(event) AND turn > \(turn) ORDER BY turn, id LIMIT \(limit)
            """
        ).map { (try $0.int("turn"), try scan($0)) }
    }

    /// Newest first, so many.
    package static func conflicts(of event: Identifier, limit: Int, in tx: Reader) throws -> [DoorScan] {
        try tx.rows(
            """
            SELECT \(columns) FROM door_scan WHERE event_id = \(event) AND is_conflict = 1
            ORDER BY happened_at DESC, id DESC LIMIT \(limit)
            """
        ).map(scan)
    }

    /// The last scans of a door, newest first.
    package static func latest(of door: Identifier, limit: Int, in tx: Reader) throws -> [DoorScan] {
        try tx.rows(
            """
            SELECT \(columns) FROM door_scan WHERE door_id = \(door) ORDER BY happened_at DESC, id DESC LIMIT \(limit)
            """
        ).map(scan)
    }

    /// How many scans of an event count as each result, by door.
    package static func counts(of event: Identifier, in tx: Reader) throws -> [DoorCount] {
        try tx.rows(
            """
            SELECT door_id, COUNT(*) AS scans, COUNT(DISTINCT CASE WHEN result = 'admitted' THEN registration_id END) AS people,
              COUNT(CASE WHEN is_conflict = 1 THEN 1 END) AS conflicts, MAX(received_at) AS last_at
            FROM door_scan WHERE event_id = \(event) AND is_undone = 0 AND kind <> 'undo' GROUP BY door_id
            """
        ).map {
            DoorCount(
                door: try $0.id("door_id"), scans: try $0.int("scans"), people: try $0.int("people"),
                conflicts: try $0.int("conflicts"), last: try $0.optionalInstant("last_at"))
        }
    }

    /// Who was let in at each place and is there now: comings and goings take turns, so the difference is who is inside.
    package static func attendance(of event: Identifier, in tx: Reader) throws -> [PlaceAttendance] {
        try tx.rows(
            """
            SELECT session_id, COUNT(DISTINCT CASE WHEN result = 'admitted' THEN registration_id END) AS came,
              COUNT(CASE WHEN result = 'admitted' THEN 1 END) - COUNT(CASE WHEN result = 'left' THEN 1 END) AS inside
            FROM door_scan WHERE event_id = \(event) AND is_undone = 0 GROUP BY session_id
            """
        ).map {
            PlaceAttendance(
                session: try $0.optionalID("session_id"), came: try $0.int("came"), inside: try $0.int("inside"))
        }
    }

    private static let columns: SQL =
        """
        id, event_id, door_id, device_id, registration_id, session_id, kind, how, at, skew, happened_at, received_at, said,
          objection, undoes_id, code_digest, result, is_undone, earlier_id
        """

    private static func scan(_ row: Row) throws -> DoorScan {
        DoorScan(
            id: try row.id("id"), event: try row.id("event_id"), door: try row.id("door_id"), device: try row.id("device_id"),
            registration: try row.optionalID("registration_id"), session: try row.optionalID("session_id"),
            kind: try row.raw("kind"), how: try row.raw("how"), at: try row.instant("at"), skew: try row.int("skew"),
            happened: try row.instant("happened_at"), received: try row.instant("received_at"),
            said: try row.optionalText("said").flatMap(DoorResult.init),
            objection: try row.optionalText("objection").flatMap(DoorResult.init),
            undoes: try row.optionalID("undoes_id"), codeDigest: try row.text("code_digest"), result: try row.raw("result"),
            isUndone: try row.bool("is_undone"), earlier: try row.optionalID("earlier_id"))
    }
}
