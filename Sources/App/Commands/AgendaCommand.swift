import Base
import Convene
import Foundation
import HTML
import Store

/// `plenaria import agenda`: reads a text, shows each line as understood, guessed, left out or wrong, and saves when all
/// is settled.
package struct AgendaCommand: Sendable {
    package var file: String
    package var event: String
    package var isDryRun: Bool
    package var asJSON: Bool
    package var date: CalendarDate?
    package var year: Int?
    package var language: Language

    package init(
        file: String, event: String, isDryRun: Bool, asJSON: Bool, date: CalendarDate? = nil, year: Int? = nil,
        language: Language = .en
    ) {
        self.file = file
        self.event = event
        self.isDryRun = isDryRun
        self.asJSON = asJSON
        self.date = date
        self.year = year
        self.language = language
    }

    package struct Outcome: Sendable {
        package let text: String
        /// 0 done or could be done, 1 refused with reasons.
        package let status: Int32
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        let ready: Bool
        let saved: Bool
        let refusal: AgendaComplaint?
        let questions: [AgendaQuestion]
        let items: [AgendaItem]
        let lines: [AgendaLine]
        let changes: Int?
    }

    /// Without a database: the text alone is checked.
    package func check() throws -> Outcome {
        let reader = AgendaReader(expectedYear: year ?? date?.year, dates: nil, assumedDate: date, zone: nil)
        let reading = reader.read(try text())
        let isReady =
            reading.refusal == nil && reading.questions.isEmpty && !reading.items.isEmpty
            && !reading.lines.contains { $0.verdict == .wrong }
        return try outcome(reading, isReady: isReady, saved: false, changes: nil)
    }

    /// Against an event: the difference to its draft, saved unless it is a dry run.
    package func run(on database: Database) async throws -> Outcome {
        let note = try text()
        let answers = AgendaAnswers(date: date)
        let (slug, isDry) = (event, isDryRun)
        let (reading, isReady, saved, changes) = try await database.write { tx in
            guard let event = try EventStore.find(slug: slug, in: tx) else {
                throw StoreError.refused("there is no event \(slug); its name is the part of its address after /e/")
            }
            let reading = AgendaImportActions.read(note, for: event, answers: answers)
            let plan = try AgendaImportActions.preview(
                reading, of: event, mode: .add, answers: answers, by: Operator.viewer, in: tx
            ).plan
            if plan.isReady, !isDry {
                try AgendaImportActions.apply(
                    reading, to: event, mode: .add, answers: answers, seen: nil, by: Operator.viewer, in: tx)
            }
            return (reading, plan.isReady, plan.isReady && !isDry, plan.changes.count)
        }
        return try outcome(reading, isReady: isReady, saved: saved, changes: changes)
    }

    /// The file's text as UTF-8, or UTF-16 with its mark; `-` reads standard input.
    private func text() throws -> String {
        let data: Data
        if file == "-" {
            data = FileHandle.standardInput.readDataToEndOfFile()
        } else if let read = FileManager.default.contents(atPath: file) {
            data = read
        } else {
            throw StoreError.refused("the file \(file) cannot be read")
        }
        guard data.count <= 1_000_000 else { throw StoreError.refused("\(file) is larger than 1 MB: an agenda is expected") }
        if data.starts(with: [0xff, 0xfe]) || data.starts(with: [0xfe, 0xff]), let wide = String(data: data, encoding: .utf16) {
            return wide
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw StoreError.refused("\(file) is not UTF-8 text: save it as plain text (UTF-8) first")
        }
        return text
    }

    private func outcome(_ reading: AgendaReading, isReady: Bool, saved: Bool, changes: Int?) throws -> Outcome {
        let text: String
        if asJSON {
            text =
                json(
                    Report(
                        ready: isReady, saved: saved, refusal: reading.refusal, questions: reading.questions,
                        items: reading.items,
                        lines: reading.lines, changes: changes)) + "\n"
        } else {
            text = AgendaPrint(words: try House.book().words(language)).text(reading, isReady: isReady, saved: saved)
        }
        return Outcome(text: text, status: isReady ? 0 : 1)
    }
}
