import Foundation
import Testing

@testable import Paper

@Suite("Reports")
struct ReportTests {
    private func read<Value>(_ paper: PrintedPaper, _ body: (PaperReading) throws -> Value) throws -> Value {
        let reading = try PaperReading(paper)
        defer { reading.close() }
        return try body(reading)
    }

    /// What the file says outside of its pages.
    private func raw(_ paper: PrintedPaper) -> String { String(decoding: paper.bytes, as: UTF8.self) }

    /// Without blanks, which lines end in, and without marks, which some readers give back in another order; joined letters
    /// (fi, lam-alif) are two.
    private func bare(_ text: String) -> String {
        let scalars = text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
            $0.properties.isAlphabetic && $0.properties.canonicalCombiningClass == .notReordered || ("0"..."9").contains($0)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test("every block and chart, within its field and on nothing else", arguments: 0..<3)
    func everything(index: Int) async throws {
        let words = ReportWords.all[index]
        let paper = try await PaperLayout.check(ReportSamples.everything(words))
        #expect(paper.pages >= 4)
        try PaperLayout.checkPixels(paper)
    }

    @Test("the words are read back in the order of the text", arguments: 0..<3)
    func words(index: Int) async throws {
        let words = ReportWords.all[index]
        let blocks: [PaperBlock] = [
            .heading(level: 1, ReportSamples.runs(words.chapter)), .paragraph(ReportSamples.runs(words.text)),
            .list(start: nil, items: words.items.map { [.paragraph(ReportSamples.runs($0))] }),
            .quote([.paragraph(ReportSamples.runs(words.quote))]), .heading(level: 2, ReportSamples.runs(words.section)),
        ]
        let paper = try await PaperPress.shared.print(ReportSamples.report(words, blocks, contents: false))
        let text = bare(try read(paper) { try $0.text() })
        var from = text.startIndex
        var lost: [String] = []
        let parts =
            [words.title, words.subtitle, words.notice, words.chapter, words.text] + words.items + [words.quote, words.section]
        let all = parts.flatMap { $0.split(separator: " ") }.map { bare(String($0)) }.filter { !$0.isEmpty }
        let isArabic = words.language == "ar"
        for word in all {
            let found = text.range(of: word, range: from..<text.endIndex)
            if found == nil { lost.append(word) }
            // A line with lam-alif is read back in pieces, and not in their order.
            if let found, !isArabic { from = found.upperBound }
        }
        #expect(lost.count <= (isArabic ? all.count / 5 : 0), "\(lost)")
        let order = [words.chapter, words.text] + words.items + [words.quote, words.section]
        #expect(paper.placements.map(\.text).filter(order.contains) == order)
    }

    @Test("the list of contents names the page of each heading")
    func contents() async throws {
        let words = ReportWords.english
        let blocks = (1...12).flatMap { chapter -> [PaperBlock] in
            [
                .heading(level: 1, ReportSamples.runs("Chapter \(chapter)")),
                .heading(level: 2, ReportSamples.runs("Section \(chapter)")),
            ] + Array(repeating: .paragraph(ReportSamples.runs(words.text + words.text)), count: 4)
        }
        let paper = try await PaperLayout.check(ReportSamples.report(words, blocks))
        for chapter in 1...12 {
            let places = paper.placements.filter { $0.text == "Chapter \(chapter)" }
            try #require(places.count == 2)
            let beside = paper.placements.filter {
                $0.page == places[0].page && Int($0.text) != nil && abs($0.field.maxY - places[0].field.maxY) < 2
            }
            #expect(beside.map(\.text) == ["\(places[1].page)"])
            // A heading stays with its section, and that with the text.
            let page = paper.placements.filter { $0.page == places[1].page }
            let section = page.first { $0.text == "Section \(chapter)" }
            #expect(section != nil)
            #expect(page.contains { $0.text.hasPrefix("Between") && $0.field.y > (section?.field.y ?? 0) })
        }
        let file = raw(paper)
        #expect(file.contains("/Outlines") && file.contains("/Title (Chapter 12)") && file.contains("/Title (Section 1)"))
        #expect(file.components(separatedBy: "/Subtype /Link").count - 1 == 24)
    }

    @Test("pages are numbered, and each says the notice and the edition")
    func pages() async throws {
        let paper = try await PaperPress.shared.print(ReportSamples.everything(.english))
        for page in 1...paper.pages {
            let texts = paper.placements.filter { $0.page == page }.map(\.text)
            #expect(texts.contains("\(page) / \(paper.pages)") && texts.contains(ReportWords.english.notice))
            #expect(texts.contains(ReportWords.english.footer))
        }
        let facts = try read(paper) { try $0.facts() }
        #expect(facts["Pages"] == "\(paper.pages)" && facts["Tagged"] == "yes" && facts["Page size"]?.contains("A4") == true)
    }

    @Test("a long table repeats its head and loses no row")
    func table() async throws {
        let words = ReportWords.english
        let paper = try await PaperLayout.check(
            ReportSamples.report(words, [ReportSamples.table(words, rows: 90), .paragraph(ReportSamples.runs("End"))]))
        #expect(paper.pages > 2)
        let rows = paper.placements.filter { place in words.names.contains { place.text.hasPrefix($0 + " ") } }
        #expect(rows.map(\.text) == (0..<90).map { "\(words.names[$0 % 4]) \($0 + 1)" })
        let pages = Set(rows.map(\.page))
        #expect(pages.count > 2)
        for page in pages { #expect(paper.placements.filter { $0.page == page && $0.text == words.head[2] }.count == 1) }
    }

    @Test("a table of many columns is drawn in parts that begin with the first")
    func wideTable() async throws {
        let head = (0..<30).map { ReportSamples.runs("Indicator \($0)") }
        let rows = (0..<3).map { row in (0..<30).map { ReportSamples.runs($0 == 0 ? "System \(row)" : "\(row + $0).25") } }
        let paper = try await PaperLayout.check(
            ReportSamples.report(
                .english, [.table(head: head, rows: rows, isNumeric: Array(repeating: true, count: 30))], contents: false))
        #expect(paper.placements.filter { $0.text == "System 2" }.count > 1)
        #expect((1..<30).allSatisfy { number in paper.placements.contains { $0.text == "Indicator \(number)" } })
        let sizes = Set(paper.placements.filter { $0.text.hasPrefix("System") }.map { ($0.size * 10).rounded() })
        #expect(sizes.allSatisfy { $0 >= 65 })
    }

    @Test("a chart has every label and figure, and begins where its language does", arguments: 0..<3)
    func chart(index: Int) async throws {
        let words = ReportWords.all[index]
        let paper = try await PaperLayout.check(ReportSamples.report(words, [.chart(ReportSamples.bars(words))], contents: false))
        for row in ReportSamples.rows(words) {
            let label = try #require(paper.placements.last { $0.text == row.label })
            let value = try #require(paper.placements.last { $0.text == row.value })
            #expect(abs(label.ink.y + label.ink.height / 2 - value.ink.y - value.ink.height / 2) < 5)
            #expect((label.ink.x < value.ink.x) == (words.language != "ar"))
            guard let share = row.share else { continue }
            // The bar itself, from the label's side.
            let bars = paper.shapes.filter {
                $0.ink.height < 11 && $0.ink.height > 6
                    && abs($0.ink.y + $0.ink.height / 2 - label.field.y - label.field.height / 2) < 1
            }
            let track = try #require(bars.map(\.ink).max { $0.width < $1.width })
            let bar = try #require(bars.map(\.ink).first { abs($0.width - track.width * share) < 0.5 })
            #expect(abs(words.language == "ar" ? bar.maxX - track.maxX : bar.x - track.x) < 0.1)
        }
    }

    @Test("a chart of more rows than a page holds is drawn in parts, each whole")
    func longChart() async throws {
        let words = ReportWords.english
        let paper = try await PaperLayout.check(
            ReportSamples.report(words, [.chart(ReportSamples.bars(words, count: 130))], contents: false))
        let titles = paper.placements.filter { $0.text.hasPrefix(words.chart) }
        #expect(titles.count > 1 && titles.first?.text.hasSuffix("(1/\(titles.count))") == true)
        let labels = ReportSamples.rows(words, count: 130).map(\.label)
        #expect(paper.placements.map(\.text).filter(labels.contains) == labels)
    }

    @Test("links lead where they say, pictures have words, and the structure is known")
    func structure() async throws {
        let paper = try await PaperPress.shared.print(ReportSamples.everything(.english))
        let file = raw(paper)
        #expect(file.contains("https://plenaria.example/a?b=c&d=%27e%27"))
        for name in ["H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "BlockQuote", "TOC", "TOCI", "Link"] {
            #expect(file.contains("/S /\(name)\n"), "\(name)")
        }
        #expect(file.components(separatedBy: "/S /Figure").count - 1 >= 5)
        #expect(file.components(separatedBy: "/Alt <FEFF").count - 1 == 5)
    }

    @Test("the same values give the same bytes")
    func same() async throws {
        let report = ReportSamples.everything(.arabic)
        let one = try await PaperPress.shared.print(report)
        #expect(try await PaperPress.shared.print(report).bytes == one.bytes)
    }

    @Test("a hundred pages of text, and nothing lost")
    func long() async throws {
        let words = ReportWords.english
        let blocks = (1...420).flatMap { number -> [PaperBlock] in
            [
                .heading(level: 2, ReportSamples.runs("Part \(number)")),
                .paragraph(ReportSamples.runs("\(number): \(words.text)\(words.text)")),
            ]
        }
        let paper = try await PaperPress.shared.print(ReportSamples.report(words, blocks))
        #expect(paper.pages > 90)
        let heads = paper.placements.filter { $0.text.hasPrefix("Part ") }.map(\.text)
        #expect(heads == (1...420).map { "Part \($0)" } + (1...420).map { "Part \($0)" })
    }

    @Test("nothing at all is a page with its title")
    func empty() async throws {
        let nothing: [PaperBlock] = [
            .paragraph([]), .list(start: 1, items: []), .list(start: nil, items: [[]]), .quote([]), .code(""),
            .table(head: [], rows: [], isNumeric: []), .heading(level: 0, []), .heading(level: 9, ReportSamples.runs("Nine")),
            .chart(PaperChart(title: "", kind: .bars([]))), .chart(PaperChart(title: "", kind: .radar(axes: [], []))),
            .chart(PaperChart(title: "", kind: .lines(categories: [], [], scale: []))),
            .chart(
                PaperChart(title: "", kind: .lines(categories: ["a"], [.init(name: "s", points: [0.5, 2, nil])], scale: ["0"]))),
            .chart(PaperChart(title: "", kind: .map(outline: [[]], aspect: .nan, []))),
            .chart(
                PaperChart(title: "", kind: .bars([.init(label: "", value: "", share: .nan, low: -.infinity, high: .infinity)]))),
        ]
        #expect(try await PaperLayout.check(ReportSamples.report(.english, nothing)).pages >= 1)
        #expect(try await PaperLayout.check(ReportSamples.report(.arabic, [])).pages == 1)
    }
}
