import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct WeightRequestTests {
    @Test("a scope is written as it is read")
    func scopes() {
        for scope in [WeightRequest.Scope.all, .level(3), .node("A1")] { #expect(WeightRequest.Scope(scope.text) == scope) }
        #expect(WeightRequest.Scope("level:x") == nil && WeightRequest.Scope("node:") == nil && WeightRequest.Scope("") == nil)
    }

    @Test("wholes come from the bottom up; those with one part are none")
    func wholes() {
        func codes(_ scope: WeightRequest.Scope) -> [String] {
            WeightRequest(way: .critic, scope: scope).wholes(of: MeasureStage.tiny).map(\.code)
        }
        #expect(codes(.all) == ["P", "T"] && codes(.level(2)) == ["P"] && codes(.node("Q")).isEmpty)
    }

    @Test("weights before are those of the framework, equal ones, or a set over the framework's")
    func base() throws {
        var content = MeasureStage.tiny
        content.nodes[1].weight = 3
        content.weightSets = [WeightSet(name: "experts", weights: ["Q": 60, "gone": 1], at: Instant(seconds: 1))]
        func weights(_ base: String) -> [String: Double]? {
            WeightRequest(way: .critic, scope: .all, base: base).baseWeights(of: content)
        }
        #expect(weights("framework") == ["P": 3, "Q": 1, "p1": 1, "p2": 1, "q1": 1])
        #expect(weights("equal") == ["P": 1, "Q": 1, "p1": 1, "p2": 1, "q1": 1])
        #expect(weights("experts") == ["P": 3, "Q": 60, "p1": 1, "p2": 1, "q1": 1])
        #expect(weights("none") == nil)
    }
}
