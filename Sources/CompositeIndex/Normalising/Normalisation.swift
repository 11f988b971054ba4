/// Indicators of different units on one scale. Indicators of negative direction are turned first, with their goalposts and
/// targets (Handbook, step 5).
public struct Normalisation: Hashable, Sendable, Codable {
    public enum Rule: Hashable, Sendable, Codable {
        case none
        /// (x - min)/(max - min)(high - low) + low.
        case minMax(low: Double, high: Double)
        /// (x - mean)/sd · deviation + mean, sd with n - 1.
        case zScore(mean: Double, deviation: Double)
        /// (x - from)/(to - from) · factor.
        case scaled(from: Double, to: Double, factor: Double)
        /// Ascending: the lowest has 1; ties have the lowest of their ranks.
        case rank
        /// (rank - 1)/(n - 1).
        case percentileRank
        /// rank - 1.
        case borda
        /// 1 - (max - x)/(max - min).
        case distanceToMaximum
        /// 1 - (r - x)/(r - min), r the value of that unit; `capped` at 1.
        case distanceToReference(unit: String, capped: Bool)
        /// (x - min)/(target - min), the node's target; for a negative direction (max - x)/(max - target). `capped` at 1.
        case distanceToTarget(capped: Bool)
        /// (x - low)/(high - low) · factor by the node's goalposts; `cut` to 0...1 before the factor; of logarithms if
        /// `logarithmic`.
        case goalposts(factor: Double, cut: Bool, logarithmic: Bool)
        /// (x - mean)/(max - min) · span + centre: goalposts around the mean (Mazziotta and Pareto 2016: 100, 60).
        case centred(at: Double, span: Double)
        /// x/max.
        case fractionOfMaximum
        /// The number of the given percentiles (0 to 1, rising; R's type 7) that x exceeds, from 0, as a share of their number
        /// times 100.
        case categorical(percentiles: [Double])
        /// 1 above (1 + threshold) · mean, -1 below (1 - threshold) · mean, 0 between.
        case aboveBelowMean(threshold: Double)
    }

    public var rule: Rule
    public var individual: [String: Rule]

    public init(_ rule: Rule, individual: [String: Rule] = [:]) {
        self.rule = rule
        self.individual = individual
    }
}
