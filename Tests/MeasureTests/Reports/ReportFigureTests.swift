import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct ReportFigureTests {
    private func figure(_ lines: [String], _ source: ReportSource, _ language: Language = .en) throws -> ReportFigure {
        let reading = ReportReading("```figure\n\(lines.joined(separator: "\n"))\n```", source, language)
        #expect(reading.faults.isEmpty)
        return try #require(reading.figures.first ?? nil)
    }

    @Test("a ranking has the first of the index, each with rank, score and the length of its bar")
    func ranking() throws {
        let source = try ReportSample.demo()
        let view = source.view
        let made = try figure(["ranking", "top: 5", "title: The first five", "note: Of sixty"], source)
        let sorted = view.sorted(view.counted, by: view.index).prefix(5)
        #expect(made.rows.map(\.label) == sorted.map { view.build.units[$0].name })
        #expect(made.rows.map(\.cells) == sorted.map { [.rank(view.rank($0, view.index)), .score(view.score($0, view.index))] })
        #expect(made.rows.map(\.share) == sorted.map { view.score($0, view.index).map(view.share) })
        #expect(made.title == "The first five" && made.note == "Of sixty" && made.drawing == .bars)
        let part = try figure(["ranking", "by: B", "region: East"], source, .es)
        #expect(part.rows.count == 12 && part.subjects["name"] == "Aprendizaje y enseñanza")
    }

    @Test("groups have the mean of each, the highest first")
    func groups() throws {
        let source = try ReportSample.demo()
        let made = try figure(["groups", "by: income"], source)
        #expect(made.rows.map(\.label) == ["High", "Upper middle", "Lower middle", "Low"])
        #expect(made.rows.allSatisfy { $0.cells.last == .count(15) })
    }

    @Test("ranges hold the rank, and movers the two ranks with the way between them")
    func ranges() throws {
        let source = try ReportSample.demo()
        for row in try figure(["ranges", "top: 60"], source).rows {
            #expect(try #require(row.low) <= #require(row.high))
        }
        var earlier = MeasureDemo.content
        let set = earlier.data?.set(1, "X01", "B12") ?? false
        #expect(set)
        let old = IndexSample.edition("sample-2025", period: "2025", number: 6016)
        let later = try ReportSample.source(
            MeasureDemo.content, IndexSample.edition("sample-2026", number: 6017), archive: [old], contents: [old.id: earlier])
        let movers = try figure(["movers", "top: 4"], later).rows
        #expect((1...4).contains(movers.count))
        for row in movers {
            guard case .rank(let before?) = row.cells[0], case .rank(let now?) = row.cells[1] else {
                Issue.record("\(row.cells)")
                continue
            }
            #expect(row.cells[2] == .lead(before - now) && before != now)
        }
        let line = try figure(["timeline", "units: X01, X02"], later)
        #expect(line.rows.map(\.label) == ["2025", "2026"] && line.rows[0].cells.count == 2)
    }

    @Test("a country's figures: the parts beside its group, strengths, weaknesses, everything with what was estimated")
    func country() throws {
        let source = try #require(try ReportSample.demo().about("X07"))
        let profile = try figure(["profile"], source)
        guard case .radar(let series) = profile.drawing else {
            Issue.record("no radar")
            return
        }
        #expect(profile.rows.count == 4 && series.map(\.shares.count) == [4, 4] && series[1].name == "Gardania")
        let all = try figure(["indicators"], source)
        #expect(all.rows.count == 33)
        let own = UnitProfile(source.view, row: try #require(source.unit), grouping: nil)
        #expect(all.rows.count(where: \.isMarked) == own.lines.count { $0.mark.contains(.imputed) })
        #expect(try figure(["strengths"], source).rows.count == own.strengths.count)
        #expect(try figure(["weaknesses", "unit: #1", "by: region"], source).subjects["unit"] != "Gardania")
        let both = try figure(["compare", "units: X01 X02 X03"], source)
        #expect(both.rows.count == 5 && both.heads.count == 4)
    }
}
