import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct ReportValueTests {
    @Test("each value is what the index says, written in the language")
    func values() throws {
        let source = try ReportSample.source()
        let view = source.view
        let aa = try #require(view.build.row(of: "AA"))
        let score = try #require(view.score(aa, view.index))
        #expect(ReportSample.values("{{score AA}}", source) == [ScoreText.text(score, .en)])
        #expect(ReportSample.values("{{score AA}}", source, .es) == [ScoreText.text(score, .es)])
        #expect(
            ReportSample.values("{{rank AA P}}", source) == [ScoreText.rank(view.rank(aa, try #require(view.node("P"))), .en)])
        let north = view.rows(in: ["region": "north"])
        #expect(
            ReportSample.values("{{mean}} {{mean P region=north}} {{units}} {{units region=north}}", source) == [
                ScoreText.text(view.mean(view.index, over: view.counted), .en),
                ScoreText.text(view.mean(try #require(view.node("P")), over: north), .en), "4", "2",
            ])
        let best = try #require(view.best(view.index)).row
        #expect(
            ReportSample.values("{{best}} {{name #1}} {{name P}} {{group AA region}} {{period}} {{indicators}}", source) == [
                view.build.units[best].name, view.build.units[best].name, "P", "north", "2026", "3",
            ])
        #expect(ReportSample.values("{{missing}} {{corrections}}", source) == ["8.3%", "0"])
        #expect(ReportSample.values("{{edition}}", source, .es) == ["Índice mínimo"])
        #expect(ReportSample.values("{{digest}}", source) == [String(repeating: "ab", count: 8)])
    }

    @Test(
        "what is not understood is told with what was expected",
        arguments: [
            ("{{skore AA}}", "valueUnknown"), ("{{}}", "valueUnknown"), ("{{score}}", "valueShape"),
            ("{{score AA P Q}}", "valueShape"), ("{{units 3}}", "valueShape"), ("{{score ZZ}}", "unitUnknown"),
            ("{{score unit}}", "unitNone"), ("{{score #9}}", "placeUnknown"), ("{{score #0}}", "placeUnknown"),
            ("{{score #x}}", "placeUnknown"), ("{{rank AA X}}", "nodeUnknown"), ("{{mean X}}", "nodeUnknown"),
            ("{{mean size=big}}", "groupingUnknown"), ("{{mean region=east}}", "groupUnknown"),
            ("{{mean region=}}", "groupUnknown"), ("{{mean =}}", "groupingUnknown"), ("{{name X}}", "unitUnknown"),
            ("{{group AA size}}", "groupingUnknown"),
        ])
    func faults(typed: String, rule: String) throws {
        let source = try ReportSample.source()
        #expect(ReportSample.rules("A\n\n\(typed)", source) == ["3 \(rule)"])
        #expect(ReportSample.values(typed, source) == ["–"])
    }

    @Test("in a report for each country “unit” is the country, and its ranks lie where the audit says")
    func country() throws {
        let demo = try ReportSample.demo()
        let source = try #require(demo.about("X07"))
        #expect(ReportSample.values("{{name unit}}", source) == ["Gardania"])
        #expect(ReportSample.values("{{range unit}}", source) == [try #require(source.ranges?.text("X07", .en))])
        #expect(demo.about("nobody") == nil)
        // A group whose name has a blank in it.
        #expect(ReportSample.values("{{units income=Upper middle}}", demo) == ["15"])
    }
}
