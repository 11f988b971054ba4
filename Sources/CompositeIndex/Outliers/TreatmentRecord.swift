/// What the treatment of outliers found of an indicator and did to it.
public struct TreatmentRecord: Hashable, Sendable, Codable {
    public enum Outcome: String, Sendable, Codable, Hashable {
        /// Nothing was to be done.
        case passed
        case winsorised
        case transformed
        /// Left alone, by the method or because it cannot be treated.
        case untreated
        /// Treated, and still outside the rule.
        case failing
    }

    public var indicator: String
    /// Rounds of winsorising that stand, of the high end and of the low.
    public var high: Int
    public var low: Int
    public var transformation: Treatment.Transformation?
    /// G1 and G2 as they were and as they are; nil with fewer than 3 and 4 values or without any spread.
    public var skewnessBefore: Double?
    public var kurtosisBefore: Double?
    public var skewness: Double?
    public var kurtosis: Double?
    public var outcome: Outcome
}
