import Base
import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct MethodScenariosTests {
    @Test("each other choice is compared alone, and what is the same choice is left out")
    func lines() throws {
        var content = MeasureStage.tiny
        content.nodes[1].weight = 5
        content.weightSets = [WeightSet(name: "experts", weights: ["P": 1, "Q": 9], at: Instant(seconds: 1))]
        let scenarios = MethodScenarios(content, try content.build())
        // The usual method has framework weights, no filling, an arithmetic mean and a scale between lowest and highest.
        #expect(
            scenarios.lines.map(\.change) == [.equalWeights, .set("experts"), .geometric, .untreated, .zScore, .ranks])
        let experts = try #require(scenarios.lines.first { $0.change == .set("experts") })
        var weighted = content
        weighted.method.aggregation?.weights = .named("experts", ["P": 1, "Q": 9])
        let expected = BuildComparison(nominal: try content.build(), other: try weighted.build())
        #expect(experts.comparison == expected && (expected.meanShift ?? 0) > 0)
        #expect(experts.mover.map { abs($0.shift ?? 0) } == expected.greatestShift)
        let same = try #require(scenarios.lines.first { $0.change == .untreated })
        #expect(same.comparison?.meanShift == 0)
    }

    @Test("a way in which it cannot be computed is said and does not keep the others away")
    func impossible() throws {
        var content = MeasureStage.tiny
        content.nodes =
            [Node(code: "T", level: 2, parent: nil)] + ["p1", "p2", "q1"].map { Node(code: $0, level: 1, parent: "T") }
        let scenarios = MethodScenarios(content, try content.build())
        let geometric = try #require(scenarios.lines.first { $0.change == .geometric })
        #expect(geometric.comparison == nil && geometric.mover == nil)
        let view = try IndexSample.view(content)
        let text = ScenarioPage.section(IndexSample.scene(), view, scenarios).text
        #expect(text.contains("It cannot be computed") && text.contains("Geometric mean at the top"))
    }
}
