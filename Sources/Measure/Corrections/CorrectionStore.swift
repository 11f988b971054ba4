import Base
import Store

/// The corrections log in the database: rows are added and never changed.
package enum CorrectionStore {
    /// In the order in which they were made.
    package static func all(of edition: Identifier, in tx: Reader) throws -> [Correction] {
        try tx.rows("SELECT * FROM index_correction WHERE edition_id = \(edition) ORDER BY number").map { row in
            Correction(
                id: try row.id("id"), edition: try row.id("edition_id"), number: try row.int("number"), at: try row.instant("at"),
                person: try row.optionalID("person_id"), unit: try row.text("unit"), indicator: try row.text("indicator"),
                old: try row.optionalDouble("old_value"), new: try row.optionalDouble("new_value"),
                reason: try row.localized("reason"), oldDigest: try row.text("old_digest"), newDigest: try row.text("new_digest"))
        }
    }

    static func insert(_ one: Correction, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO index_correction (id, edition_id, number, at, person_id, unit, indicator, old_value, new_value,
              reason, old_digest, new_digest)
            VALUES (\(one.id), \(one.edition), \(one.number), \(one.at), \(one.person), \(one.unit), \(one.indicator),
              \(one.old), \(one.new), \(one.reason), \(one.oldDigest), \(one.newDigest))
            """)
    }

    static let personal = PersonalRecord(
        "indexCorrections", columns: ["index_correction.person_id"],
        export: {
            "SELECT edition_id, number, at, unit, indicator, old_value, new_value, reason FROM index_correction WHERE person_id = \($0)"
        },
        erasure: .removed { person, tx in
            try tx.execute("UPDATE index_correction SET person_id = NULL WHERE person_id = \(person)")
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE index_correction SET person_id = \(into) WHERE person_id = \(from)")
        })
}
