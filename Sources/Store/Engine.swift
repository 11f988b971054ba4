import Base

/// A connection inside a transaction, as a driver offers it.
package protocol EngineConnection {
    var dialect: Dialect { get }
    /// Runs one statement. `changes` counts the rows that INSERT, UPDATE or DELETE touched.
    func run(_ text: String, _ values: [SQLValue]) throws -> (rows: [Row], changes: Int)
    /// Runs one statement whose outcome nobody waits for. Where the database is another program, it goes with the next one; if it
    /// fails, the error comes there, with `settle` or with the transaction's end.
    func send(_ text: String, _ values: [SQLValue]) throws
    /// Waits for what was sent.
    func settle() throws
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
    /// One durable transaction beside which, in the whole installation, none of the same lane runs: for rows that many want
    /// at once. Whoever waits for the lane goes in the order in which they came, and nobody is sent back to try again. Every
    /// statement sees what was committed before it.
    func write<T: Sendable>(lane: String, _ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// Runs `body` alone in the whole installation, in one transaction: migrations.
    func exclusively<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// A wake-up each time that some process has committed a change (also spurious ones); the table is the truth.
    func wakes() -> AsyncStream<Void>
    /// Tells the other processes to look at the change table: called inside the transaction that wrote to it.
    func announce(_ connection: any EngineConnection) throws
    func close() async
}

extension EngineConnection {
    package func send(_ text: String, _ values: [SQLValue]) throws { _ = try run(text, values) }
    package func settle() throws {}
}
