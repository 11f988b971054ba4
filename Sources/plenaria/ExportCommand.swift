import App
import ArgumentParser
import Base
import Foundation
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what other programs and people read.", subcommands: [ScheduleExportCommand.self])
}

struct ScheduleExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Write the newest release of an event, or a foreign schedule, in another form.",
        discussion:
            "A form goes to standard output or, with --to, into a file. `--format site` fills the empty folder --to with every "
            + "public page of the event, style, calendars and files: it can be opened without a server, or laid onto any. "
            + "With --from a schedule.xml, schedule.json, iCalendar, CSV or Indico file is converted, without a database; "
            + "what was supplied (+), left out (.) and doubted (~) goes to standard error.")
    @Option(help: "The event: the part of its address after /e/.")
    var event: String?
    @Option(help: "A foreign file to convert; - for standard input.")
    var from: String?
    @Option(
        help:
            "xml or json (c3voc schedule), ics (iCalendar), csv; of an event also jsonld (schema.org), atom (feed of changes), site."
    )
    var format: String
    @Option(help: "The file to write, or for site the folder to fill; without it standard output.")
    var to: String?
    @Option(help: "Language: en es fr zh ar ru pt. For site it may be given several times.")
    var lang: [String] = []
    @Option(help: "With --from, the time zone of a file that names none: America/Mexico_City.")
    var zone = "UTC"
    @Flag(help: "With --to, say for machines what was written: one JSON object.")
    var json = false
    @OptionGroup var place: Place

    /// What `--json` prints.
    private struct Report: Encodable {
        let written: String
        let format: String
        let bytes: Int
        let pages: Int?
        let files: Int?
    }

    mutating func validate() throws {
        guard (event == nil) != (from == nil) else { throw ValidationError("either --event or --from") }
        let known = from == nil ? EventExport.formats + ["site"] : ScheduleConversion.formats
        guard known.contains(format) else { throw ValidationError("--format is one of \(known.joined(separator: " "))") }
        guard Zone(zone) != nil else { throw ValidationError("--zone \(zone) is no IANA zone such as America/Mexico_City") }
        for tag in lang where Language(tag: tag) == nil { throw ValidationError("--lang is one of en es fr zh ar ru pt") }
        if format == "site", to == nil { throw ValidationError("--format site needs --to FOLDER") }
        if json, to == nil { throw ValidationError("--json says what was written: it needs --to") }
    }

    func run() async throws {
        let languages = lang.compactMap { Language(tag: $0) }
        try await refusing {
            if let from {
                try convert(from, languages.first ?? .en)
            } else if let event {
                try await export(event, languages)
            }
        }
    }

    private func convert(_ file: String, _ language: Language) throws {
        let conversion = try ScheduleConversion(file: file, zone: Zone(zone) ?? .utc, language: language)
        let text = try conversion.text(format, language)
        let lines = try ScheduleCommand.lines(conversion.findings, language)
        FileHandle.standardError.write(Data(lines.map { $0 + "\n" }.joined().utf8))
        try write(text)
    }

    private func export(_ event: String, _ languages: [Language]) async throws {
        let settings = try await place.settings()
        let database = try await EngineChoice.migrated(settings)
        let export = EventExport(event: event, settings: settings, database: database)
        if format == "site", let to {
            try await copy(export, to: to, languages)
        } else {
            try write(try await export.text(format, languages.first ?? .en))
        }
        await database.close()
    }

    private func write(_ text: String) throws {
        let data = Data(text.utf8)
        guard let to else { return FileHandle.standardOutput.write(data) }
        do { try data.write(to: URL(fileURLWithPath: to), options: .atomic) } catch {
            throw StoreError.refused("\(to) cannot be written")
        }
        let report = Report(written: to, format: format, bytes: data.count, pages: nil, files: nil)
        print(json ? Store.json(report) : "\(to): \(data.count) bytes")
    }

    /// Progress goes to the terminal alone: a log would only fill with it.
    private func copy(_ export: EventExport, to folder: String, _ languages: [Language]) async throws {
        let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
        let outcome = try await export.copy(to: URL(fileURLWithPath: folder), languages: languages) { file, count in
            guard isTerminal else { return }
            FileHandle.standardError.write(Data("\r\u{1B}[K\(count)  \(file)".utf8))
        }
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        let report = Report(
            written: "\(folder)/index.html", format: format, bytes: outcome.size, pages: outcome.pages, files: outcome.files)
        print(
            json
                ? Store.json(report)
                : "\(report.written): \(outcome.pages) pages, \(outcome.files) files, \(outcome.size / 1024) KB")
    }
}
