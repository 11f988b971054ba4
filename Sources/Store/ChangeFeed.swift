import Base

/// What changed, for caches and live pages. The table is the truth; a wake-up from the engine only says when to look,
/// and a look every half second stands behind it.
package struct ChangeFeed: Sendable {
    package struct Change: Sendable, Hashable {
        package let id: Int64
        package let topic: String
        package init(id: Int64, topic: String) {
            self.id = id
            self.topic = topic
        }
    }
    /// What a reader has seen. On SQLite transactions end in the order of their rows, so the last row says it all. On
    /// PostgreSQL a row with a smaller id may come to light later, so it takes the whole snapshot.
    package enum Position: Sendable, Hashable {
        case row(Int64)
        case snapshot(String, oldest: Int64)
    }
    static let most = 1000

    private let database: Database
    package init(_ database: Database) { self.database = database }

    /// The changes that were not there at `position`, each exactly once, and the position behind them. On SQLite at most a
    /// thousand at once.
    package static func changes(after position: Position, in tx: Reader) throws -> (changes: [Change], position: Position) {
        switch position {
        case .row(let last):
            let rows = try tx.rows("SELECT id, topic FROM change WHERE id > \(last) ORDER BY id LIMIT \(most)")
            let found = try rows.map(change)
            return (found, .row(found.last?.id ?? last))
        case .snapshot(let seen, let oldest):
            // The last condition leaves out rows of a dump from a server whose transactions had higher numbers.
            let rows = try tx.rows(
                """
                SELECT id, topic FROM change WHERE xact >= \(oldest)
                  AND NOT pg_visible_in_snapshot(xact::text::xid8, \(seen)::text::pg_snapshot)
                  AND pg_visible_in_snapshot(xact::text::xid8, pg_current_snapshot())
                ORDER BY id
                """)
            return (try rows.map(change), try self.position(in: tx))
        }
    }

    private static func change(_ row: Row) throws -> Change { Change(id: Int64(try row.int("id")), topic: try row.text("topic")) }

    /// Everything that this transaction sees.
    package static func position(in tx: Reader) throws -> Position {
        switch tx.dialect {
        case .sqlite: return .row(Int64(try tx.count("SELECT COALESCE(MAX(id), 0) AS id FROM change")))
        case .postgres:
            let row = try tx.first(
                "SELECT pg_current_snapshot()::text AS seen, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest")
            guard let row else { throw StoreError.row("no snapshot") }
            return .snapshot(try row.text("seen"), oldest: Int64(try row.int("oldest")))
        }
    }

    /// Calls `onChange` with each batch until it is cancelled. What was missed while the database was away comes then.
    package func run(onChange: @escaping @Sendable ([Change]) async -> Void) async throws {
        let wakes = database.engine.wakes()
        var position = try await database.read { try ChangeFeed.position(in: $0) }
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in wakes { signal.yield() } }
            group.addTask {
                while !Task.isCancelled {
                    try await Task.sleep(for: .milliseconds(500))
                    signal.yield()
                }
            }
            for await _ in signals {
                try Task.checkCancellation()
                let from = position
                guard let found = try? await database.read({ try ChangeFeed.changes(after: from, in: $0) }) else { continue }
                position = found.position
                if !found.changes.isEmpty { await onChange(found.changes) }
                if found.changes.count >= ChangeFeed.most { signal.yield() }
            }
            group.cancelAll()
        }
    }
}
