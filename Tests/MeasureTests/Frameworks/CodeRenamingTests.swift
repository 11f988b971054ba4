import Base
import CompositeIndex
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct CodeRenamingTests {
    /// The demo's index with everything that can name a node naming C12, an indicator and somebody's denominator, and B, a whole.
    static let rich: IndexContent = {
        var content = MeasureDemo.content
        for place in content.nodes.indices {
            switch content.nodes[place].code {
            case "A12": content.nodes[place].denominator = "C12"
            case "C12": content.nodes[place].name = "C12"
            default: break
            }
        }
        let weights = ["A": 20.0, "B": 40, "C": 30, "D": 10, "C11": 35, "C12": 65]
        let spread = WeightSet.Spread(mean: 40, median: 40, lowerQuartile: 30, upperQuartile: 50, deviation: 9, answers: 7)
        var set = WeightSet(
            name: "experts", weights: weights, spread: ["B": spread, "C12": spread], round: 1, statement: "We",
            at: Instant(seconds: 1))
        set.origins = [
            WeightSet.Origin(
                way: .hierarchy, nodes: ["B", "SDI"], judgements: [AnalyticHierarchy.Judgement("A", over: "B", 3)], revision: 2,
                warnings: [Problem("weight-negative", ["C12"], gravity: .warning, "the weight of C12 is low, not that of C121")])
        ]
        content.weightSets = [set]
        let level = Aggregation.Level(.arithmetic)
        content.method = Method(
            [
                .denominate(Denomination(scales: ["A12": 1000, "C12": 7])),
                .impute(Imputation(.groupMedian("income"), individual: ["C12": .constant(900)])),
                .treat(Treatment(individual: ["C12": .winsorise(2)])),
                .normalise(
                    Normalisation(.minMax(low: 1, high: 100), individual: ["C12": .scaled(from: 0, to: 30_000, factor: 100)])),
                .aggregate(
                    Aggregation(
                        [level, level, Aggregation.Level(.geometric)], individual: ["B": Aggregation.Level(.harmonic)],
                        weights: .named("experts", weights))),
            ],
            exemptions: [
                Exemption(node: "C12", units: ["X05"], reason: "No schools of its own"),
                Exemption(node: "B", units: ["X07"], reason: "One island", isGap: true),
            ],
            overrides: [
                Override(unit: "X09", node: "B", score: 55, reason: "As agreed"),
                Override(unit: "X11", node: "C12", score: 12, reason: "As agreed"),
            ])
        return content
    }()

    private static func bits(_ content: IndexContent) throws -> [UInt64] {
        let build = try content.build()
        return (build.scores.cells + build.ranks.cells).map(\.bitPattern)
    }

    @Test("an indicator and a whole have other codes: the same scores to the bit, and nothing speaks of the old ones")
    func renamed() throws {
        var content = Self.rich
        let before = try Self.bits(content)
        #expect(before != (try Self.bits(MeasureDemo.content)), "what names the nodes makes a difference")
        content.rename("C12", to: "spending-per.head")
        content.rename("B", to: "Skills")
        #expect(try Self.bits(content) == before)
        let text = json(content)
        #expect(!text.contains(#""C12""#) && !text.contains(#""B""#))
        #expect(text.contains("the weight of spending-per.head is low, not that of C121"))
        #expect(content.name(of: try #require(content.node("spending-per.head"))) == MeasureDemo.content.texts["C12"]?.name)
        #expect(content.node("A12")?.denominator == "spending-per.head" && content.parts(of: "Skills").count == 3)
        #expect(content.method.overrides.map(\.node) == ["Skills", "spending-per.head"])
        content.rename("spending-per.head", to: "C12")
        content.rename("Skills", to: "B")
        #expect(content == Self.rich, "and back")
    }

    @Test("what a method still says of a node that is gone does not fall to the one that takes its code")
    func gone() throws {
        var content = MeasureStage.tiny
        content.method.overrides = [Override(unit: "AA", node: "old", score: 1, reason: "-")]
        content.method.steps[0] = .treat(Treatment(individual: ["old": .transform(.boxCox(2))]))
        content.rename("p1", to: "old")
        #expect(content.method.overrides.isEmpty && content.method.steps[0] == .treat(Treatment()))
        #expect(content.data?.columns == ["old", "p2", "q1"])
    }

    @Test("rounds and answers go by the new code")
    func rounds() {
        let whole = ExpertRound.Whole(code: "T", parts: ["P", "Q"])
        #expect(whole.renaming("P", to: "X") == ExpertRound.Whole(code: "T", parts: ["X", "Q"]))
        #expect(whole.renaming("T", to: "X").code == "X")
        let answer = ExpertAnswer(["T": ["P": 60, "Q": 40], "P": ["p1": 100]]).renaming("P", to: "X")
        #expect(answer == ExpertAnswer(["T": ["X": 60, "Q": 40], "X": ["p1": 100]]))
    }
}
