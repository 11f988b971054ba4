import CompositeIndex
import Testing

@Suite struct CorrelationTests {
    static let x: [Double] = [1, 2, 2, .nan, 4, 5, 7, 7, 9.5, 3], y: [Double] = [2, 1, 3, 4, 3, 6, 5, 8, 8, .nan]

    @Test(
        "coefficients and p values of three kinds, over the rows that both have",
        arguments: [
            (Correlation.Kind.pearson, 0.899124136093595, 0.002376028165182451),
            (.spearman, 0.8902439024390245, 0.0030392955684888086), (.kendall, 0.7692307692307694, 0.010747577580460075),
        ])
    func kinds(kind: Correlation.Kind, coefficient: Double, p: Double) {
        let ours = Correlation(kind, Self.x[...], Self.y[...])
        #expect(ours.count == 8)
        #expect(abs(ours.coefficient - coefficient) < 1e-14)
        #expect(abs(ours.p - p) < 1e-12)
    }

    @Test("a perfect relation is exactly 1 with p 0", arguments: [Correlation.Kind.pearson, .spearman])
    func perfect(kind: Correlation.Kind) {
        let ours = Correlation(kind, [0.1, 0.2, 0.3, 0.7], [0.2, 0.4, 0.6, 1.4])
        #expect(abs(ours.coefficient - 1) < 1e-15 && ours.p < 1e-7)
    }

    @Test("a flat column correlates with nothing", arguments: Correlation.Kind.allCases)
    func flat(kind: Correlation.Kind) {
        #expect(Correlation(kind, [0.1, 0.1, 0.1, 0.1], [1, 2, 3, 5]).coefficient.isNaN)
        #expect(Correlation(kind, [], []).coefficient.isNaN)
        #expect(Correlation(kind, [1, 2], [1, 2]).p.isNaN)
    }
}
