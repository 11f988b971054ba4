import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct RobustnessTests {
    @Test("Every choice has a share, the most influential first; again gives the same")
    func study() throws {
        let view = try IndexSample.view()
        let robustness = try #require(Robustness(view))
        let totals = robustness.shares.map { $0.total.value ?? 0 }
        #expect(totals == totals.sorted(by: >) && robustness.shares.contains { $0.subject == .weight("P") })
        #expect(try #require(Robustness(view)).shares.map(\.total) == robustness.shares.map(\.total))
    }

    @Test("A mean that the data do not allow is left out, and the weights are varied all the same")
    func fallsBack() throws {
        // On a scale from 0 a geometric mean of indicators cannot be taken.
        var content = MeasureStage.tiny
        content.nodes =
            [Node(code: "T", level: 2, parent: nil)] + ["p1", "p2", "q1"].map { Node(code: $0, level: 1, parent: "T") }
        let robustness = try #require(Robustness(try IndexSample.view(content)))
        #expect(!robustness.shares.isEmpty && !robustness.shares.contains { $0.subject == .rule })
    }
}
