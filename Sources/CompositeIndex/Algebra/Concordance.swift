/// How far judges put the same things into the same order: Kendall's W, with the correction for ties (Kendall and Babington
/// Smith 1939; Siegel 1956).
public struct Concordance: Hashable, Sendable {
    /// 12 S/(m²(n³ - n) - m Σ(t³ - t)): 0 for no agreement, 1 for one order. NaN for fewer than two judges or things, and if
    /// no judge makes a difference.
    public let coefficient: Double
    /// How likely so much agreement is by chance: χ² = m(n - 1)W with n - 1 degrees of freedom. Rough for fewer than eight
    /// things.
    public let p: Double

    /// A row for each judge, of as many numbers as there are things.
    public init(of judgements: [[Double]]) {
        let judges = Double(judgements.count), count = judgements.first?.count ?? 0, things = Double(count)
        guard judgements.count > 1, count > 1, judgements.allSatisfy({ $0.count == count && $0.allSatisfy(\.isFinite) }) else {
            (coefficient, p) = (.nan, .nan)
            return
        }
        var sums = Array(repeating: 0.0, count: count), ties = 0.0
        for row in judgements {
            for (place, rank) in Correlation.averageRanks(row).enumerated() { sums[place] += rank }
            for size in Dictionary(grouping: row, by: { $0 }).values.map({ Double($0.count) }).sorted() {
                ties += size * size * size - size
            }
        }
        let mean = judges * (things + 1) / 2
        let spread = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let most = judges * judges * (things * things * things - things) - judges * ties
        coefficient = most > 0 ? 12 * spread / most : .nan
        p = SurvivalFunctions.chiSquare(judges * (things - 1) * coefficient, degrees: things - 1)
    }
}
