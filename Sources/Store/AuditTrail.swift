import Base
import Crypto
import Foundation

/// Who did what to which thing, and digests of how it was before and after: one row a verb, in the verb's transaction.
package enum AuditTrail {
    package static let start = String(repeating: "0", count: 64)

    package enum Verdict: Hashable, Sendable {
        /// Every sealed row is as it was; so many rows are sealed, so many wait for the sealer.
        case whole(sealed: Int, waiting: Int)
        /// The first place where the chain does not hold.
        case broken(number: Int, reason: Break)
    }
    package enum Break: String, Hashable, Sendable { case missingNumber, missingRow, changedRow }

    static func hash(_ previous: String, _ row: Row) throws -> String {
        let parts = try ["id", "at", "person_id", "verb", "kind", "subject", "before_digest", "after_digest"].map { name in
            switch try row.value(name) {
            case .text(let text): return "t\(text.utf8.count):\(text)"
            case .integer(let number): return "i\(number)"
            default: return "n"
            }
        }
        return digest(previous + "|" + parts.joined(separator: "|"))
    }

    package static func digest(_ text: String) -> String {
        hexadecimal(SHA256.hash(data: Data(text.utf8)))
    }

    /// Walks the whole chain, a thousand links at a time, and names the first break.
    package static func verify(in tx: Reader) throws -> Verdict {
        var previous = start
        var number = 0
        while true {
            let rows = try tx.rows(
                """
                SELECT s.number AS number, s.hash AS hash, a.id AS id, a.at AS at, a.person_id AS person_id, a.verb AS verb,
                  a.kind AS kind, a.subject AS subject, a.before_digest AS before_digest, a.after_digest AS after_digest
                FROM audit_seal s LEFT JOIN audit a ON a.id = s.audit_id
                WHERE s.number > \(number) ORDER BY s.number LIMIT 1000
                """)
            if rows.isEmpty { break }
            for row in rows {
                number += 1
                guard try row.int("number") == number else { return .broken(number: number, reason: .missingNumber) }
                guard try row.optionalText("id") != nil else { return .broken(number: number, reason: .missingRow) }
                previous = try hash(previous, row)
                guard try row.text("hash") == previous else { return .broken(number: number, reason: .changedRow) }
            }
        }
        let waiting = try tx.count(
            "SELECT COUNT(*) AS waiting FROM audit WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.audit_id = audit.id)")
        return .whole(sealed: number, waiting: waiting)
    }
}

extension Writer {
    /// The one audit row of a verb. `before` and `after` are the thing's JSON; only their digests are kept.
    package func audit(
        _ verb: String, by person: Identifier?, on kind: String, _ subject: Identifier, before: String? = nil,
        after: String? = nil
    ) throws {
        try send(
            """
            INSERT INTO audit (id, at, person_id, verb, kind, subject, before_digest, after_digest)
            VALUES (\(newID()), \(now), \(person), \(verb), \(kind), \(subject),
              \(before.map(AuditTrail.digest)), \(after.map(AuditTrail.digest)))
            """)
    }
}
