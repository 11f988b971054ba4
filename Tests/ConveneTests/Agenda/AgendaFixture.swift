import Base
import Foundation

@testable import Convene

/// Texts of programmes, read from the fixtures beside this file, and items in one line each.
enum AgendaFixture {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/agenda")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name + ".txt"), encoding: .utf8)
    }

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.map {
            String($0.dropLast(4))
        }.sorted()
    }

    /// Date, times (`?` for guessed ones), kind, title, then section, room, side, people, slots, works and notes.
    static func brief(_ item: AgendaItem) -> String {
        var text = "\(item.date?.description ?? "undated") \(item.start)\(item.startGuessed ? "?" : "")"
        text +=
            "-\(item.end?.description ?? "open")\(item.endGuessed ? "?" : "") \(item.kind)\(item.kindGuessed ? "?" : ""): \(item.title)"
        if let section = item.section { text += " § \(section)" }
        if let room = item.room { text += " @ \(room)" }
        if let side = item.parallel { text += " ‖\(side)" }
        for speaker in item.speakers {
            text += "; \(speaker.role) \(speaker.name)\(speaker.affiliation.map { " <\($0)>" } ?? "")"
        }
        for slot in item.slots {
            text +=
                "; slot \(slot.start?.description ?? "-") \(slot.minutes.map(String.init) ?? "-") \(slot.title.isEmpty ? "untitled" : slot.title)"
        }
        for work in item.works { text += "; work \(work)" }
        if let notes = item.notes { text += "; note \(notes.replacingOccurrences(of: "\n", with: " / "))" }
        return text
    }

    static func brief(_ reading: AgendaReading) -> String { reading.items.map(brief).joined(separator: "\n") }

    /// Lines with a complaint or left out as wrong: number, verdict, code.
    static func complaints(_ reading: AgendaReading) -> [String] {
        reading.lines.compactMap { line in line.complaint.map { "\(line.number) \(line.verdict) \($0.code.rawValue)" } }
    }

    static func questions(_ reading: AgendaReading) -> [String] { reading.questions.map { "\($0.line) \($0.code.rawValue)" } }
}
