import App
import ArgumentParser
import Store

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Run the server.")
    @OptionGroup var place: Place
    @Flag(help: "Fill an empty database with the demo world; mails stay in a local outbox page.")
    var demo = false
    @Option(help: "Port to listen on (default: 8080).")
    var port: Int?

    func run() async throws {
        try await refusing { try await Serving.run(place.settings(demo: demo, port: port)) }
    }
}

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "Bring the database to the newest schema.")
    @OptionGroup var place: Place

    func run() async throws {
        try await refusing {
            let database = try await EngineChoice.migrated(place.settings())
            print("The schema is the newest one (\(database.engine.version)).")
            await database.close()
        }
    }
}

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "doctor", abstract: "Show the settings and what could be wrong.")
    @OptionGroup var place: Place

    func run() async throws {
        try await refusing {
            let settings = try await place.settings()
            for (key, value) in settings.shown { print("\(key) = \(value)") }
            let database = try await EngineChoice.migrated(settings)
            print("database: \(database.engine.version)")
            for warning in database.engine.warnings { print("warning: \(warning)") }
            await database.close()
        }
    }
}

/// Runs a command; what storage refuses is said in words and ends with status 1.
func refusing(_ body: () async throws -> Void) async throws {
    do { try await body() } catch StoreError.refused(let words) {
        throw Refused(description: words)
    } catch StoreError.migration(let words) {
        throw Refused(description: words)
    }
}

struct Refused: Error, CustomStringConvertible {
    let description: String
}
