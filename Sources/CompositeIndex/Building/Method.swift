/// How an index is computed from data and framework: all choices, in the order in which they are applied. A method, its data
/// and its framework give the same numbers each time; together they are the log of an edition.
public struct Method: Hashable, Sendable, Codable {
    public var steps: [Step]
    public var ranking: Ranking
    public var exemptions: [Exemption]
    public var overrides: [Override]
    /// Over which rows steps look if the data are of several periods; nil looks at one period alone.
    public var scopes: Scopes?

    public init(
        _ steps: [Step], ranking: Ranking = Ranking(), exemptions: [Exemption] = [], overrides: [Override] = [],
        scopes: Scopes? = nil
    ) {
        self.steps = steps
        self.ranking = ranking
        self.exemptions = exemptions
        self.overrides = overrides
        self.scopes = scopes
    }
}

/// One step of the Handbook's ten (OECD/JRC 2008) that computes something. Each leaves a table that can be looked at.
public enum Step: Hashable, Sendable, Codable {
    case denominate(Denomination)
    case impute(Imputation)
    case screen(Screening)
    case treat(Treatment)
    case normalise(Normalisation)
    case aggregate(Aggregation)
}

/// A part of the framework whose values are not used for some units: the sea and the landlocked.
public struct Exemption: Hashable, Sendable, Codable {
    public var node: String
    public var units: [String]
    public var reason: String
    /// Treated as a gap, which the method may fill. If not, the part does not concern the unit at all: it is neither filled nor
    /// counted as missing.
    public var isGap: Bool

    public init(node: String, units: [String], reason: String, isGap: Bool = false) {
        self.node = node
        self.units = units
        self.reason = reason
        self.isGap = isGap
    }
}

/// A score set by hand, with the reason that is published with it.
public struct Override: Hashable, Sendable, Codable {
    public var unit: String
    public var node: String
    /// nil takes the score away.
    public var score: Double?
    public var reason: String

    public init(unit: String, node: String, score: Double?, reason: String) {
        self.unit = unit
        self.node = node
        self.score = score
        self.reason = reason
    }
}
