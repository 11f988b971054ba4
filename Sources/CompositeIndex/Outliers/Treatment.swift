/// What is done to indicators with outliers: winsorised first; if that is not enough, the values as they were are transformed.
public struct Treatment: Hashable, Sendable, Codable {
    /// An indicator passes if |skewness| is under the one bound or excess kurtosis under the other.
    public struct Rule: Hashable, Sendable, Codable {
        public var skewness: Double
        public var kurtosis: Double

        public init(skewness: Double = 2, kurtosis: Double = 3.5) {
            self.skewness = skewness
            self.kurtosis = kurtosis
        }
    }

    /// Formulas of the log family, and Box-Cox. min and max are the indicator's.
    public enum Transformation: Hashable, Sendable, Codable {
        /// ln(x - min + 0.01 (max - min)): COINr's `log_CT`.
        case log
        /// ln(x - min + 1).
        case logPlusOne
        /// As `log`; where the skewness is negative the values are mirrored before and after.
        case logTwoSided
        /// ln((max - 1)(x - min)/(max - min) + 1), of the Global Innovation Index.
        case logGII
        /// ((x - min + 1)^λ - 1)/λ; ln(x - min + 1) for λ = 0.
        case boxCox(Double)
    }

    public enum Individual: Hashable, Sendable, Codable {
        case none
        /// Rounds at most, whatever the rule for the rest.
        case winsorise(Int)
        case transform(Transformation)
    }

    public var rule: Rule
    /// Rounds of winsorising at most. 0: none.
    public var rounds: Int
    /// Of what still does not pass.
    public var transformation: Transformation?
    /// The transformation is of the winsorised values, not of those before.
    public var keepsWinsorised: Bool
    public var individual: [String: Individual]

    public init(
        rule: Rule = Rule(), rounds: Int = 5, transformation: Transformation? = .log, keepsWinsorised: Bool = false,
        individual: [String: Individual] = [:]
    ) {
        self.rule = rule
        self.rounds = rounds
        self.transformation = transformation
        self.keepsWinsorised = keepsWinsorised
        self.individual = individual
    }
}
