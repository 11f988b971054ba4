import Foundation
import Testing

@testable import Paper

@Suite("Badges")
struct BadgeTests {
    @Test(
        "each name stands whole in its field, on every stock",
        arguments: [BadgeSheet.Stock.a6, .a4FourUp, .quarterLetter, .letterFourUp])
    func names(stock: BadgeSheet.Stock) async throws {
        let paper = try await PaperLayout.check(PaperSamples.badges(stock: stock))
        try PaperLayout.checkPixels(paper)
        for sample in PaperSamples.names {
            let placed = try #require(paper.placements.first { $0.text == sample.written.precomposedStringWithCanonicalMapping })
            // To be read across a table.
            #expect(placed.size >= 14, "\(sample) at \(placed.size)")
            #expect(placed.lines <= 3)
        }
        let short = try #require(paper.placements.first { $0.text == "Sukarno" })
        #expect(short.size == 34 && short.lines == 1)
    }

    @Test("four codes of a sheet are read")
    func codes() async throws {
        let names = Array(PaperSamples.names.prefix(4))
        let sheet = BadgeSheet(
            info: PaperSamples.info("Badges"),
            badges: names.enumerated().map { index, name in
                Badge(name: name.name, event: PaperSamples.event, code: "\(PaperSamples.code)-\(index)")
            }, stock: .a4FourUp, band: PaperSamples.band)
        let reading = try PaperReading(try await PaperPress.shared.print(sheet))
        defer { reading.close() }
        #expect(try Set(reading.codes()) == Set((0..<4).map { "\(PaperSamples.code)-\($0)" }))
        let text = try reading.text()
        #expect(text.contains("张三丰") && text.contains("Zhang Sanfeng") && text.contains("Nguyễn Thị"))
    }

    @Test("hundreds are one file")
    func many() async throws {
        let names = (0..<500).map { SampleName("\(PaperSamples.names[$0 % PaperSamples.names.count].written) \($0)") }
        let paper = try await PaperPress.shared.print(PaperSamples.badges(names))
        #expect(paper.pages == 125 && paper.missing.isEmpty)
        let reading = try PaperReading(paper)
        defer { reading.close() }
        #expect(try reading.facts()["Pages"] == "125")
        #expect(try reading.codes(page: 125).count == 4)
    }

    @Test("more than one file may have are refused")
    func tooMany() async throws {
        let badge = PaperSamples.badge(PaperSamples.names[7])
        let sheet = BadgeSheet(
            info: PaperSamples.info("Badges"), badges: Array(repeating: badge, count: BadgeSheet.mostBadges + 1), stock: .a6,
            band: "x")
        await #expect(throws: PaperFault.tooMany(most: BadgeSheet.mostBadges)) { try await PaperPress.shared.print(sheet) }
    }

    @Test("a badge with nothing but a name, and one with everything at length")
    func extremes() async throws {
        let bare = Badge(name: PaperName("Sukarno"), event: "X")
        let long = Badge(
            name: PaperSamples.names[4].name,
            organisation: PaperText(
                "International Institute for Higher Education Research and Capacity Building, Faculty of Advanced Studies in "
                    + "Open and Distance Learning, Département des sciences de l’éducation"),
            role: "Interpreter and moderator of the parliamentary round table",
            languages: ["English", "Français", "Español", "العربية", "Português (Brasil)", "中文", "Русский"],
            event: PaperText(String(repeating: "Conference on Open and Intelligent Education ", count: 4)),
            code: PaperSamples.code)
        for stock in [BadgeSheet.Stock.a6, .quarterLetter] {
            let sheet = BadgeSheet(info: PaperSamples.info("Badges"), badges: [bare, long], stock: stock, band: "x")
            try PaperLayout.checkPixels(try await PaperLayout.check(sheet))
        }
    }
}
