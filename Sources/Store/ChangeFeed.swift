import Base

/// What changed, for caches and live pages. The table is the truth; a wake-up from the engine only says when to look,
/// and a look every second stands behind it.
package struct ChangeFeed: Sendable {
    package struct Change: Sendable, Hashable {
        package let id: Int64
        package let topic: String
    }
    private let database: Database
    package init(_ database: Database) { self.database = database }

    /// Changes after a position that no transaction still under way can come before.
    package static func changes(after position: Int64, in tx: Reader) throws -> [Change] {
        let rows: [Row]
        switch tx.dialect {
        case .sqlite: rows = try tx.rows("SELECT id, topic FROM change WHERE id > \(position) ORDER BY id LIMIT 1000")
        case .postgres:
            rows = try tx.rows(
                """
                SELECT id, topic FROM change WHERE id > \(position) AND xact < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                ORDER BY id LIMIT 1000
                """)
        }
        return try rows.map { Change(id: Int64(try $0.int("id")), topic: try $0.text("topic")) }
    }

    package static func position(in tx: Reader) throws -> Int64 {
        Int64(try tx.first("SELECT COALESCE(MAX(id), 0) AS id FROM change")?.int("id") ?? 0)
    }

    /// Calls `onChange` with each batch until it is cancelled. What was missed while the database was away comes then.
    package func run(onChange: @escaping @Sendable ([Change]) async -> Void) async throws {
        var position = try await database.read { try ChangeFeed.position(in: $0) }
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let wakes = database.engine.wakes()
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
                guard let changes = try? await database.read({ try ChangeFeed.changes(after: from, in: $0) }), !changes.isEmpty
                else { continue }
                position = changes[changes.count - 1].id
                await onChange(changes)
            }
            group.cancelAll()
        }
    }
}
