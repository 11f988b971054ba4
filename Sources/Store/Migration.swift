import Base
import Crypto
import Foundation

/// One step of the schema, applied once and never changed afterwards. The text uses TEXT, BIGINT and DOUBLE PRECISION;
/// SQLite gets STRICT tables with INTEGER and REAL. Where the engines differ, `postgres` holds the other text.
package struct Migration: Sendable, Hashable {
    package let id: String
    private let sql: String
    private let postgres: String?

    package init(id: String, sql: String, postgres: String? = nil) {
        self.id = id
        self.sql = sql
        self.postgres = postgres
    }

    /// The text for an engine. Text sorts by its bytes on both: PostgreSQL would go by the server's locale.
    package func text(_ dialect: Dialect) -> String {
        let written = dialect == .postgres ? postgres ?? sql : sql
        return written.split(separator: ";").map { Migration.bare($0) }.filter { !$0.isEmpty }
            .map { Migration.rendered($0, dialect) + ";" }.joined(separator: "\n")
    }

    /// A statement without outer blanks and the comments before it.
    private static func bare(_ statement: Substring) -> String {
        let lines = statement.split(separator: "\n").drop { line in
            let begin = line.drop { $0 == " " }
            return begin.isEmpty || begin.hasPrefix("--")
        }
        return lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func rendered(_ statement: String, _ dialect: Dialect) -> String {
        switch dialect {
        case .sqlite:
            let typed = statement.replacing("BIGINT", with: "INTEGER").replacing("DOUBLE PRECISION", with: "REAL")
            return statement.hasPrefix("CREATE TABLE") ? typed + " STRICT" : typed
        case .postgres:
            let makesColumns = statement.hasPrefix("CREATE TABLE") || statement.hasPrefix("ALTER TABLE")
            return makesColumns ? statement.replacing(/\bTEXT\b/, with: "TEXT COLLATE \"C\"") : statement
        }
    }

    /// SHA-256 of both texts: a migration that was changed after it had been applied is found.
    package var checksum: String {
        hexadecimal(SHA256.hash(data: Data((sql + "\u{0}" + (postgres ?? "")).utf8)))
    }
}

/// Brings a database to the newest schema, alone in the whole installation.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    private static let table = Migration(
        id: "migration",
        sql: "CREATE TABLE IF NOT EXISTS migration (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, at BIGINT NOT NULL);")
    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// Applies what is missing, in order, in one transaction. Throws `StoreError.migration` for a changed step and for a
    /// database that a newer program has migrated.
    @discardableResult
    package func run(on database: Database) async throws -> [String] {
        let migrations = migrations
        let now = database.now
        return try await database.engine.exclusively { connection in
            try connection.script(Migrator.table.text(connection.dialect))
            let tx = Writer(now: now, connection: connection, engine: database.engine)
            var applied: [String: String] = [:]
            for row in try tx.rows("SELECT id, checksum FROM migration") {
                applied[try row.text("id")] = try row.text("checksum")
            }
            let known = Set(migrations.map(\.id))
            if let newer = applied.keys.sorted().first(where: { !known.contains($0) }) {
                throw StoreError.migration("the database was migrated by a newer program (\(newer)); this one cannot use it")
            }
            var done: [String] = []
            for migration in migrations {
                if let checksum = applied[migration.id] {
                    guard checksum == migration.checksum else {
                        throw StoreError.migration("\(migration.id) was changed after it had been applied")
                    }
                    continue
                }
                try connection.script(migration.text(connection.dialect))
                try tx.execute("INSERT INTO migration (id, checksum, at) VALUES (\(migration.id), \(migration.checksum), \(now))")
                done.append(migration.id)
            }
            return done
        }
    }
}
