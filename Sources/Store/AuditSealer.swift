import Base

/// Chains audit rows into hashes in batches after their commit, so that the chain's head is no row that every write
/// must touch. A row may be sealed later than one that was written after it; each is sealed once.
package struct AuditSealer: Sendable {
    private let database: Database
    package init(_ database: Database) { self.database = database }

    /// Seals up to a thousand waiting rows; how many it were.
    @discardableResult
    package func seal() async throws -> Int {
        try await database.write { tx in
            let head = try tx.first("SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1")
            var number = try head?.int("number") ?? 0
            var previous = try head?.text("hash") ?? AuditTrail.start
            let rows = try tx.rows(
                """
                SELECT id, at, person_id, verb, kind, subject, before_digest, after_digest FROM audit
                WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.audit_id = audit.id) ORDER BY id LIMIT 1000
                """)
            for row in rows {
                number += 1
                previous = try AuditTrail.hash(previous, row)
                try tx.execute(
                    "INSERT INTO audit_seal (number, audit_id, hash) VALUES (\(number), \(try row.id("id")), \(previous))")
            }
            return rows.count
        }
    }

    /// Seals until it is cancelled, every second and at once while there is much.
    package func run() async throws {
        while !Task.isCancelled {
            let count = (try? await seal()) ?? 0
            if count < 1000 { try await Task.sleep(for: .seconds(1)) }
        }
    }
}
