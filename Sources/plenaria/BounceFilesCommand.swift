import App
import ArgumentParser
import Foundation
import Store

/// Reports of letters that came back.
struct BounceFilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounce",
        abstract: "Read reports of mails that were not delivered, and put them beside the letters that they are about.",
        discussion:
            "RFC 3464 and RFC 5965, and older ones in prose. While the server runs on SQLite, the reports wait for it in the data "
            + "folder. A mail system can pipe each one into: plenaria bounce -")
    @Argument(help: "The files, one mail each; - for standard input.")
    var files: [String]
    @Flag(help: "Show what the files say and save nothing.")
    var dryRun = false
    @Flag(help: "For machines: one JSON object.")
    var json = false
    @OptionGroup var place: Place

    func run() async throws {
        guard files.filter({ $0 == "-" }).count <= 1 else { throw ValidationError("standard input can be read once") }
        let command = BounceCommand(files: files, asJSON: json)
        try await refusing {
            let settings = try await place.settings()
            let outcome: AgendaCommand.Outcome
            if dryRun {
                outcome = command.check(settings)
            } else if EngineChoice.isInUse(settings) {
                outcome = try command.spool(settings)
            } else {
                let database = try await EngineChoice.migrated(settings)
                outcome = try await command.run(settings, on: database)
                await database.close()
            }
            FileHandle.standardOutput.write(Data(outcome.text.utf8))
            if outcome.status != 0 { throw ExitCode(outcome.status) }
        }
    }
}
