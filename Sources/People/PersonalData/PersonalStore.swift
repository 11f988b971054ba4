import Base
import Store

/// The map of personal data of the ground and of People: a line for each table that names a person.
package enum PersonalStore {
    package static let records: [PersonalRecord] = [
        profile, affiliations, roles, granted, sessions, links, letters, audit,
    ]

    private static let profile = PersonalRecord(
        "profile", columns: ["person_profile.person_id"],
        export: { "SELECT * FROM person_profile WHERE person_id = \($0)" },
        files: { "SELECT portrait_id AS id FROM person_profile WHERE person_id = \($0) AND portrait_id IS NOT NULL" },
        erasure: .removed { person, tx in try ProfileStore.remove(person, in: tx) },
        merge: { from, into, tx in
            // The profile of the one who stays wins; the other's is taken only where there is none.
            try tx.execute(
                """
                UPDATE person_profile SET person_id = \(into) WHERE person_id = \(from)
                AND NOT EXISTS (SELECT 1 FROM person_profile AS kept WHERE kept.person_id = \(into))
                """)
            try ProfileStore.remove(from, in: tx)
        })

    private static let affiliations = PersonalRecord(
        "affiliations", columns: ["affiliation.person_id"],
        export: { "SELECT * FROM affiliation WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM affiliation WHERE person_id = \(person)") },
        merge: { from, into, tx in
            try tx.execute("UPDATE affiliation SET person_id = \(into) WHERE person_id = \(from)")
        })

    private static let roles = PersonalRecord(
        "roles", columns: ["role_grant.person_id"],
        export: { "SELECT role, scope, part, granted_at FROM role_grant WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM role_grant WHERE person_id = \(person)") },
        merge: { from, into, tx in
            // Roles do not travel: two entries made one must not make anybody mightier than either was seen to be.
            try tx.execute("DELETE FROM role_grant WHERE person_id = \(from)")
            _ = into
        })

    private static let granted = PersonalRecord(
        "granted", columns: ["role_grant.granted_by"],
        export: { "SELECT role, scope, part, granted_at FROM role_grant WHERE granted_by = \($0)" },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE role_grant SET granted_by = NULL WHERE granted_by = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE role_grant SET granted_by = \(into) WHERE granted_by = \(from)")
        })

    private static let sessions = PersonalRecord(
        "sessions", columns: ["session.person_id"],
        export: { "SELECT created_at, expires_at FROM session WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM session WHERE person_id = \(person)") },
        merge: { from, _, tx in try tx.execute("DELETE FROM session WHERE person_id = \(from)") })

    private static let links = PersonalRecord(
        "signInLinks", columns: ["sign_in_link.person_id"],
        export: { "SELECT created_at, expires_at, used_at FROM sign_in_link WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM sign_in_link WHERE person_id = \(person)") },
        merge: { from, _, tx in try tx.execute("DELETE FROM sign_in_link WHERE person_id = \(from)") })

    /// Letters know addresses, not persons.
    private static let letters = PersonalRecord(
        "letters", columns: [],
        export: { person in
            """
            SELECT recipient, subject, body, created_at, state FROM letter
            WHERE recipient IN (SELECT email FROM person WHERE id = \(person) AND email IS NOT NULL)
            """
        },
        erasure: .removed { person, tx in
            try tx.execute(
                "DELETE FROM letter WHERE recipient IN (SELECT email FROM person WHERE id = \(person) AND email IS NOT NULL)")
        },
        merge: { _, _, _ in })

    private static let audit = PersonalRecord(
        "audit", columns: ["audit.person_id"],
        export: { "SELECT at, verb, kind, subject FROM audit WHERE person_id = \($0)" },
        erasure: .kept("audit"),
        merge: { _, _, _ in })

    /// The kept files that a record counts as the person's.
    static func files(_ record: PersonalRecord, of person: Identifier, in tx: Reader) throws -> [Identifier] {
        try record.files.map { try tx.rows($0(person)).map { try $0.id("id") } } ?? []
    }

    /// Everything that a record holds of the person, as text, column by column.
    static func rows(_ record: PersonalRecord, of person: Identifier, in tx: Reader) throws -> [[String: String]] {
        try tx.rows(record.export(person)).map { row in
            var shown: [String: String] = [:]
            for (column, value) in zip(row.columns, row.values) {
                shown[column] =
                    switch value {
                    case .null: ""
                    case .integer(let number) where column.hasSuffix("_at") || column == "at":
                        Instant(milliseconds: number).iso(offset: 0)
                    case .integer(let number): String(number)
                    case .real(let number): String(number)
                    case .text(let text): text
                    case .blob(let bytes): "\(bytes.count) bytes"
                    }
            }
            return shown
        }
    }

    /// The person's own row stays, since what is kept refers to it; nothing in it tells who she was.
    static func blank(_ person: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE person SET name = '—', latin = NULL, sort_key = NULL, email = NULL, email_folded = NULL
            WHERE id = \(person)
            """)
        // Notes name what they are about; those about her have been delivered or are not worth it any more.
        for row in try tx.rows("SELECT id, reference FROM note") {
            let reference: Reference = try row.decoded("reference")
            if reference.id == person { try tx.execute("DELETE FROM note WHERE id = \(try row.id("id"))") }
        }
    }

    static func remove(_ person: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM person WHERE id = \(person)")
    }
}
