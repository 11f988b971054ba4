/// Which units are in the index at all.
public struct Screening: Hashable, Sendable, Codable {
    /// Least share of the indicators that a unit has a value for, from 0 to 1.
    public var leastPresent: Double?
    /// Least share of its values that are not zero, from 0 to 1.
    public var leastNonZero: Double?
    /// Units that stay whatever they lack, with the reason that is published.
    public var included: [String: String]
    /// Units that go whatever they have, with the reason that is published.
    public var excluded: [String: String]

    public init(
        leastPresent: Double? = nil, leastNonZero: Double? = nil, included: [String: String] = [:],
        excluded: [String: String] = [:]
    ) {
        self.leastPresent = leastPresent
        self.leastNonZero = leastNonZero
        self.included = included
        self.excluded = excluded
    }
}
