/// What was done to a cell, so that every page down to the profile can say it.
public struct Mark: OptionSet, Hashable, Sendable, Codable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// There was no value; one was filled in.
    public static let imputed = Mark(rawValue: 1)
    /// An outlier, brought down to the next value.
    public static let winsorisedHigh = Mark(rawValue: 2)
    /// An outlier, brought up to the next value.
    public static let winsorisedLow = Mark(rawValue: 4)
    public static let transformed = Mark(rawValue: 8)
    /// Does not concern the unit.
    public static let exempt = Mark(rawValue: 16)
    /// Set by hand, for a reason that is published.
    public static let overridden = Mark(rawValue: 32)
}

/// The marks of units by nodes.
public struct Marks: Sendable, Hashable {
    public let rows: Int
    public let nodes: Int
    private var marks: [Mark]

    public init(rows: Int, nodes: Int) {
        self.rows = rows
        self.nodes = nodes
        marks = Array(repeating: [], count: rows * nodes)
    }

    public subscript(row: Int, node: Int) -> Mark {
        get { marks[node * rows + row] }
        set { marks[node * rows + row] = newValue }
    }

    func keeping(rows kept: [Int]) -> Marks {
        var result = Marks(rows: kept.count, nodes: nodes)
        for node in 0..<nodes { for (place, row) in kept.enumerated() { result[place, node] = self[row, node] } }
        return result
    }
}
