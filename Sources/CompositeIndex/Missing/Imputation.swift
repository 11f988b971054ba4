/// What is put where an indicator has no value. Each cell that is filled stays marked.
public struct Imputation: Hashable, Sendable, Codable {
    public enum Rule: Hashable, Sendable, Codable {
        case none
        case mean
        case median
        /// Of the units in the same group of this grouping.
        case groupMean(String)
        case groupMedian(String)
        case constant(Double)
        /// The last value of the unit in an earlier period.
        case latest
        /// On the line between the neighbouring periods; beyond the ends the nearest value.
        case linear
        /// Mean over the k units most alike, by Euclidean distance over the standardised indicators that both have.
        case nearest(Int)
        /// Expectation-maximisation under a multivariate normal distribution (Dempster, Laird, Rubin 1977).
        case expectationMaximisation
    }

    public var rule: Rule
    /// Indicators that follow another rule, by code.
    public var individual: [String: Rule]

    public init(_ rule: Rule, individual: [String: Rule] = [:]) {
        self.rule = rule
        self.individual = individual
    }
}
