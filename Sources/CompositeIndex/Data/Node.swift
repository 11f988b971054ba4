/// An indicator, or what is made of indicators.
public struct Node: Hashable, Sendable, Codable {
    /// Whether more is better.
    public enum Direction: Int, Sendable, Codable, Hashable {
        case positive = 1
        case negative = -1
    }

    /// Where a scale begins and ends, in the unit of the indicator as it is measured.
    public struct Goalposts: Hashable, Sendable, Codable {
        public var low: Double
        public var high: Double

        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    public var code: String
    public var name: String
    /// 1 for indicators, rising to the index.
    public var level: Int
    /// The code of the node that this one is a part of; nil for the index.
    public var parent: String?
    /// Within the parent; only the ratios count.
    public var weight: Double
    public var direction: Direction
    public var unit: String?
    public var target: Double?
    public var goalposts: Goalposts?
    /// The column that its values are divided by.
    public var denominator: String?

    public init(
        code: String, name: String? = nil, level: Int, parent: String?, weight: Double = 1, direction: Direction = .positive,
        unit: String? = nil, target: Double? = nil, goalposts: Goalposts? = nil, denominator: String? = nil
    ) {
        self.code = code
        self.name = name ?? code
        self.level = level
        self.parent = parent
        self.weight = weight
        self.direction = direction
        self.unit = unit
        self.target = target
        self.goalposts = goalposts
        self.denominator = denominator
    }
}
