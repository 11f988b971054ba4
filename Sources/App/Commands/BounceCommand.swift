import Base
import Foundation
import Mail
import Store

/// `plenaria bounce`: reads reports of mails that were not delivered and puts them beside the letters that they are about.
package struct BounceCommand: Sendable {
    package var files: [String]
    package var asJSON: Bool
    package init(files: [String], asJSON: Bool) {
        self.files = files
        self.asJSON = asJSON
    }

    /// One file: what it says, or why it was not read.
    struct Reading: Sendable {
        let file: String
        let bytes: [UInt8]
        let report: BounceReport?
        let refusal: String?
        var digest: String { AuditTrail.digest(String(decoding: bytes, as: UTF8.self)) }
    }

    /// What `--json` prints.
    private struct Report: Encodable {
        struct File: Encodable {
            let file: String
            let letter: Identifier?
            let bounces: [Bounce]
            let refusal: String?
        }
        let files: [File]
        let read: Int
        let refused: Int
        /// Recipients that were not known before; nil where nothing was saved.
        let saved: Int?
    }

    /// The files alone.
    package func check(_ settings: Settings) -> AgendaCommand.Outcome { outcome(read(settings), saved: nil, note: nil) }

    package func run(_ settings: Settings, on database: Database) async throws -> AgendaCommand.Outcome {
        let readings = read(settings)
        let saved = try await database.write { tx in
            try readings.reduce(0) { sum, one in
                try sum + (one.report.map { try BounceFiling.file($0, digest: one.digest, in: tx) } ?? 0)
            }
        }
        return outcome(readings, saved: saved, note: nil)
    }

    /// For the running server.
    package func spool(_ settings: Settings) throws -> AgendaCommand.Outcome {
        let readings = read(settings)
        let spool = BounceSpool(settings)
        for one in readings where one.report != nil { try spool.put(one.bytes, digest: one.digest) }
        return outcome(readings, saved: nil, note: "The running server takes them within a minute.")
    }

    private func read(_ settings: Settings) -> [Reading] {
        files.map { file in
            guard let bytes = bytes(of: file) else {
                return Reading(file: file, bytes: [], report: nil, refusal: "cannot be read")
            }
            do {
                let report = try BounceReader.read(bytes, domain: BounceFiling.domain(settings))
                return Reading(file: file, bytes: bytes, report: report, refusal: nil)
            } catch {
                return Reading(
                    file: file, bytes: bytes, report: nil, refusal: (error as? BounceFault)?.rawValue ?? "cannot be read")
            }
        }
    }

    /// At most one byte more than a report may have.
    private func bytes(of file: String) -> [UInt8]? {
        let handle = file == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: file)
        guard let handle, let data = try? handle.read(upToCount: BounceReader.size + 1) else { return file == "-" ? [] : nil }
        return Array(data)
    }

    private func outcome(_ readings: [Reading], saved: Int?, note: String?) -> AgendaCommand.Outcome {
        let refused = readings.filter { $0.report == nil }.count
        let status: Int32 = refused == 0 ? 0 : 1
        if asJSON {
            let files = readings.map {
                Report.File(file: $0.file, letter: $0.report?.letter, bounces: $0.report?.bounces ?? [], refusal: $0.refusal)
            }
            let report = Report(files: files, read: readings.count - refused, refused: refused, saved: saved)
            return AgendaCommand.Outcome(text: json(report) + "\n", status: status)
        }
        var lines = readings.flatMap(BounceCommand.lines)
        if let saved { lines.append("\(saved) new") }
        if let note { lines.append(note) }
        return AgendaCommand.Outcome(text: lines.joined(separator: "\n") + "\n", status: status)
    }

    private static func lines(_ one: Reading) -> [String] {
        guard let report = one.report else { return ["\(one.file): \(one.refusal ?? "")"] }
        let letter = report.letter.map { "letter \($0)" } ?? "no letter of ours"
        return report.bounces.map {
            "\(one.file): \($0.action.rawValue) \($0.status) \($0.recipient) (\(letter)) \($0.diagnostic)"
        }
    }
}
