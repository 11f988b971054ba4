import Base
import Store

/// Who was there, from the scans that count.
package enum AttendanceStore {
    /// Everybody who was let in anywhere, by registration. One statement.
    package static func attended(_ event: Identifier, in tx: Reader) throws -> [Identifier: Attendance] {
        let rows = try tx.rows(
            """
            SELECT registration_id, session_id, MIN(CASE WHEN result = 'admitted' THEN happened_at END) AS first_at,
              MAX(CASE WHEN result = 'admitted' THEN happened_at END) AS last_in,
              MAX(CASE WHEN result = 'left' THEN happened_at END) AS last_out
            FROM door_scan WHERE event_id = \(event) AND is_undone = 0 AND result IN ('admitted', 'left')
              AND registration_id IS NOT NULL
            GROUP BY registration_id, session_id
            """)
        var found: [Identifier: Attendance] = [:]
        for row in rows {
            guard let first = try row.optionalInstant("first_at"), let lastIn = try row.optionalInstant("last_in") else {
                continue
            }
            let out = try row.optionalInstant("last_out").flatMap { $0 >= lastIn ? $0 : nil }
            let session = try row.optionalID("session_id")
            let id = try row.id("registration_id")
            var one = found[id] ?? Attendance(first: first)
            one.first = min(one.first, first)
            if let session { one.sessions.insert(session) }
            // Leaving a session is not leaving the event.
            if session == nil { one.last = out }
            found[id] = one
        }
        return found
    }

    /// The same for one registration; nil if she never came.
    package static func attended(_ registration: Identifier, of event: Identifier, in tx: Reader) throws -> Attendance? {
        let scans = try DoorScanStore.of([registration], in: tx).filter {
            $0.event == event && !$0.isUndone && $0.result.letsIn
        }
        let comings = scans.filter { $0.result == .admitted }
        guard let first = comings.first else { return nil }
        let atEvent = scans.filter { $0.session == nil }
        let last = atEvent.last.flatMap { $0.result == .left ? $0.happened : nil }
        return Attendance(first: first.happened, last: last, sessions: Set(comings.compactMap(\.session)))
    }
}
