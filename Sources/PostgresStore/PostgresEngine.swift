import Base
import Foundation
import NIOPosix
import Store

/// PostgreSQL by libpq: blocking calls on a pool of threads, a connection each. Writes are SERIALIZABLE, so that they mean
/// the same as on SQLite; reads have one snapshot.
package final class PostgresEngine: Engine {
    package let dialect = Dialect.postgres
    package let version: String
    package var warnings: [String] { [] }
    private let threads: NIOThreadPool
    private let connections: ConnectionShelf
    private let listener: NoticeListener

    /// Connects, makes the schema if it is not there, and starts the threads.
    package init(url: String, schema: String = "plenaria", connections count: Int = 8) async throws {
        guard !schema.isEmpty, schema.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
            throw StoreError.refused("the schema's name may have small letters, digits and underscores only: \(schema)")
        }
        connections = ConnectionShelf(url: url, schema: schema)
        listener = NoticeListener(url: url, schema: schema)
        threads = NIOThreadPool(numberOfThreads: max(1, count))
        threads.start()
        let shelf = connections
        version = try await threads.runIfActive {
            try shelf.with { connection in
                try connection.script("CREATE SCHEMA IF NOT EXISTS \"\(schema)\"")
                return "PostgreSQL \(connection.serverVersion / 10_000).\(connection.serverVersion % 10_000)"
            }
        }
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", body)
    }

    package func exclusively<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        // Read committed: after waiting for the lock it must see what its former holder did.
        try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED") { connection in
            try connection.script("SELECT pg_advisory_xact_lock(7306086967)")
            return try body(connection)
        }
    }

    private func transaction<T: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        let shelf = connections
        return try await threads.runIfActive {
            try shelf.with { connection in
                try connection.script(begin)
                do {
                    let result = try body(connection)
                    try connection.script("COMMIT")
                    return result
                } catch {
                    // On a broken connection there is nothing to roll back: the shelf drops it.
                    try? connection.script("ROLLBACK")
                    throw error
                }
            }
        }
    }

    package func wakes() -> AsyncStream<Void> { listener.listen() }
    package func announce(_ connection: any EngineConnection) throws {
        try connection.script("SELECT pg_notify('plenaria_change', current_schema())")
    }

    package func close() async {
        listener.stop()
        try? await threads.shutdownGracefully()
        connections.empty()
    }
}
