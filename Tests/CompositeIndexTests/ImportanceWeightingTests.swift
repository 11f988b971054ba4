import CompositeIndex
import Testing

@Suite struct ImportanceWeightingTests {
    static let aggregated = AsemCorpus.file("step-Aggregated.csv")

    /// Three uncorrelated parts of unequal spread.
    private let parts = Parts(
        node: "n", codes: ["a", "b", "c"],
        values: Table(columns: [[1, 1, 1, 1, -1, -1, -1, -1], [2, 2, -2, -2, 2, 2, -2, -2], [4, -4, 4, -4, 4, -4, 4, -4]]))

    @Test("uncorrelated parts need weights in inverse proportion to their spread")
    func uncorrelated() throws {
        let found = try ImportanceWeighting(for: parts, targets: ["a": 1, "b": 1, "c": 1])
        #expect(found.misfit < 1e-8 && found.weighting.problems.isEmpty)
        for (code, weight) in ["a": 4.0 / 7, "b": 2.0 / 7, "c": 1.0 / 7] {
            #expect(abs((found.weighting.weights[code] ?? 0) - weight) < 1e-6)
        }
        // Importance of 2 : 1 : 1 for parts of equal spread is a weight of 2 : 1 : 1.
        let double = try ImportanceWeighting(for: parts, targets: ["a": 50, "b": 25, "c": 25])
        for (code, weight) in ["a": 8.0 / 11, "b": 2.0 / 11, "c": 1.0 / 11] {
            #expect(abs((double.weighting.weights[code] ?? 0) - weight) < 1e-6)
        }
    }

    @Test("a target that no weights reach is named")
    func unreached() throws {
        let alike = Parts(
            node: "n", codes: ["a", "b"], values: Table(columns: [[1, 2, 3, 4], [1, 2, 3.1, 4]]))
        let found = try ImportanceWeighting(for: alike, targets: ["a": 9, "b": 1])
        #expect(found.weighting.problems.map(\.rule) == ["importance-unreached", "importance-unreached"])
        #expect(found.misfit > 0.3)
    }

    @Test("flat parts and targets without a part are refused together")
    func refusals() {
        let flat = Parts(node: "n", codes: ["a", "b"], values: Table(columns: [[1, 2, 3], [1, 1, 1]]))
        let error = #expect(throws: Problems.self) { try ImportanceWeighting(for: flat, targets: ["a": 1]) }
        #expect(error?.list.map(\.rule) == ["importance-flat", "weight-missing"])
    }

    @Test("the eight ASEM pillars come as near to equal importance as another optimiser gets", .enabled(if: aggregated != nil))
    func asem() throws {
        let table = try #require(Self.aggregated)
        let codes = ["Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"]
        let parts = Parts(node: "Index", codes: codes, values: table.table(codes))
        let found = try ImportanceWeighting(for: parts, targets: Dictionary(uniqueKeysWithValues: codes.map { ($0, 1) }))
        #expect(abs(found.misfit - 0.010951597994109) < 1e-12)
        let expected = ["Physical": 0, "ConEcFin": 0.20972385, "P2P": 0.02758385, "Social": 0, "SusEcFin": 0.38265217]
        for (code, weight) in expected { #expect(abs((found.weighting.weights[code] ?? .nan) - weight) < 1e-5) }
        #expect(!found.weighting.problems.isEmpty)
        #expect(abs(found.weighting.weights.values.reduce(0, +) - 1) < 1e-12)
    }
}
