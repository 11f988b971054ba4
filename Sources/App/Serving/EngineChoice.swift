import Base
import Foundation
import PostgresStore
import SQLiteStore
import Store

/// Which engine the settings ask for.
package enum EngineChoice {
    /// Opens the database; throws `StoreError.refused` with words where it is in use or cannot be reached.
    package static func open(_ settings: Settings) async throws -> any Engine {
        if settings.databaseURL.isEmpty {
            try FileManager.default.createDirectory(atPath: settings.data, withIntermediateDirectories: true)
            return try SQLiteEngine(path: settings.data + "/plenaria.sqlite")
        }
        return try await PostgresEngine(
            url: settings.databaseURL, schema: settings.databaseSchema, connections: settings.databaseConnections)
    }

    /// There is a database to look at; one that is not there yet holds nothing.
    package static func exists(_ settings: Settings) -> Bool {
        !settings.databaseURL.isEmpty || FileManager.default.fileExists(atPath: settings.data + "/plenaria.sqlite")
    }

    /// Another process, the running server mostly, has the SQLite file.
    package static func isInUse(_ settings: Settings) -> Bool {
        settings.databaseURL.isEmpty && exists(settings) && SQLiteEngine.isInUse(path: settings.data + "/plenaria.sqlite")
    }

    /// Opened and brought to the newest schema.
    package static func migrated(_ settings: Settings) async throws -> Database {
        let database = Database(try await open(settings))
        try await Migrator(House.migrations).run(on: database)
        return database
    }
}
