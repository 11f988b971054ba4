import App
import ArgumentParser
import Base
import Foundation
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write what others read: a programme in one of its forms, or the pages in a folder.",
        discussion:
            "A form goes to standard output or, with --to, into a file. --site fills an empty folder with every public page of "
            + "the event, style, calendars and files: it can be opened without a server, or laid onto any.")
    @Argument(help: "The event: the part of its address after /e/.")
    var event: String
    @Option(help: "xml or json (c3voc schedule), ics (iCalendar), csv, jsonld (schema.org), atom (feed of changes).")
    var format: String?
    @Option(help: "The file to write; without it standard output.")
    var to: String?
    @Option(help: "The folder to fill with the event's public pages.")
    var site: String?
    @Option(help: "Language: en es fr zh ar ru pt. For --site it may be given several times.")
    var lang: [String] = []
    @OptionGroup var place: Place

    func run() async throws {
        let languages = try lang.map { tag -> Language in
            guard let language = Language(tag: tag) else { throw ValidationError("--lang is one of en es fr zh ar ru pt") }
            return language
        }
        guard (format == nil) != (site == nil) else { throw ValidationError("either --format or --site") }
        if let format, !EventExport.formats.contains(format) {
            throw ValidationError("--format is one of \(EventExport.formats.joined(separator: " "))")
        }
        try await refusing {
            let settings = try await place.settings()
            let database = try await EngineChoice.migrated(settings)
            let export = EventExport(event: event, settings: settings, database: database)
            if let format {
                try write(Data(try await export.text(format, languages.first ?? .en).utf8))
            } else if let site {
                try await copy(export, to: site, languages)
            }
            await database.close()
        }
    }

    private func write(_ data: Data) throws {
        guard let to else { return FileHandle.standardOutput.write(data) }
        do { try data.write(to: URL(fileURLWithPath: to), options: .atomic) } catch {
            throw StoreError.refused("\(to) cannot be written")
        }
    }

    /// Progress goes to the terminal alone: a log would only fill with it.
    private func copy(_ export: EventExport, to folder: String, _ languages: [Language]) async throws {
        let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
        let outcome = try await export.copy(to: URL(fileURLWithPath: folder), languages: languages) { file, count in
            guard isTerminal else { return }
            FileHandle.standardError.write(Data("\r\u{1B}[K\(count)  \(file)".utf8))
        }
        if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        print("\(folder)/index.html: \(outcome.pages) pages, \(outcome.files) files, \(outcome.size / 1024) KB")
    }
}
