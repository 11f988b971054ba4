import Testing

@testable import Paper

@Suite("Reports of hostile text")
struct ReportHostileTests {
    @Test("prints whole, within its fields, in every block", arguments: 0..<HostileTextTests.texts.count)
    func any(index: Int) async throws {
        let text = HostileTextTests.texts[index]
        let runs = [
            PaperRun(text), PaperRun(text: text, isStrong: true, isEmphasis: true), PaperRun(text: text, isCode: true),
            PaperRun(text: text, link: text),
        ]
        let row = PaperChart.Row(label: text, value: text, share: 0.4, low: 0.1, high: 3, mark: -1)
        let series = Array(repeating: PaperChart.Series(name: text, points: [0.1, nil, 0.9]), count: 3)
        let kinds: [PaperChart.Kind] = [
            .bars([row, row]), .ranges([row]), .radar(axes: [text, text, text, "a"], series),
            .lines(categories: [text, text, text], series, scale: [text, text]),
            .map(outline: [[.init(x: .nan, y: 9)]], aspect: 0, [.init(point: .init(x: 0.99, y: 0.01), share: 1, label: text)]),
        ]
        let blocks: [PaperBlock] =
            [
                .heading(level: 1, runs), .paragraph(runs), .quote([.list(start: 1_000_000_000, items: [[.paragraph(runs)]])]),
                .code(text), .table(head: [runs, runs, []], rows: [[runs], [[], runs, runs]], isNumeric: [true]),
            ] + kinds.map { .chart(PaperChart(title: text, note: text, kind: $0)) }
        let language = index % 2 == 0 ? "en" : "ar"
        let report = ReportPaper(
            info: PaperInfo(title: "Report", author: "", language: language, created: PaperSamples.created), band: text,
            title: "Report", contents: text, footer: text, language: text, blocks: blocks)
        let paper = try await PaperPress.shared.print(report)
        #expect(paper.bytes.starts(with: Array("%PDF-1.".utf8)))
        for placement in paper.placements where !placement.field.inset(-2, -2).contains(placement.ink) {
            Issue.record("stands out of its field: \(placement)")
        }
    }

    @Test("lists in lists in quotes, deeper than a page is broad")
    func deep() async throws {
        var block = PaperBlock.paragraph([PaperRun("innermost words of all")])
        for depth in 0..<60 { block = depth % 2 == 0 ? .list(start: depth, items: [[block]]) : .quote([block]) }
        let paper = try await PaperLayout.check(ReportSamples.report(.english, [block], contents: false))
        #expect(paper.placements.contains { $0.text == "innermost words of all" })
    }

    @Test("a cell that is longer than a page goes on")
    func longCell() async throws {
        let long = Array(repeating: "word", count: 3000).joined(separator: " ")
        let table = PaperBlock.table(
            head: ["A", "B"].map { [PaperRun($0)] }, rows: [[[PaperRun("x")], [PaperRun(long)]]], isNumeric: [])
        let paper = try await PaperLayout.check(ReportSamples.report(.english, [table], contents: false))
        #expect(paper.pages > 2)
    }
}
