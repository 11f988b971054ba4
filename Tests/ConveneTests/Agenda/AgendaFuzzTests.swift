import Base
import Testing

@testable import Convene

@Suite("Agenda: anything may be pasted")
struct AgendaFuzzTests {
    /// A small generator with a seed, so that a failure can be had again.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        }
    }
    private static let pieces = [
        "\u{0}", "\u{FEFF}", "\r\n", "\r", "\t", "|", "  ", "–", "9:00", "25:70", "9", "00", ":", ".", "(", ")", "Day 2", "pm",
        "😀",
        "👩‍👩‍👧", "\u{202E}", "٠٩:٢٠", "０９：２０", "〜", "\u{A0}", "\u{301}", "December", "31 November", "á", "8 mins each", "12:00-11:00",
        "Speaker:", "Room A:", "a)", "#", "**", "h", "à", "99999999999999999999", "-", "by", "ﷺ", "1/1/1", "0000",
    ]

    @Test("mutated programmes are read without a crash, every line accounted for", arguments: 0..<27)
    func mutations(round: Int) throws {
        let names = try AgendaFixture.names()
        let scalars = Array(try AgendaFixture.text(names[round % names.count]).unicodeScalars)
        var random = Seeded(state: UInt64(round) &+ 7)
        for _ in 0..<12 {
            var changed = scalars
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                let place = Int.random(in: 0...changed.count, using: &random)
                let end = min(changed.count, place + Int.random(in: 0...12, using: &random))
                let piece = Self.pieces.randomElement(using: &random) ?? ""
                changed.replaceSubrange(place..<end, with: Bool.random(using: &random) ? Array(piece.unicodeScalars) : [])
            }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: changed)
            try check(String(view))
        }
    }

    @Test(
        "odd texts",
        arguments: ["", "\n", "\r\n\r\n", "😀", "|", "||||", "9:00", "-", "- ", "(", "9:00 (", "#", "Day", "1.", "a)", "9:00 - "])
    func odd(text: String) throws { try check(text) }

    @Test("long lines and many lines take linear time")
    func long() throws {
        for piece in ["9:00 by Dr A, ", "(", "1 December ", "| ", "9:00-10:00 ", "Room ", "a"] {
            try check(String(repeating: piece, count: 190_000 / piece.utf8.count))
        }
        try check(String(repeating: "9:00 A by Dr B (C), D (E) and F\n", count: 4_900))
    }

    private func check(_ text: String) throws {
        let date = try #require(CalendarDate("2025-12-03"))
        for reader in [AgendaReader(), AgendaReader(dates: date...date.adding(days: 2), assumedDate: date)] {
            let reading = reader.read(text)
            let lines = AgendaTextReader.lines(text)
            #expect(reading.lines.count == lines.count)
            #expect(reading.lines.map(\.number) == Array(1..<(lines.count + 1)))
            #expect(
                reading.items.allSatisfy { !$0.lines.isEmpty && $0.lines.allSatisfy { (1...max(1, lines.count)).contains($0) } })
            #expect(reading.items.allSatisfy { item in item.end.map { $0 > item.start } ?? true }, "\(text.prefix(200))")
            #expect(reading.items.allSatisfy { !$0.title.isEmpty }, "\(text.prefix(200))")
            #expect(reading.questions.allSatisfy { (1...max(1, lines.count)).contains($0.line) })
        }
    }
}
