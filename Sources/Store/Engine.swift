import Base

/// A connection inside a transaction, as a driver offers it.
package protocol EngineConnection {
    var dialect: Dialect { get }
    /// Runs one statement. `changes` counts the rows that INSERT, UPDATE or DELETE touched.
    func run(_ text: String, _ values: [SQLValue]) throws -> (rows: [Row], changes: Int)
    /// Runs several statements without values: migrations only.
    func script(_ text: String) throws
}

/// A database engine: SQLite or PostgreSQL. Closures are synchronous, so that no transaction is held over a suspension.
package protocol Engine: Sendable {
    var dialect: Dialect { get }
    /// Name and version, for `/health` and the start: `SQLite 3.40.1`.
    var version: String { get }
    /// Things the operator should know at the start, in English.
    var warnings: [String] { get }
    /// A read-only transaction with one snapshot.
    func read<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// One transaction that is durable when this returns; a thrown error rolls it back. Tries once: `Database` retries.
    func write<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// Runs `body` alone in the whole installation, in one transaction: migrations.
    func exclusively<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// A wake-up each time that some process has committed a change (also spurious ones); the table is the truth.
    func wakes() -> AsyncStream<Void>
    /// Tells the other processes to look at the change table: called inside the transaction that wrote to it.
    func announce(_ connection: any EngineConnection) throws
    func close() async
}
