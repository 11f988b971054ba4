/// How the precision of estimates is judged: the samples are drawn again with replacement, each with all that was computed from
/// it, and everything is estimated anew (Efron 1979).
public struct Bootstrap: Hashable, Sendable, Codable {
    public var resamples: Int
    /// Of the intervals, which are between percentiles: 0.9 gives those of 5 and 95 %.
    public var confidence: Double
    public var seed: UInt64
    /// Neighbouring samples are drawn together, if there are more than so many; nil draws each by itself. For many targets and
    /// samples: 1,000 groups give the standard error to some 2 %, as 1,000 resamples do.
    public var groups: Int?

    public init(resamples: Int = 1000, confidence: Double = 0.9, seed: UInt64 = 1, groups: Int? = nil) {
        self.resamples = resamples
        self.confidence = confidence
        self.seed = seed
        self.groups = groups
    }

    /// How often each of `count` things is drawn in one resample. Resamples do not depend on each other.
    func counts(_ resample: Int, of count: Int, into counts: inout [Double]) {
        var generator = Xoshiro256StarStar(seed: SplitMix64.number(UInt64(resample), seed: seed))
        for place in counts.indices { counts[place] = 0 }
        for _ in 0..<count { counts[Int(generator.below(UInt64(count)))] += 1 }
    }

    /// Standard error and percentiles of what the resamples gave; what could not be estimated is left out.
    func estimate(_ value: Double, _ resampled: [Double]) -> SobolIndices.Estimate {
        let sorted = resampled.filter(\.isFinite).sorted()
        guard value.isFinite, sorted.count > 1 else {
            return SobolIndices.Estimate(value: value.isFinite ? value : nil, standardError: nil, low: nil, high: nil)
        }
        let mean = sorted.reduce(0, +) / Double(sorted.count)
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return SobolIndices.Estimate(
            value: value, standardError: (squares / Double(sorted.count - 1)).squareRoot(),
            low: Quantiles.ofSorted(sorted, (1 - confidence) / 2), high: Quantiles.ofSorted(sorted, (1 + confidence) / 2))
    }
}
