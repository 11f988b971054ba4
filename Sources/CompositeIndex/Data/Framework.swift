/// The tree from the indicators to the index. Made only of nodes that fit together.
public struct Framework: Hashable, Sendable {
    /// In the order in which they were given.
    public let nodes: [Node]
    /// Positions in `nodes` of those of level 1: the columns of every table before the aggregation.
    public let indicators: [Int]
    /// Positions of the others, parts before the wholes.
    public let aggregates: [Int]
    /// Positions of each node's parts, empty for indicators.
    public let children: [[Int]]
    /// The position of each node's whole, nil for the index.
    public let parents: [Int?]
    private let positions: [String: Int]

    /// Throws `Problems` with everything that is wrong.
    public init(_ nodes: [Node]) throws {
        let problems = Framework.problems(of: nodes)
        if problems.contains(where: { $0.gravity == .error }) { throw Problems(problems) }
        self.init(sound: nodes)
    }

    private init(sound nodes: [Node]) {
        let positions = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.code, $0) })
        let parents = nodes.map { $0.parent.flatMap { positions[$0] } }
        var children = Array(repeating: [Int](), count: nodes.count)
        for (place, parent) in parents.enumerated() { if let parent { children[parent].append(place) } }
        self.nodes = nodes
        self.positions = positions
        self.parents = parents
        self.children = children
        indicators = nodes.indices.filter { nodes[$0].level == 1 }
        aggregates = nodes.indices.filter { nodes[$0].level > 1 }.sorted { (nodes[$0].level, $0) < (nodes[$1].level, $1) }
    }

    public static func == (one: Framework, other: Framework) -> Bool { one.nodes == other.nodes }
    public func hash(into hasher: inout Hasher) { hasher.combine(nodes) }

    public func position(of code: String) -> Int? { positions[code] }

    /// The top of the tree.
    public var index: Int { aggregates[aggregates.count - 1] }
    public var height: Int { nodes[index].level }

    /// The indicators under a node, itself if it is one, in the order of the nodes.
    public func indicators(under node: Int) -> [Int] {
        nodes[node].level == 1 ? [node] : children[node].flatMap { indicators(under: $0) }.sorted()
    }

    /// The share of each node in the index when nothing is missing: the product of the shares up the tree. Sums to 1 over
    /// the indicators. `weights` by the position of the node; the nodes' own if nil.
    public func effectiveWeights(_ weights: [Double]? = nil) -> [Double] {
        let weights = weights ?? nodes.map(\.weight)
        var shares = Array(repeating: 0.0, count: nodes.count)
        shares[index] = 1
        for node in aggregates.reversed() {
            let total = children[node].reduce(0) { $0 + weights[$1] }
            for child in children[node] { shares[child] = shares[node] * weights[child] / total }
        }
        return shares
    }

    /// The same tree without a node and what is under it, and without wholes that have no parts any more.
    public func removing(_ code: String) throws -> Framework {
        guard let gone = position(of: code) else { throw Problems([.unknown(node: code)]) }
        var lost: Set<Int> = [gone]
        for node in aggregates.reversed() where lost.contains(node) { lost.formUnion(children[node]) }
        for node in aggregates where children[node].allSatisfy(lost.contains) { lost.insert(node) }
        return try Framework(nodes.indices.filter { !lost.contains($0) }.map { nodes[$0] })
    }
}

extension Framework: Codable {
    public init(from decoder: any Decoder) throws { try self.init([Node](from: decoder)) }
    public func encode(to encoder: any Encoder) throws { try nodes.encode(to: encoder) }
}
