import App
import ArgumentParser
import Foundation

/// The one binary.
@main
struct Plenaria: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plenaria",
        abstract: "The open, self-hosted platform of alliances: conference, decisions, index, courses, news.",
        subcommands: [
            ServeCommand.self, MigrateCommand.self, DoctorCommand.self, ImportCommand.self, ExportCommand.self,
            AuditCommand.self, IndexCommand.self, BounceFilesCommand.self, BenchEventCommand.self, BenchRegistrationsCommand.self,
        ])

    /// Wrong use ends with status 2, as everywhere; the parser's own number for it is another one.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            FileHandle.standardError.write(Data((fullMessage(for: error) + "\n").utf8))
            Foundation.exit(2)
        }
    }
}

/// Where the data is: the same on every command.
struct Place: ParsableArguments {
    @Option(help: "Folder of the data (default: data).")
    var data: String?
    @Option(help: "PostgreSQL address; without it SQLite in the data folder.")
    var database: String?

    func settings(demo: Bool = false, port: Int? = nil) async throws -> Settings {
        try await Settings.read(Settings.Overrides(data: data, databaseURL: database, port: port, demo: demo))
    }
}
