import Base

/// Chains audit rows into hashes in batches after their commit, so that the chain's head is no row that every write
/// must touch. A row may be sealed later than one that was written after it; each is sealed once.
package struct AuditSealer: Sendable {
    private let database: Database
    private static let most = 1000
    /// How far behind its beginning a transaction may commit and still be found without looking at every row, in minutes.
    private static let lateness = 60

    package init(_ database: Database) { self.database = database }

    /// Seals up to a thousand waiting rows; how many it were.
    @discardableResult
    package func seal() async throws -> Int { try await seal(since: nil) }

    /// The waiting rows are looked for in a reader: a writer that had read the whole table would, on PostgreSQL, be in
    /// conflict with everyone who adds to it. If another sealer was faster, both keys of `audit_seal` say so.
    private func seal(since: Instant?) async throws -> Int {
        try await Retry.run(attempts: Database.attempts) {
            let rows = try await database.read { try AuditSealer.waiting(since: since, in: $0) }
            guard !rows.isEmpty else { return 0 }
            do {
                return try await database.write { try AuditSealer.chain(rows, in: $0) }
            } catch StoreError.unique(let key) { throw StoreError.conflict(key) }
        }
    }

    private static func waiting(since: Instant?, in tx: Reader) throws -> [Row] {
        // Identifiers begin with their instant, so those since then are one stretch of the key.
        let first = since.map { String(Identifier(at: $0, count: 0).text.prefix(13)) } ?? ""
        return try tx.rows(
            """
            SELECT id, at, person_id, verb, kind, subject, before_digest, after_digest FROM audit
            WHERE id >= \(first) AND NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.audit_id = audit.id)
            ORDER BY id LIMIT \(most)
            """)
    }

    private static func chain(_ rows: [Row], in tx: Writer) throws -> Int {
        let head = try tx.first("SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1")
        var number = try head?.int("number") ?? 0
        var previous = try head?.text("hash") ?? AuditTrail.start
        for row in rows {
            number += 1
            previous = try AuditTrail.hash(previous, row)
            try tx.send("INSERT INTO audit_seal (number, audit_id, hash) VALUES (\(number), \(try row.id("id")), \(previous))")
        }
        return rows.count
    }

    /// Seals until it is cancelled, in one program of several, every second and at once while there is much. Once an hour it looks at every row,
    /// in between at the last hour's.
    package func run() async throws {
        let lease = Lease("audit", database)
        try await lease.during { try await run(lease) }
    }

    private func run(_ lease: Lease) async throws {
        var whole: Instant?
        while !Task.isCancelled {
            guard (try? await lease.isOurs()) ?? false else {
                try await Task.sleep(for: .seconds(1))
                continue
            }
            let now = database.now
            let edge = now.adding(minutes: -AuditSealer.lateness)
            let isWhole = whole.map { $0 <= edge || $0 > now } ?? true
            let count = try? await seal(since: isWhole ? nil : edge)
            if isWhole, let count, count < AuditSealer.most { whole = now }
            if (count ?? 0) < AuditSealer.most { try await Task.sleep(for: .seconds(1)) }
        }
    }
}
