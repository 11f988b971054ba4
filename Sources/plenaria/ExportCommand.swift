import App
import ArgumentParser
import Base
import Foundation
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what others read.", subcommands: [ScheduleExportCommand.self])
}

struct ScheduleExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "The published programme as schedule.xml or iCalendar.")
    @Option(help: "The event: the part of its address after /e/.")
    var event: String
    @Option(help: "xml (c3voc schedule) or ics (iCalendar).")
    var format = "xml"
    @Option(help: "Language of the texts: en es fr zh ar ru pt.")
    var lang = "en"
    @OptionGroup var place: Place

    func run() async throws {
        guard let format = ScheduleExport.Format(rawValue: format) else { throw ValidationError("--format is xml or ics") }
        guard let language = Language(tag: lang) else { throw ValidationError("--lang is one of en es fr zh ar ru pt") }
        try await refusing {
            let settings = try await place.settings()
            let database = try await EngineChoice.migrated(settings)
            let text = try await ScheduleExport.text(event, format, language, settings, database)
            await database.close()
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }
}
