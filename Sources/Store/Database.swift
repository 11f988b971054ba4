import Base
import Logging
import Synchronization

/// The one door to storage: an engine, a clock, bounded retries and group commit.
package final class Database: Sendable {
    package let engine: any Engine
    private let clock: @Sendable () -> Instant
    private let batches: GroupCommit
    private let lanes = Mutex<[String: GroupCommit]>([:])
    /// How often a write is run again when it meets another one.
    package static let attempts = 12

    package init(_ engine: any Engine, clock: @escaping @Sendable () -> Instant = SystemClock.now) {
        self.engine = engine
        self.clock = clock
        batches = GroupCommit(engine: engine, clock: clock)
    }

    package var dialect: Dialect { engine.dialect }
    package var now: Instant { clock() }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        let engine = engine
        return try await Retry.run(attempts: Database.attempts) {
            let now = self.clock()
            return try await engine.read { try body(Reader(now: now, connection: $0)) }
        }
    }

    /// One durable transaction. The closure may run more than once: it must do nothing but read and write here.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        let engine = engine
        return try await Retry.run(attempts: Database.attempts) {
            let now = self.clock()
            return try await engine.write { try body(Writer(now: now, connection: $0, engine: engine)) }
        }
    }

    /// For hot paths: many callers' closures share one durable transaction, a savepoint each; one that throws undoes
    /// only its own writes.
    @discardableResult
    package func group<T: Sendable>(_ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await batches.submit(body)
    }

    /// The same for a hot row: closures of one lane run one after the other in the whole installation, so that none is sent back
    /// because another was quicker. They go in the order in which they came; where `since` says since when each has been asking,
    /// those who wait together go in that order, in whichever program they wait (`LaneOrder`).
    ///
    /// - Parameter behind: Since when the first has been asking of those whom the caller will only send here later.
    @discardableResult
    package func group<T: Sendable>(
        lane: String, since: Instant? = nil, behind: (@Sendable () -> Instant?)? = nil,
        _ body: @escaping @Sendable (Writer) throws -> T
    ) async throws -> T {
        // SQLite has one writer: the more go in one transaction, the better.
        if dialect == .sqlite { return try await batches.submit(since: since, body) }
        let batches = lanes.withLock { lanes in
            if let known = lanes[lane] { return known }
            let new = GroupCommit(engine: engine, clock: clock, lane: lane)
            lanes[lane] = new
            return new
        }
        return try await batches.submit(since: since, behind: behind, body)
    }

    /// In how many programs of the installation somebody waits for a lane whose callers say since when they ask; 1 where only
    /// this one is known of.
    package func programs(inLane lane: String) -> Int { lanes.withLock { $0[lane]?.programs } ?? 1 }

    package func close() async { await engine.close() }
}
