import Base
import Store

/// Certificates: SQL ↔ values. They are inserted, revoked, never changed. Each insertion asks the database itself whether what
/// the certificate says is so, whatever the caller believes.
package enum CertificateStore {
    package static func find(number: String, in tx: Reader) throws -> Certificate? {
        try tx.first("SELECT \(columns) FROM certificate WHERE number = \(number)").map(certificate)
    }
    package static func find(_ id: Identifier, in tx: Reader) throws -> Certificate? {
        try tx.first("SELECT \(columns) FROM certificate WHERE id = \(id)").map(certificate)
    }
    /// The newest first.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Certificate] {
        try tx.rows("SELECT \(columns) FROM certificate WHERE event_id = \(event) ORDER BY issued_at DESC, id").map(certificate)
    }
    /// Of one registration, the oldest first.
    package static func of(registration: Identifier, in tx: Reader) throws -> [Certificate] {
        try tx.rows("SELECT \(columns) FROM certificate WHERE registration_id = \(registration) ORDER BY issued_at, id")
            .map(certificate)
    }
    /// What is valid in an event, by `key`: who has one already.
    static func validKeys(of event: Identifier, in tx: Reader) throws -> Set<String> {
        Set(
            try tx.rows("SELECT valid_key FROM certificate WHERE event_id = \(event) AND valid_key IS NOT NULL")
                .map { try $0.text("valid_key") })
    }

    // MARK: Keys: one valid certificate of a kind for each

    static func key(_ kind: Certificate.Kind, registration: Identifier) -> String { "\(kind.rawValue) \(registration)" }
    static func key(speaker: SpeakerKey, of event: Identifier) -> String { "speaker \(event) \(speaker)" }

    // MARK: Issuing

    /// False if she is not confirmed, nobody saw her and nobody marked her, or she has one.
    static func insertAttendance(_ one: Certificate, of registration: Identifier, in tx: Writer) throws -> Bool {
        try insert(
            one, key: key(.attendance, registration: registration),
            where: """
                EXISTS (SELECT 1 FROM registration r WHERE r.id = \(registration) AND r.event_id = \(one.event)
                  AND r.state = 'confirmed')
                AND (EXISTS (SELECT 1 FROM door_scan s WHERE s.registration_id = \(registration) AND s.event_id = \(one.event)
                    AND s.result = 'admitted' AND s.is_undone = 0)
                  OR EXISTS (SELECT 1 FROM attendance_mark m WHERE m.registration_id = \(registration)
                    AND m.event_id = \(one.event)))
                """, in: tx)
    }

    /// False if that is not the newest release, or the speaker has one.
    static func insertSpeaker(_ one: Certificate, _ speaker: SpeakerKey, release: Identifier, in tx: Writer) throws -> Bool {
        try insert(
            one, key: key(speaker: speaker, of: one.event),
            where: """
                \(release) = (SELECT p.id FROM programme_release p WHERE p.event_id = \(one.event)
                  ORDER BY p.number DESC LIMIT 1)
                """, in: tx)
    }

    /// False if she is not confirmed any more, is somebody else now, or the organiser gives no letters.
    static func insertInvitation(_ one: Certificate, of registration: Registration, in tx: Writer) throws -> Bool {
        try insert(
            one, key: key(.invitation, registration: registration.id),
            where: """
                EXISTS (SELECT 1 FROM registration r JOIN event_papers e ON e.event_id = r.event_id
                  WHERE r.id = \(registration.id) AND r.event_id = \(one.event) AND r.state = 'confirmed'
                    AND r.generation = \(registration.generation) AND e.is_invitation_open = 1)
                """, in: tx)
    }

    private static func insert(_ one: Certificate, key: String, where holds: SQL, in tx: Writer) throws -> Bool {
        let known = try tx.first("SELECT id FROM certificate WHERE valid_key = \(key)")
        guard known == nil, try tx.first("SELECT 1 AS holds WHERE \(holds)") != nil else { return false }
        return try tx.execute(
            """
            INSERT INTO certificate (id, number, kind, event_id, registration_id, person_id, valid_key, issued_at, content, digest)
            VALUES (\(one.id), \(one.number), \(one.kind.rawValue), \(one.event), \(one.registration), \(one.person), \(key),
              \(one.issuedAt), \(json(one.content)), \(one.digest))
            """) == 1
    }

    /// False if it was revoked before.
    static func revoke(_ id: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute(
            "UPDATE certificate SET revoked_at = \(tx.now), valid_key = NULL WHERE id = \(id) AND revoked_at IS NULL") == 1
    }

    /// What a letter says of somebody's place ends with the place, or when it is another's.
    static func isBacked(_ one: Certificate, in tx: Reader) throws -> Bool {
        guard one.kind == .invitation else { return true }
        guard let registration = one.registration else { return false }
        return try tx.first(
            """
            SELECT id FROM registration WHERE id = \(registration) AND state = 'confirmed'
              AND name = \(one.content.name)
            """) != nil
    }

    static func removeAll(of registration: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM certificate WHERE registration_id = \(registration)")
        try tx.execute("DELETE FROM attendance_mark WHERE registration_id = \(registration)")
    }

    // MARK: Marks

    /// Those of whom the organiser says that they were there.
    package static func marked(of event: Identifier, in tx: Reader) throws -> Set<Identifier> {
        Set(
            try tx.rows("SELECT registration_id FROM attendance_mark WHERE event_id = \(event)")
                .map { try $0.id("registration_id") })
    }
    static func mark(_ registration: Identifier, of event: Identifier, by person: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO attendance_mark (registration_id, event_id, marked_by, marked_at)
            VALUES (\(registration), \(event), \(person), \(tx.now)) ON CONFLICT (registration_id) DO NOTHING
            """)
    }
    static func unmark(_ registration: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM attendance_mark WHERE registration_id = \(registration)")
    }

    // MARK: Rows

    private static let columns: SQL =
        "id, number, kind, event_id, registration_id, person_id, issued_at, revoked_at, content, digest"

    private static func certificate(_ row: Row) throws -> Certificate {
        Certificate(
            id: try row.id("id"), number: try row.text("number"), kind: try row.raw("kind"), event: try row.id("event_id"),
            registration: try row.optionalID("registration_id"), person: try row.optionalID("person_id"),
            issuedAt: try row.instant("issued_at"), revokedAt: try row.optionalInstant("revoked_at"),
            content: try row.decoded("content"), digest: try row.text("digest"))
    }

    // MARK: Personal data

    package static let records: [PersonalRecord] = [certificates, marks]

    private static let certificates = PersonalRecord(
        "certificates", columns: ["certificate.person_id"],
        export: { "SELECT number, kind, event_id, issued_at, revoked_at, content FROM certificate WHERE person_id = \($0)" },
        erasure: .removed { person, tx in
            try tx.execute("DELETE FROM certificate WHERE person_id = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE certificate SET person_id = \(into) WHERE person_id = \(from)")
        })

    private static let marks = PersonalRecord(
        "attendanceMarks", columns: ["attendance_mark.marked_by"],
        export: { "SELECT event_id, marked_at FROM attendance_mark WHERE marked_by = \($0)" },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE attendance_mark SET marked_by = NULL WHERE marked_by = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE attendance_mark SET marked_by = \(into) WHERE marked_by = \(from)")
        })
}
