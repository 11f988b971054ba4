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
    private let schema: String

    /// Connects, makes the schema if it is not there, and starts the threads.
    package init(url: String, schema: String = "plenaria", connections count: Int = 8) async throws {
        guard !schema.isEmpty, schema.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) else {
            throw StoreError.refused("the schema's name may have small letters, digits and underscores only: \(schema)")
        }
        self.schema = schema
        let address = try PostgresAddress(url)
        connections = ConnectionShelf(address: address, schema: schema)
        listener = NoticeListener(address: address, schema: schema)
        threads = NIOThreadPool(numberOfThreads: max(1, count))
        threads.start()
        let (shelf, threads) = (connections, threads)
        do {
            version = try await threads.runIfActive { try PostgresEngine.prepare(schema, on: shelf) }
        } catch {
            try? await threads.shutdownGracefully()
            throw error
        }
    }

    /// Makes the schema if it is not there, behind the lock: two programs may start at once. The role may lack the right to
    /// make one where an administrator has made it already.
    private static func prepare(_ schema: String, on shelf: ConnectionShelf) throws -> String {
        try shelf.transaction("BEGIN ISOLATION LEVEL READ COMMITTED") { connection in
            try lock(schema, on: connection)
            if try connection.run("SELECT 1 AS found FROM pg_namespace WHERE nspname = $1", [.text(schema)]).rows.isEmpty {
                try connection.script("CREATE SCHEMA \"\(schema)\"")
            }
            return "PostgreSQL \(connection.serverVersion / 10_000).\(connection.serverVersion % 10_000)"
        }
    }

    /// Held until the transaction ends; it may be waited for as long as the other's migration takes.
    private static func lock(_ schema: String, on connection: any EngineConnection) throws {
        try connection.script("SET LOCAL statement_timeout TO 0")
        _ = try connection.run(
            "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text AS locked", [.text("plenaria " + schema)])
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", isLook: true, body)
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL SERIALIZABLE", body)
    }

    package func exclusively<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        // Read committed: after waiting for the lock it must see what its former holder did.
        let schema = schema
        return try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED") { connection in
            try PostgresEngine.lock(schema, on: connection)
            return try body(connection)
        }
    }

    /// The lane's lock is taken before the transaction begins and freed after its commit: what is read inside is what the
    /// one before has left, so that read committed is enough and no batch is thrown away for a serialization failure.
    package func write<T: Sendable>(
        lane: String, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await transaction("BEGIN ISOLATION LEVEL READ COMMITTED", lane: "plenaria \(schema) \(lane)", body)
    }

    private func transaction<T: Sendable>(
        _ begin: String, lane: String? = nil, isLook: Bool = false,
        _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        let shelf = connections
        return try await threads.runIfActive {
            try shelf.transaction(begin, lane: lane, isLook: isLook, body)
        }
    }

    package func wakes() -> AsyncStream<Void> { listener.listen() }
    package func announce(_ connection: any EngineConnection) throws {
        try connection.send("SELECT pg_notify('plenaria_change', current_schema())::text AS told", [])
    }

    package func close() async {
        listener.stop()
        try? await threads.shutdownGracefully()
        connections.empty()
    }
}
