import Base
import Synchronization

/// Work that one program of an installation does for all of them: it is held for a while, held on to, and goes to another program
/// when its holder has ended. On SQLite there is one program, which has it always.
///
/// It saves work that several would do at once. What must not be done twice is kept from that where it is done.
package final class Lease: Sendable {
    private let name: String
    private let program: Identifier
    private let database: Database
    /// Ours until then; and when the database is to be asked next.
    private let known = Mutex<(until: Instant, askAt: Instant)>((.never, .never))
    /// Seconds. Whoever has it asks again after half of them, whoever has not after one.
    package static let length: Int64 = 10

    package init(_ name: String, _ database: Database) {
        self.name = name
        self.database = database
        program = Identifier(at: database.now)
    }

    /// Whether the work is ours now.
    package func isOurs() async throws -> Bool {
        if database.dialect == .sqlite { return true }
        let now = database.now
        let (until, askAt) = known.withLock { $0 }
        if now < askAt, now >= askAt.adding(seconds: -Lease.length) { return now < until }
        let got = try await database.group(lane: "lease \(name)") { [name, program] tx -> Instant? in
            let until = tx.now.adding(seconds: Lease.length)
            let taken = try tx.execute(
                """
                INSERT INTO lease (name, program, until) VALUES (\(name), \(program), \(until))
                ON CONFLICT (name) DO UPDATE SET program = excluded.program, until = excluded.until
                WHERE lease.program = excluded.program OR lease.until <= \(tx.now)
                """)
            return taken == 1 ? until : nil
        }
        known.withLock {
            $0 = got.map { ($0, $0.adding(seconds: -Lease.length / 2)) } ?? (.never, now.adding(seconds: 1))
        }
        return got != nil
    }

    /// Runs work that lasts until it is cancelled, and lets another have the lease then.
    package func during(_ work: () async throws -> Void) async throws {
        do { try await work() } catch {
            try? await giveUp()
            throw error
        }
        try await giveUp()
    }

    /// Another may have it at once.
    package func giveUp() async throws {
        if database.dialect == .sqlite { return }
        known.withLock { $0 = (.never, .never) }
        _ = try await uncancelled { [database, name, program] in
            try await database.group(lane: "lease \(name)") { tx in
                try tx.execute("DELETE FROM lease WHERE name = \(name) AND program = \(program)")
            }
        }
    }
}

extension Instant {
    /// Before anything here was.
    fileprivate static let never = Instant(milliseconds: 0)
}
