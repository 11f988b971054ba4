import Foundation
import Testing

@testable import Paper

@Suite("Tickets, signs, lists and letters")
struct SheetTests {
    @Test("a ticket holds each name and its code", arguments: PaperSamples.names)
    func ticket(sample: SampleName) async throws {
        let paper = try await PaperLayout.check(PaperSamples.ticket(sample))
        let reading = try PaperReading(paper)
        defer { reading.close() }
        #expect(try reading.codes() == [PaperSamples.code])
    }

    @Test("a ticket with many sessions goes on")
    func longTicket() async throws {
        let one = PaperSamples.ticket()
        let many = TicketPaper(
            info: one.info, size: .letter, band: one.band, event: one.event, facts: one.facts, holderLabel: one.holderLabel,
            holder: one.holder, details: one.details, code: one.code, instructions: one.instructions,
            sessionsHeading: one.sessionsHeading, sessions: (0..<40).map { PaperSession(time: "09:00", title: "Session \($0)") })
        let paper = try await PaperLayout.check(many)
        try PaperLayout.checkPixels(paper)
        #expect(paper.pages == 2)
        #expect((0..<40).allSatisfy { number in paper.placements.contains { $0.text == "Session \(number)" } })
    }

    @Test("a sign upright and across", arguments: [PaperSize.a4, .a4.landscape, .letter, .letter.landscape])
    func sign(size: PaperSize) async throws {
        let paper = try await PaperLayout.check(PaperSamples.sign(size))
        try PaperLayout.checkPixels(paper)
        #expect(paper.pages == 1)
        let reading = try PaperReading(paper)
        defer { reading.close() }
        #expect(try reading.codes() == ["https://plenaria.example/e/gmc-2025/rooms/covarrubias"])
    }

    @Test("a sign for a long name and a full day")
    func fullSign() async throws {
        let one = PaperSamples.sign()
        for size in [PaperSize.a4, .a4.landscape] {
            let sign = DoorSign(
                info: one.info, size: size, band: one.band, event: one.event,
                names: ["Salle polyvalente Marie-Skłodowska-Curie du bâtiment principal", "قاعة ماري كوري", "玛丽·居里厅"],
                day: one.day,
                sessions: (0..<30).map {
                    PaperSession(time: "\(8 + $0 / 3):\($0 % 3 * 2)0", title: "Session \($0)", note: "Note")
                },
                note: one.note, code: one.code)
            let paper = try await PaperLayout.check(sign)
            #expect(paper.pages > 1)
            #expect((0..<30).allSatisfy { number in paper.placements.contains { $0.text == "Session \(number)" } })
        }
    }

    @Test("a list repeats its headings, numbers its pages and loses no row")
    func roster() async throws {
        let paper = try await PaperLayout.check(PaperSamples.roster(rows: 70))
        try PaperLayout.checkPixels(paper)
        #expect(paper.pages > 2)
        for page in 1...paper.pages {
            let words = Set(paper.placements.filter { $0.page == page }.map(\.text))
            #expect(words.contains("Latin form") && words.contains("\(page) / \(paper.pages)"))
        }
        let numbers = paper.placements.map(\.text).filter { $0.hasPrefix("GMC-25-") }
        #expect(numbers == (0..<70).map { "GMC-25-\(10_000 + $0)" })
    }

    @Test("lists without rows, with rows that lack cells, and with more than one may have")
    func oddRosters() async throws {
        func list(_ columns: Int, _ rows: [[PaperText]]) -> RosterPaper {
            RosterPaper(
                info: PaperSamples.info("List", "ar"), size: .letter.landscape, title: "List",
                columns: (0..<columns).map { .init("C\($0)") }, rows: rows)
        }
        #expect(try await PaperLayout.check(list(3, [])).pages == 1)
        #expect(try await PaperLayout.check(list(3, [["a"], [], ["a", "b", "c", "d"]])).pages == 1)
        let long = PaperText(String(repeating: "word ", count: 190))
        #expect(try await PaperLayout.check(list(12, Array(repeating: [long, long], count: 4))).pages > 1)
        await #expect(throws: PaperFault.self) { try await PaperPress.shared.print(list(0, [])) }
        await #expect(throws: PaperFault.self) { try await PaperPress.shared.print(list(13, [])) }
        await #expect(throws: PaperFault.self) {
            try await PaperPress.shared.print(list(1, Array(repeating: ["x"], count: RosterPaper.mostRows + 1)))
        }
    }

    @Test("a letter of one page and of several", arguments: [4, 14, 40])
    func letter(paragraphs: Int) async throws {
        let paper = try await PaperLayout.check(PaperSamples.letter(paragraphs: paragraphs))
        try PaperLayout.checkPixels(paper)
        #expect(paragraphs == 4 ? paper.pages == 1 : paragraphs == 14 ? paper.pages == 2 : paper.pages > 2)
        let reading = try PaperReading(paper)
        defer { reading.close() }
        for page in 1...paper.pages { #expect(try reading.codes(page: page) == [PaperSamples.verification.code]) }
        let closing = paper.placements.filter { $0.text == "Yours sincerely," || $0.text.hasPrefix("Prof. Wang") }
        #expect(closing.count == 2 && Set(closing.map(\.page)) == [paper.pages])
        #expect(try reading.text().contains("INV-2025-0417"))
    }

    @Test("one paragraph that is longer than a page goes on")
    func longParagraph() async throws {
        let one = PaperSamples.letter()
        let text = PaperText(String(repeating: "We kindly ask the authorities to give every support. ", count: 150), "en")
        let letter = LetterPaper(
            info: one.info, size: .letter, band: one.band, letterhead: one.letterhead, address: one.address, date: one.date,
            paragraphs: [text, text], closing: one.closing, signatories: one.signatories)
        let paper = try await PaperLayout.check(letter)
        #expect(paper.pages > 2)
        let lines = paper.placements.filter { $0.text.hasPrefix("We kindly") }
        #expect(lines.reduce(0) { $0 + $1.lines } > 150 && lines.allSatisfy { $0.lines >= 2 })
    }
}
