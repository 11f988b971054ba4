import CompositeIndex
import Testing

@Suite struct AnalyticHierarchyTests {
    typealias Judgement = AnalyticHierarchy.Judgement
    static let judgements = [
        Judgement("a", over: "b", 3), Judgement("a", over: "c", 5), Judgement("d", over: "a", 1.0 / 7),
        Judgement("b", over: "c", 2), Judgement("b", over: "d", 4), Judgement("c", over: "d", 3),
    ]

    @Test("weights are the principal eigenvector, with Saaty's consistency")
    func weights() throws {
        let found = try AnalyticHierarchy(codes: ["a", "b", "c", "d"], judgements: Self.judgements)
        let expected = ["a": 0.57807952, "b": 0.22824895, "c": 0.13362491, "d": 0.06004662]
        for (code, weight) in expected { #expect(abs((found.weighting.weights[code] ?? 0) - weight) < 1e-8) }
        #expect(abs(found.principalEigenvalue - 4.067394125910658) < 1e-12)
        #expect(abs(found.consistencyIndex - 0.022464708636886026) < 1e-12)
        #expect(abs(found.consistencyRatio - 0.024960787374317808) < 1e-12)
        #expect(found.weighting.problems.isEmpty)
    }

    @Test("a contradiction is an error that names the judgement")
    func inconsistent() throws {
        var judgements = Self.judgements
        judgements[2] = Judgement("d", over: "a", 7)
        let found = try AnalyticHierarchy(codes: ["a", "b", "c", "d"], judgements: judgements)
        #expect(abs(found.consistencyRatio - 1.259129738977273) < 1e-10)
        #expect(found.weighting.problems.map(\.rule) == ["ahp-inconsistent"])
        #expect(found.weighting.problems.first?.subjects.prefix(2) == ["a", "d"])
        #expect(found.weighting.problems.first?.gravity == .error)
    }

    @Test("two parts cannot contradict one another, and one has all the weight")
    func few() throws {
        let two = try AnalyticHierarchy(codes: ["a", "b"], judgements: [Judgement("b", over: "a", 4)])
        #expect(two.consistencyRatio == 0 && abs((two.weighting.weights["b"] ?? 0) - 0.8) < 1e-14)
        #expect(try AnalyticHierarchy(codes: ["a"], judgements: []).weighting.weights == ["a": 1])
    }

    @Test("a matrix that is not reciprocal, positive or of the right size is refused")
    func refusals() {
        let typed = Table(columns: [[1, 0.333, 0.2], [3, 1, -1], [4, 2, 1]])
        let error = #expect(throws: Problems.self) { try AnalyticHierarchy(codes: ["a", "b", "c"], comparisons: typed) }
        #expect(error?.list.map(\.rule) == ["ahp-not-reciprocal", "ahp-not-positive"])
        let size = #expect(throws: Problems.self) { try AnalyticHierarchy(codes: ["a"], comparisons: typed) }
        #expect(size?.list.map(\.rule) == ["ahp-size"])
        let pairs = #expect(throws: Problems.self) {
            try AnalyticHierarchy(
                codes: ["a", "b", "c"],
                judgements: [Judgement("a", over: "b", 2), Judgement("b", over: "a", 2), Judgement("a", over: "x", 1)])
        }
        #expect(pairs?.list.map(\.rule) == ["ahp-pair-repeated", "ahp-pair-unknown", "ahp-pair-missing", "ahp-pair-missing"])
    }
}
