import Base
import Foundation
import GRDB
import Store

/// SQLite by GRDB's pool: one writer connection, readers read-only with snapshots, write-ahead log.
/// Of GRDB only the pool, its snapshots and its statement cache are used.
package final class SQLiteEngine: Engine {
    package let dialect = Dialect.sqlite
    private let pool: DatabasePool
    private let lock: DataLock
    private let bell = Bell()
    package let version: String

    /// Opens or makes the file. Throws `StoreError.refused` if another process has it: SQLite before 3.51.3 can damage a
    /// file that two connections write and checkpoint at once, so there is exactly one writer in exactly one process.
    /// Another process has the file.
    package static func isInUse(path: String) -> Bool {
        guard let lock = try? DataLock(path + ".lock") else { return true }
        lock.release()
        return false
    }

    package init(path: String) throws {
        lock = try DataLock(path + ".lock")
        var configuration = Configuration()
        configuration.maximumReaderCount = 6
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = ON")
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB sets NORMAL on the writer after `prepareDatabase`: FULL must come later, or a power cut can lose what
            // was answered. A test reads it back on the writer.
            version = try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                return "SQLite " + (try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "unknown")
            }
        } catch let error as DatabaseError { throw SQLiteEngine.translated(error) }
    }

    package var warnings: [String] {
        let numbers = version.split(whereSeparator: { $0 == " " || $0 == "." }).compactMap { Int($0) }
        guard numbers.count >= 3, (numbers[0], numbers[1], numbers[2]) < (3, 51, 3) else { return [] }
        return [
            "\(version) has the WAL-reset defect (mended in 3.51.3): never open the file with another program while Plenaria runs"
        ]
    }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await translating { try await self.pool.read { try body(SQLiteConnection(db: $0)) } }
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        let result = try await translating {
            try await self.pool.write { db in
                let connection = SQLiteConnection(db: db)
                let value = try body(connection)
                guard !connection.isSpoiled else { throw StoreError.passedOver }
                return (value, connection.hasAnnounced)
            }
        }
        // After the commit, never before: who is woken must find the rows.
        if result.1 { bell.ring() }
        return result.0
    }

    /// There is one writer: every transaction is alone.
    package func write<T: Sendable>(
        lane: String, _ body: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await write(body)
    }

    package func exclusively<T: Sendable>(_ body: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await write(body)
    }

    package func wakes() -> AsyncStream<Void> { bell.listen() }
    package func announce(_ connection: any EngineConnection) throws { (connection as? SQLiteConnection)?.hasAnnounced = true }

    package func close() async {
        try? pool.close()
        lock.release()
    }

    /// Reads a pragma on the writer's connection: for tests and the doctor.
    package func writerPragma(_ name: String) async throws -> Int? {
        try await pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA \(name)") }
    }

    private func translating<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as DatabaseError { throw SQLiteEngine.translated(error) }
    }

    static func translated(_ error: DatabaseError) -> StoreError {
        let detail = error.message ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return .unique(detail)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKey(detail)
        case .SQLITE_CONSTRAINT_CHECK, .SQLITE_CONSTRAINT_NOTNULL, .SQLITE_CONSTRAINT_DATATYPE: return .check(detail)
        default: break
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .conflict(detail)
        case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY: return .full(detail)
        case .SQLITE_CANTOPEN, .SQLITE_NOTADB: return .refused("the database file cannot be opened: \(detail)")
        default: return .other("\(error.resultCode.rawValue) \(detail)")
        }
    }
}
