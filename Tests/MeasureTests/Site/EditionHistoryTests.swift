import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct EditionHistoryTests {
    private func history(_ change: (inout IndexContent) -> Void) throws -> EditionHistory {
        var later = MeasureStage.tiny
        change(&later)
        let chapters = [
            (IndexSample.edition("tiny-2027", period: "2027", number: 2), later), (IndexSample.edition(), MeasureStage.tiny),
        ]
        return EditionHistory(try chapters.map { ($0.0, $0.1, try $0.1.build()) })
    }

    @Test("Scores follow each other from the oldest edition; other data are no break")
    func same() throws {
        let points = try history {
            $0.data?.values[0][0] = 8
            $0.nodes[0].name = "Another name"
        }.points(of: "AA")
        #expect(points.map(\.edition.period) == ["2026", "2027"] && points.map(\.isBreak) == [false, false])
        #expect(points[0].score != points[1].score && points[0].count == 4)
    }

    @Test("Another rule, weight or indicator is a break")
    func breaks() throws {
        #expect(try history { $0.nodes[3].weight = 2 }.points(of: "AA").map(\.isBreak) == [false, true])
        #expect(
            try history { $0.method.aggregation = Aggregation([Aggregation.Level(.median)]) }.points(of: "AA").map(\.isBreak)
                == [false, true])
        #expect(try history { _ in }.points(of: "nobody").isEmpty)
    }
}
