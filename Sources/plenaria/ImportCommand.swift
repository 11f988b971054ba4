import App
import ArgumentParser
import Base
import Foundation
import Store

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read a foreign file.",
        subcommands: [AgendaImportCommand.self, ScheduleImportCommand.self])
}

struct AgendaImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "Read an agenda from plain text (English, Spanish or French) into an event's draft.",
        discussion:
            "Each line is shown as understood (=), guessed (~), left out (.) or wrong (!). Nothing is saved while a line is "
            + "wrong or a question is open. Without --event, --dry-run checks the text alone, without a database.")
    @Argument(help: "The file; - for standard input.")
    var file: String
    @Option(help: "The event: the part of its address after /e/.")
    var event: String?
    @Flag(help: "Show what would be done and save nothing.")
    var dryRun = false
    @Flag(help: "For machines: one JSON object.")
    var json = false
    @Option(help: "The day of items without one: 2025-12-03.")
    var date: String?
    @Option(help: "The year of dates without one.")
    var year: Int?
    @Option(help: "Language of the words: en es fr zh ar ru pt.")
    var lang = "en"
    @OptionGroup var place: Place

    func run() async throws {
        let day = try date.map { text -> CalendarDate in
            guard let day = CalendarDate(text) else { throw ValidationError("--date \(text) is not a date such as 2025-12-03") }
            return day
        }
        guard let language = Language(tag: lang) else {
            throw ValidationError("--lang \(lang) is not one of en es fr zh ar ru pt")
        }
        guard event != nil || dryRun else { throw ValidationError("--event is missing (or --dry-run, to check the text alone)") }
        let command = AgendaCommand(
            file: file, event: event ?? "", isDryRun: dryRun, asJSON: json, date: day, year: year, language: language)
        try await saying(event: event, isDryRun: dryRun, place, check: command.check) { try await command.run(on: $0) }
    }
}

struct ScheduleImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Read schedule.xml, schedule.json, iCalendar, CSV or Indico's JSON into an event's draft.",
        discussion:
            "Says what would be created and changed, what was supplied (+), left out (.) and doubted (~), with line numbers. "
            + "Importing the same file again changes nothing. Without --event, --dry-run checks the file alone.")
    @Argument(help: "The file; - for standard input.")
    var file: String
    @Option(help: "The event: the part of its address after /e/.")
    var event: String?
    @Flag(help: "Show what would be done and save nothing.")
    var dryRun = false
    @Flag(help: "For machines: one JSON object.")
    var json = false
    @Option(help: "The time zone of a file that names none, when there is no event: America/Mexico_City.")
    var zone = "UTC"
    @Flag(help: "Add days that are outside the event's dates.")
    var extendDays = false
    @Flag(help: "Remove what an earlier import brought and the file holds no more.")
    var removeMissing = false
    @Option(help: "Language of the words: en es fr zh ar ru pt.")
    var lang = "en"
    @OptionGroup var place: Place

    func run() async throws {
        guard let language = Language(tag: lang) else {
            throw ValidationError("--lang \(lang) is not one of en es fr zh ar ru pt")
        }
        guard let zone = Zone(zone) else { throw ValidationError("--zone \(zone) is no IANA zone such as America/Mexico_City") }
        guard event != nil || dryRun else { throw ValidationError("--event is missing (or --dry-run, to check the file alone)") }
        let command = ScheduleCommand(
            file: file, event: event ?? "", isDryRun: dryRun, asJSON: json, zone: zone, language: language,
            extendsDays: extendDays, removesMissing: removeMissing)
        try await saying(event: event, isDryRun: dryRun, place, check: command.check) { try await command.run(on: $0) }
    }
}

/// Prints what came of a file and ends with its status. A dry run needs no database: where there is none, the file alone is
/// checked, as without an event.
private func saying(
    event: String?, isDryRun: Bool, _ place: Place, check: () throws -> AgendaCommand.Outcome,
    run: (Database) async throws -> AgendaCommand.Outcome
) async throws {
    try await refusing {
        let settings = try await place.settings()
        let outcome: AgendaCommand.Outcome
        if event == nil {
            outcome = try check()
        } else if isDryRun, !EngineChoice.exists(settings) {
            let words = "There is no database in \(settings.data): the file alone is checked.\n"
            FileHandle.standardError.write(Data(words.utf8))
            outcome = try check()
        } else {
            let database = try await EngineChoice.migrated(settings)
            outcome = try await run(database)
            await database.close()
        }
        FileHandle.standardOutput.write(Data(outcome.text.utf8))
        if outcome.status != 0 { throw ExitCode(outcome.status) }
    }
}
