import Base
import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct ReportEditionFiguresTests {
    @Test("a map has a row for each country with a place, its dots in grey steps on the page")
    func map() throws {
        var content = MeasureStage.tiny
        for (place, code) in ["KEN", "UGA", "MEX", "CHN"].enumerated() {
            content.data?.units[place] = IndexUnit(code: code, name: code, groups: ["region": "all"])
        }
        let source = try ReportSample.source(content, IndexSample.edition("map-2026", number: 5))
        let reading = ReportReading("```figure\nmap\nby: P\n```", source, .en)
        #expect(reading.faults.isEmpty && reading.figures.first??.rows.count == 4)
        let text = ReportArticlePage(IndexSample.scene(), source.view, reading).main.text
        #expect(text.contains("<svg class=\"world\"") && text.contains("dot-step-6") && text.contains("<td"))
    }

    @Test("a ranking narrowed down to a group that has nobody in common with another is empty, and says so")
    func empty() throws {
        let source = try ReportSample.demo()
        let reading = ReportReading("```figure\nranking\nregion: Islands\nincome: High\ntop: 300\n```", source, .en)
        let rows = source.view.rows(in: ["region": "Islands", "income": "High"])
        #expect(reading.figures.first??.rows.count == rows.count)
    }
}
