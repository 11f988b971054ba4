import App
import ArgumentParser

/// The one binary.
@main
struct Plenaria: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plenaria",
        abstract: "The open, self-hosted platform of alliances: conference, decisions, index, courses, news.",
        subcommands: [
            ServeCommand.self, MigrateCommand.self, DoctorCommand.self, ImportCommand.self, ExportCommand.self,
            AuditCommand.self, BenchEventCommand.self,
        ])
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
