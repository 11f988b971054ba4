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

    package func text(_ dialect: Dialect) -> String {
        switch dialect {
        case .postgres: return postgres ?? sql
        case .sqlite:
            let typed = sql.replacingOccurrences(of: "BIGINT", with: "INTEGER").replacingOccurrences(
                of: "DOUBLE PRECISION", with: "REAL")
            return typed.split(separator: ";").map { statement in
                let bare = statement.trimmingCharacters(in: .whitespacesAndNewlines)
                return bare.hasPrefix("CREATE TABLE") ? bare + " STRICT" : bare
            }
            .filter { !$0.isEmpty }.map { $0 + ";" }.joined(separator: "\n")
        }
    }

    /// SHA-256 of both texts: a migration that was changed after it had been applied is found.
    package var checksum: String {
        SHA256.hash(data: Data((sql + "\u{0}" + (postgres ?? "")).utf8)).map {
            String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)
        }.joined()
    }
}

/// Brings a database to the newest schema, alone in the whole installation.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    package init(_ migrations: [Migration]) { self.migrations = migrations }

    /// Applies what is missing, in order, in one transaction. Throws `StoreError.migration` for a changed step and for a
    /// database that a newer program has migrated.
    @discardableResult
    package func run(on database: Database) async throws -> [String] {
        let migrations = migrations
        let now = database.now
        return try await database.engine.exclusively { connection in
            try connection.script(
                "CREATE TABLE IF NOT EXISTS migration (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, at BIGINT NOT NULL)")
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
