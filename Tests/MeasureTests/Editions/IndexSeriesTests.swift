import CompositeIndex
import HTML
import Foundation
import Testing

@testable import Measure

@Suite struct IndexSeriesTests {
    @Test("on one scale a value means the same in every year, and the own year is the last")
    func together() throws {
        let content = PanelSample.content(.together)
        let series = try content.series()
        #expect(content.isPanel && series.points.map(\.period) == ["2024", "2025", "2026"])
        // p1 goes from 1 in 2024 to 6 in 2026.
        #expect(series.points.map { $0.build.score(of: "AA", "p1") } == [0, 20, 40])
        #expect(series.own.score(of: "DD", "p1") == 100 && series.points[0].build.score(of: "DD", "p1") == 60)
        #expect(try content.build().scores.cells == series.own.scores.cells)
    }

    @Test("each year on a scale of its own: the lowest has nothing every year")
    func eachPeriod() throws {
        let series = try PanelSample.content(.eachPeriod).series()
        #expect(series.points.map { $0.build.score(of: "AA", "p1") } == [0, 0, 0])
    }

    @Test("a gap is filled with the last value, and stays marked; one year alone has none to fill it with")
    func filled() throws {
        let own = try PanelSample.content(.together).series().own
        let row = try #require(own.row(of: "AA")), node = try #require(own.framework.position(of: "q1"))
        #expect(own[stage: .imputed]?.table[row, 2] == 3 && own.marks[row, node].contains(.imputed))
        let alone = PanelSample.content(nil)
        #expect(!alone.isPanel)
        let series = try alone.series()
        #expect(series.points.isEmpty && series.own.score(of: "AA", "q1") == nil)
        let line = try PanelSample.content(.together, .linear).series().own
        #expect(line[stage: .imputed]?.table[row, 2] == 3)
    }

    @Test("a year has the treatments of its own year")
    func treatments() throws {
        var content = PanelSample.content(.together)
        content.method.steps.insert(.treat(Treatment()), at: 1)
        let points = try content.series().points
        #expect(points.allSatisfy { $0.build.treatments.map(\.indicator) == ["p1", "p2", "q1"] })
    }

    @Test("ranges of ranks of such an index are varied around its own scores")
    func ranges() throws {
        let content = PanelSample.content(.together)
        let series = try content.series()
        var view = IndexView(IndexSample.edition(), content, build: series.own)
        view.series = series.points
        let ranges = try #require(RankRanges(view))
        for code in ["AA", "BB", "CC", "DD"] {
            let rank = try #require(series.own.rank(of: code, "T")), one = try #require(ranges[code])
            #expect(one.quantiles[0] <= rank && rank <= one.quantiles[1], "\(code)")
        }
    }

    @Test("a page shows the years before as computed anew")
    func page() throws {
        let content = PanelSample.content(.together)
        let series = try content.series()
        var view = IndexView(IndexSample.edition(), content, build: series.own)
        view.series = series.points
        let text = IndexSeriesPage.section(IndexSample.scene(), view, unit: "AA").text
        #expect(text.contains("computed anew") && text.contains("this edition") && text.contains("ix-time"))
        #expect(IndexSeriesPage.method(IndexSample.scene(), view).text.contains("2024, 2025"))
        view.series = []
        #expect(IndexSeriesPage.section(IndexSample.scene(), view, unit: "AA").text.isEmpty)
    }
}
