import Base
import Store

/// Doors and their devices: SQL ↔ values.
package enum DoorStore {
    /// In the order of their making.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Door] {
        try tx.rows("SELECT content FROM door WHERE event_id = \(event) ORDER BY id").map { try $0.decoded("content") }
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> Door? {
        try tx.first("SELECT content FROM door WHERE id = \(id)")?.decoded("content")
    }

    static func insert(_ door: Door, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO door (id, event_id, session_id, content)
            VALUES (\(door.id), \(door.event), \(door.session), \(json(door)))
            """)
    }

    static func update(_ door: Door, in tx: Writer) throws {
        try tx.execute(
            "UPDATE door SET session_id = \(door.session), content = \(json(door)) WHERE id = \(door.id)")
    }

    /// It has neither devices nor scans.
    static func remove(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM door WHERE id = \(id)")
    }

    static func isUsed(_ id: Identifier, in tx: Reader) throws -> Bool {
        try tx.first("SELECT id FROM door_device WHERE door_id = \(id) LIMIT 1") != nil
    }

    // MARK: Devices

    /// In the order of their making.
    package static func devices(of event: Identifier, in tx: Reader) throws -> [DoorDevice] {
        try tx.rows("SELECT \(columns) FROM door_device WHERE event_id = \(event) ORDER BY id").map(device)
    }

    package static func device(_ id: Identifier, in tx: Reader) throws -> DoorDevice? {
        try tx.first("SELECT \(columns) FROM door_device WHERE id = \(id)").map(device)
    }

    static func device(digest: String, in tx: Reader) throws -> DoorDevice? {
        try tx.first("SELECT \(columns) FROM door_device WHERE digest = \(digest)").map(device)
    }

    static func insert(_ device: DoorDevice, digest: String, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO door_device (id, door_id, event_id, name, digest, keeps_names, made_by, made_at, expires_at)
            VALUES (\(device.id), \(device.door), \(device.event), \(device.name), \(digest), \(device.keepsNames),
              \(device.madeBy), \(device.madeAt), \(device.expiresAt))
            """)
    }

    static func revoke(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE door_device SET revoked_at = \(tx.now) WHERE id = \(id) AND revoked_at IS NULL")
    }

    /// It was there just now.
    static func touch(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE door_device SET seen_at = \(tx.now) WHERE id = \(id)")
    }

    private static let columns: SQL =
        "id, door_id, event_id, name, keeps_names, made_by, made_at, expires_at, seen_at, revoked_at"

    private static func device(_ row: Row) throws -> DoorDevice {
        DoorDevice(
            id: try row.id("id"), door: try row.id("door_id"), event: try row.id("event_id"), name: try row.text("name"),
            keepsNames: try row.bool("keeps_names"), madeBy: try row.optionalID("made_by"), madeAt: try row.instant("made_at"),
            expiresAt: try row.instant("expires_at"), seenAt: try row.optionalInstant("seen_at"),
            revokedAt: try row.optionalInstant("revoked_at"))
    }

    // MARK: Personal data

    package static let records: [PersonalRecord] = [devicesMade, scans, seats]

    private static let devicesMade = PersonalRecord(
        "doorDevices", columns: ["door_device.made_by"],
        export: { "SELECT name, event_id, made_at, expires_at FROM door_device WHERE made_by = \($0)" },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE door_device SET made_by = NULL WHERE made_by = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE door_device SET made_by = \(into) WHERE made_by = \(from)")
        })

    /// They name a registration, not a person, and go where it goes.
    private static let scans = PersonalRecord(
        "doorScans", columns: [],
        export: {
            """
            SELECT s.event_id AS event_id, s.session_id AS session_id, s.kind AS kind, s.happened_at AS happened_at,
              s.result AS result, s.is_undone AS is_undone
            FROM door_scan s JOIN registration r ON r.id = s.registration_id WHERE r.person_id = \($0)
            """
        },
        erasure: .kept("attendance"), merge: { _, _, _ in })

    private static let seats = PersonalRecord(
        "seats", columns: [],
        export: {
            """
            SELECT s.event_id AS event_id, s.session_id AS session_id, s.taken_at AS taken_at
            FROM session_seat s JOIN registration r ON r.id = s.registration_id WHERE r.person_id = \($0)
            """
        },
        erasure: .removed { person, tx in
            for row in try tx.rows("SELECT id FROM registration WHERE person_id = \(person)") {
                try SeatStore.giveUpAll(of: try row.id("id"), in: tx)
            }
        }, merge: { _, _, _ in })
}
