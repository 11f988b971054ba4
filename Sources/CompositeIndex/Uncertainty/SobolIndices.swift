/// How much of the variance of a target comes from each factor (Sobol' 1993).
public struct SobolIndices: Hashable, Sendable, Codable {
    /// nil where there is none: the target does not vary, or nothing was resampled.
    public struct Estimate: Hashable, Sendable, Codable {
        public var value: Double?
        public var standardError: Double?
        /// Ends of the interval of the bootstrap's confidence.
        public var low: Double?
        public var high: Double?

        public init(value: Double?, standardError: Double? = nil, low: Double? = nil, high: Double? = nil) {
            self.value = value
            self.standardError = standardError
            self.low = low
            self.high = high
        }
    }

    public struct Pair: Hashable, Sendable, Codable {
        /// Factors by number, `one` before `other`.
        public var one: Int
        public var other: Int
        public var estimate: Estimate
    }

    /// Of the target, over the runs of A and B.
    public var mean: Double?
    public var variance: Double?
    /// By factor: the share that the factor has alone.
    public var first: [Estimate]
    /// By factor: the share that it has alone and together with others.
    public var total: [Estimate]
    /// The share of each pair beyond what both have alone; empty unless the design is for interactions.
    public var pairs: [Pair]
    /// Samples without a missing target, on which all this rests.
    public var samples: Int
    /// How often the bootstrap drew, over all resamples.
    public var draws: Int
}
