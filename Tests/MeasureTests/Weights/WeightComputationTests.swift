import Base
import CompositeIndex
import HTML
import Testing

@testable import Measure

@Suite struct WeightComputationTests {
    private func compute(_ request: WeightRequest, _ content: IndexContent = MeasureDemo.content) throws -> WeightComputation {
        try WeightComputation(request, content, revision: 7)
    }

    @Test(
        "every way by the data gives shares of each whole that sum to 1",
        arguments: [
            WeightSet.Origin.Way.factors, .critic, .entropy,
        ])
    func ways(way: WeightSet.Origin.Way) throws {
        let found = try compute(WeightRequest(way: way, scope: .all))
        #expect(found.isSound, "\(found.problems)")
        let wholes = Dictionary(grouping: found.lines, by: \.whole)
        #expect(Set(wholes.keys) == Set(MeasureDemo.content.wholes.map(\.code)))
        for lines in wholes.values {
            #expect(abs(lines.reduce(0) { $0 + $1.share } - 1) < 1e-12)
            #expect(abs(lines.reduce(0) { $0 + $1.inUse } - 1) < 1e-12)
        }
    }

    @Test("weights are those that the engine gives for the same scores, and the upper ones see the lower ones")
    func levels() throws {
        let content = MeasureDemo.content
        let found = try compute(WeightRequest(way: .critic, scope: .all))
        var below = content
        below.method.aggregation?.weights = .named(
            "computed", found.weights.filter { code, _ in (content.node(code)?.level ?? 0) < 3 })
        let build = try below.build()
        let parts = try Parts(of: "SDI", in: build.framework, values: build.scores)
        let expected = try Weighting.critic(of: parts).weights
        // Pillars of one part each take their level's score, so that the upper level is reached through all below.
        for (code, weight) in expected { #expect(abs((found.weights[code] ?? 0) - weight) < 1e-9, "\(code)") }
    }

    @Test("the same revision gives the same bits")
    func same() throws {
        let request = WeightRequest(way: .importance, scope: .node("SDI"))
        #expect(try compute(request).weights == compute(request).weights)
    }

    @Test("optimised weights make importance equal, also of a geometric mean")
    func importance() throws {
        let found = try compute(WeightRequest(way: .importance, scope: .node("SDI")))
        #expect((found.misfit ?? 1) < 0.01, "\(String(describing: found.misfit))")
        var content = MeasureDemo.content
        content.method.aggregation?.weights = .named("tried", found.weights)
        let audit = try Audit(content.build())
        let shares = audit.importance.filter { $0.whole == "SDI" }.map(\.correlation)
        let sum = shares.reduce(0, +)
        for share in shares { #expect(abs(share / sum - 0.25) < 0.01) }
    }

    @Test("comparisons give the principal eigenvector and the consistency ratio; contradictions are not kept")
    func hierarchy() throws {
        func judge(_ ab: Double, _ ac: Double, _ bc: Double) throws -> WeightComputation {
            var content = MeasureStage.tiny
            content.nodes =
                [Node(code: "T", level: 2, parent: nil)] + ["p1", "p2", "q1"].map { Node(code: $0, level: 1, parent: "T") }
            return try compute(
                WeightRequest(
                    way: .hierarchy, scope: .node("T"),
                    judgements: [
                        AnalyticHierarchy.Judgement("p1", over: "p2", ab), AnalyticHierarchy.Judgement("p1", over: "q1", ac),
                        AnalyticHierarchy.Judgement("p2", over: "q1", bc),
                    ]), content)
        }
        let sound = try judge(2, 4, 2)
        #expect(sound.isSound && (sound.consistency ?? 1) < 1e-9)
        #expect(abs((sound.weights["p1"] ?? 0) - 4.0 / 7) < 1e-9 && abs((sound.weights["q1"] ?? 0) - 1.0 / 7) < 1e-9)
        let crooked = try judge(9, 1.0 / 9, 9)
        #expect(!crooked.isSound && (crooked.consistency ?? 0) > 0.1 && crooked.problems.map(\.rule) == ["ahp-inconsistent"])
    }

    @Test("a part that runs against the others has no weight that can be used")
    func negative() throws {
        var content = MeasureStage.tiny
        content.data?.values[1] = [1, 2, 3, 4.5]
        let found = try compute(WeightRequest(way: .component, scope: .node("P")), content)
        #expect(!found.isSound && found.problems.map(\.rule) == ["component-negative"])
        #expect(found.lines.contains { $0.share < 0 } && found.weights["p1"] == 1)
    }

    @Test("a set says how it was made, over what was made before")
    func origins() throws {
        let spread = WeightSet.Spread(mean: 40, median: 41, lowerQuartile: 35, upperQuartile: 44, deviation: 5, answers: 12)
        var content = MeasureDemo.content
        content.weightSets = [
            WeightSet(
                name: "experts", weights: ["A": 40, "A1": 50], spread: ["A": spread, "A1": spread], round: 2,
                at: Instant(seconds: 1))
        ]
        let first = try compute(WeightRequest(way: .critic, scope: .node("A"), base: "experts"), content).set(
            "mixed", statement: "Tried", at: Instant(seconds: 9))
        #expect(first.round == 2 && Set(first.spread.keys) == ["A"] && first.base == "experts" && first.weights["A"] == 40)
        #expect(first.origins?.map(\.nodes) == [["A"]] && first.origins?.first?.revision == 7)
        content.weightSets.append(first)
        let second = try compute(WeightRequest(way: .entropy, scope: .all, base: "mixed"), content).set(
            "all", statement: "", at: Instant(seconds: 9))
        #expect(second.round == nil && second.spread.isEmpty && second.origins?.count == 1)
        #expect(second.origins?.first?.way == .entropy)
        let node = try compute(WeightRequest(way: .entropy, scope: .node("B"), base: "mixed"), content).set(
            "both", statement: "", at: Instant(seconds: 9))
        #expect(node.origins?.map(\.way) == [.critic, .entropy] && node.weights["A1"] == first.weights["A1"])
    }

    @Test("without data, or without such a set, there are reasons and no weights")
    func reasons() {
        #expect(throws: Problems.self) { try compute(WeightRequest(way: .critic, scope: .all), IndexContent()) }
        #expect(throws: Problems.self) { try compute(WeightRequest(way: .critic, scope: .all, base: "none")) }
    }

    @Test("every rule of a computation has its sentence")
    func sentences() {
        let words = MeasureStage.book.words(.en)
        let rules = [
            "component-negative", "components-incomplete", "factors-weak", "factor-opposed", "importance-unreached",
            "importance-infinite", "importance-empty", "importance-flat", "entropy-negative", "entropy-zero",
            "entropy-infinite", "entropy-empty", "critic-infinite", "critic-empty", "critic-flat", "critic-apart", "weight-none",
            "ahp-inconsistent", "weight-set-unknown", "weight-nothing",
        ]
        #expect(rules.filter { !words.has("measure.problem.\($0)") } == [])
    }
}
