import Foundation
import Testing

@testable import CompositeIndex

@Suite("Factor")
struct FactorTests {
    private func rules(_ factors: [Factor]) throws -> [String] {
        let problems = #expect(throws: Problems.self) { try SmallIndex.study(factors) }
        return problems?.list.map(\.rule) ?? []
    }

    @Test("a factor of a step that the method does not have is refused, not passed over")
    func step() throws {
        let screening = Factor("screening", .screening([Screening(leastPresent: 0.5), Screening(leastPresent: 0.8)]))
        let problems = #expect(throws: Problems.self) { try SmallIndex.study([SmallIndex.factors[0], screening]) }
        #expect(problems?.list.map(\.rule) == ["factor-step"])
        #expect(problems?.list.first?.subjects == ["screening", "screen"])
    }

    @Test("all that is wrong with factors is told at once")
    func all() throws {
        let found = try rules([
            Factor("x", .rule([.arithmetic], level: 2)), Factor("x", .rule([.arithmetic, .median], level: nil)),
            Factor("y", .noise(node: "nobody", share: 0.2)), Factor("z", .noise(node: "A", share: 1.5)),
            Factor("v", .missing([.rescale, .strict], level: 4)), Factor("d", .denomination([Denomination(), Denomination()])),
        ])
        #expect(
            found == [
                "factor-options", "factor-repeated", "factor-twice", "node-unknown", "factor-noise", "factor-level",
                "factor-step",
            ])
        #expect(try rules([]) == ["study-empty"])
    }

    @Test("two factors may choose weights of different nodes, not of the same")
    func weights() throws {
        let sets = { (codes: [String]) in
            Factor.Alternatives.weights(
                [1.0, 2, 3].map { weight in .named("\(weight)", Dictionary(uniqueKeysWithValues: codes.map { ($0, weight) })) })
        }
        let study = try SmallIndex.study([Factor("one", sets(["a1"])), Factor("two", sets(["A", "B"]))])
        guard case .aggregate(let chosen)? = try study.method(at: [0.5, 0.9]).steps.last else {
            Issue.record("the last step aggregates")
            return
        }
        #expect(chosen.weights == .named("replication", ["a1": 2, "a2": 2, "b1": 1, "b2": 1, "A": 3, "B": 3, "X": 1]))
        #expect(try rules([Factor("one", sets(["a1", "A"])), Factor("two", sets(["A", "B"]))]) == ["factor-twice"])
        #expect(try rules([Factor("one", .weights([.framework, .equal])), Factor("two", sets(["A"]))]) == ["factor-twice"])
    }

    @Test("a combination that cannot be computed is told before the first run: a geometric mean of zeros")
    func conflicts() throws {
        let zero = Factor(
            "scale", .normalisation([Normalisation(.minMax(low: 1, high: 100)), Normalisation(.minMax(low: 0, high: 1))]))
        let found = try rules([zero, Factor("mean", .rule([.arithmetic, .geometric], level: 2))])
        #expect(!found.isEmpty && found.allSatisfy { $0 == "mean-of-nothing" })
    }

    @Test("factors come back from JSON, each as a named choice")
    func coding() throws {
        let factors =
            SmallIndex.factors + [
                Factor("w", .weights([.equal, .named("one", ["a1": 2])])),
                Factor("all", .rule([.median, .power(0.5)], level: nil)),
                Factor("per head", .denomination([Denomination(scales: ["a1": 1000]), Denomination()])),
                Factor("coverage", .screening([Screening(leastPresent: 0.5), Screening()])),
            ]
        let text = try JSONEncoder().encode(factors)
        #expect(try JSONDecoder().decode([Factor].self, from: text) == factors)
        let noise = Data(#"{"name": "A", "alternatives": {"noise": {"node": "A", "share": 0.25}}}"#.utf8)
        #expect(try JSONDecoder().decode(Factor.self, from: noise) == SmallIndex.factors[6])
        let unknown = Data(#"{"name": "A", "alternatives": {"magic": []}}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Factor.self, from: unknown) }
        let targets: [Study.Target] = [.meanShift, .rank("U"), .score("V")]
        #expect(try JSONDecoder().decode([Study.Target].self, from: JSONEncoder().encode(targets)) == targets)
    }

    @Test("too many combinations are refused")
    func many() throws {
        let rules = (2...3).map { level in
            Factor("\(level)", .rule((1...70).map { .power(Double($0)) }, level: level))
        }
        #expect(try self.rules(rules) == ["factor-combinations"])
    }

    @Test("noise on levels makes a factor of each node that has brothers")
    func levels() throws {
        let factors = Factor.noise(on: [1, 3], of: try SmallIndex.framework(), share: 0.25)
        #expect(factors.map(\.name) == ["a1", "a2", "b1", "b2"])
        #expect(factors[1].alternatives == .noise(node: "a2", share: 0.25))
    }

    @Test("sets of noisy weights lie within their share and do not change when there are more")
    func sets() throws {
        let framework = try SmallIndex.framework()
        let few = Factor.noisySets("weights", of: framework, shares: [1: 0.25], replications: 3, seed: 5)
        let many = Factor.noisySets("weights", of: framework, shares: [1: 0.25], replications: 40, seed: 5)
        guard case .weights(let some) = few.alternatives, case .weights(let all) = many.alternatives else {
            Issue.record("both choose among sets of weights")
            return
        }
        #expect(some == Array(all.prefix(3)) && Set(all).count == 40)
        for case .named(_, let set) in all {
            #expect(set.keys.sorted() == ["a1", "a2", "b1", "b2"])
            #expect(set.values.allSatisfy { $0 >= 0.75 && $0 <= 2.5 } && (1.5...2.5).contains(set["a2"] ?? 0))
        }
    }
}
