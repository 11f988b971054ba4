import CompositeIndex
import Testing

@Suite struct WeightingTests {
    static let normalised = AsemCorpus.file("step-Normalised.csv"), expected = AsemCorpus.file("pca-weights.csv")
    static let small = Parts(
        node: "index", codes: ["a", "b", "c", "d"],
        values: Table(columns: [[3, 5, 2, 8, 1], [1, 2, 9, 4, 3], [8, 7, 6, 5, 4], [2, 2.5, 1.5, 2.2, 9]]))

    private func near(_ ours: Weighting, _ theirs: [Double], _ tolerance: Double = 1e-13) -> Bool {
        zip(["a", "b", "c", "d"], theirs).allSatisfy { abs((ours.weights[$0] ?? .nan) - $1) < tolerance }
    }

    @Test("equal weights and fixed ones sum to 1")
    func given() throws {
        #expect(near(Weighting.equal(["a", "b", "c", "d"]), [0.25, 0.25, 0.25, 0.25]))
        let fixed = try Weighting.fixed(["a": 1, "b": 0, "c": 2, "d": 1], for: ["a", "b", "c", "d"])
        #expect(near(fixed, [0.25, 0, 0.5, 0.25]))
    }

    @Test("every wrong weight is named")
    func wrong() {
        let error = #expect(throws: Problems.self) { try Weighting.fixed(["a": -1, "x": 2], for: ["a", "b"]) }
        #expect(error?.list.map(\.rule) == ["weight-unknown", "weight-negative", "weight-missing"])
        let none = #expect(throws: Problems.self) { try Weighting.fixed(["a": 0], for: ["a"]) }
        #expect(none?.list.map(\.rule) == ["weight-none"])
    }

    @Test("entropy and CRITIC give the weights of the formulas")
    func dispersion() throws {
        let entropy = [0.281798391621227, 0.3267102486732783, 0.0377950159709392, 0.3536963437345555]
        #expect(near(try Weighting.entropy(of: Self.small), entropy))
        let critic = [0.22832284020980892, 0.23024601473862127, 0.2478374522658628, 0.2935936927857069]
        #expect(near(try Weighting.critic(of: Self.small), critic))
    }

    @Test("a part that is the same everywhere has no entropy weight, and CRITIC refuses it")
    func flat() throws {
        let parts = Parts(node: "n", codes: ["a", "b"], values: Table(columns: [[1, 2, 0], [0.1, 0.1, 0.1]]))
        #expect(try Weighting.entropy(of: parts).weights == ["a": 1, "b": 0])
        let critic = #expect(throws: Problems.self) { try Weighting.critic(of: parts) }
        #expect(critic?.list.map(\.rule) == ["critic-flat"] && critic?.list.first?.subjects == ["b"])
        let negative = Parts(node: "n", codes: ["a", "b"], values: Table(columns: [[-1, 2, 0], [0, 0, 0]]))
        let entropy = #expect(throws: Problems.self) { try Weighting.entropy(of: negative) }
        #expect(entropy?.list.map(\.rule) == ["entropy-negative", "entropy-zero"])
    }

    @Test("a part that runs against the rest has a negative loading, which is explained")
    func opposed() throws {
        let parts = Parts(
            node: "n", codes: ["a", "b", "c"], values: Table(columns: [[1, 2, 3, 4], [1, 2, 4, 3], [4, 3, 2, 1.5]]))
        let weighting = try Weighting.firstComponent(of: parts)
        #expect(weighting.problems.map(\.rule) == ["component-negative"])
        #expect(weighting.problems.first?.subjects.prefix(2) == ["c", "n"])
        #expect((weighting.weights["c"] ?? 1) < 0 && (weighting.weights["a"] ?? 0) > 0)
    }

    @Test("first components of the ASEM pillars", .enabled(if: normalised != nil && expected != nil))
    func asem() throws {
        let table = try #require(Self.normalised), expected = try #require(Self.expected)
        let framework = try #require(AsemCorpus.framework)
        let theirs = Dictionary(uniqueKeysWithValues: zip(expected.texts("iCode"), expected.numbers("Weight")))
        let values = table.table(framework.indicators.map { framework.nodes[$0].code })
        for node in framework.nodes where node.level == 2 {
            let parts = try Parts(of: node.code, in: framework, values: values)
            let ours = try Weighting.firstComponent(of: parts)
            let sum = parts.codes.reduce(0) { $0 + (theirs[$1] ?? .nan) }
            for code in parts.codes {
                let weight = (theirs[code] ?? .nan) * (sum < 0 ? -1 : 1)
                #expect(abs((ours.weights[code] ?? .nan) - weight) < 1e-11, "\(code)")
            }
        }
        let environment = try Weighting.firstComponent(of: Parts(of: "Environ", in: framework, values: values))
        #expect(environment.problems.map { $0.subjects[0] } == ["Forest"])
    }
}
