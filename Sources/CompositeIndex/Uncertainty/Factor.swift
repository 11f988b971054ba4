/// A choice that could have been made otherwise: one dimension of a sensitivity analysis (Saisana, Saltelli, Tarantola 2005).
/// A number u from 0 to below 1 stands for the alternative floor(m u) of m, or for a weight between two bounds.
public struct Factor: Hashable, Sendable, Codable {
    public enum Alternatives: Hashable, Sendable, Codable {
        case denomination([Denomination])
        case imputation([Imputation])
        case screening([Screening])
        case treatment([Treatment])
        case normalisation([Normalisation])
        /// How a level is aggregated, nil for all. Nodes that the method gives a rule of their own keep it.
        case rule([Aggregation.Rule], level: Int?)
        /// What happens where parts are missing at a level, nil for all. Nodes with a rule of their own keep it.
        case missing([Aggregation.Missing], level: Int?)
        /// Sets of weights: of experts, or of noise. What a named set does not name keeps the weight of the base method.
        case weights([Aggregation.Weights])
        /// The weight w of a node becomes w(1 + share(2u - 1)), after sets of weights are chosen. `share` above 0, up to 1.
        case noise(node: String, share: Double)
        case ranking([Ranking])
    }

    /// What it is called where results are shown; each factor of a study has another.
    public var name: String
    public var alternatives: Alternatives

    public init(_ name: String, _ alternatives: Alternatives) {
        self.name = name
        self.alternatives = alternatives
    }

    /// m; nil for noise, which goes from one bound to the other without steps.
    public var options: Int? {
        switch alternatives {
        case .denomination(let all): all.count
        case .imputation(let all): all.count
        case .screening(let all): all.count
        case .treatment(let all): all.count
        case .normalisation(let all): all.count
        case .rule(let all, _): all.count
        case .missing(let all, _): all.count
        case .weights(let all): all.count
        case .ranking(let all): all.count
        case .noise: nil
        }
    }

    /// The alternative that a number stands for.
    static func option(_ number: Double, of count: Int) -> Int { min(max(Int(number * Double(count)), 0), count - 1) }
}

extension Factor {
    /// Noise on the weights of these levels, each node a factor of its own, named by its code. Nodes without brothers are left
    /// out: their weight changes nothing.
    public static func noise(on levels: some Sequence<Int>, of framework: Framework, share: Double) -> [Factor] {
        let levels = Set(levels)
        return framework.nodes.indices.compactMap { node in
            guard levels.contains(framework.nodes[node].level), let parent = framework.parents[node],
                framework.children[parent].count > 1
            else { return nil }
            let code = framework.nodes[node].code
            return Factor(code, .noise(node: code, share: share))
        }
    }

    /// Noise on the weights of all nodes of these levels together, as one factor: one of `replications` sets. `shares` by
    /// level: w(1 + share(2u - 1)). A set does not depend on how many there are, nor a node's noise on the order of the nodes.
    public static func noisySets(
        _ name: String, of framework: Framework, shares: [Int: Double], replications: Int, seed: UInt64 = 1
    ) -> Factor {
        let nodes = framework.nodes.filter { shares[$0.level] != nil && $0.parent != nil }.sorted { $0.code < $1.code }
        let sets = (0..<max(replications, 0)).map { number -> Aggregation.Weights in
            var generator = Xoshiro256StarStar(seed: SplitMix64.number(UInt64(number), seed: seed))
            var set: [String: Double] = [:]
            for node in nodes { set[node.code] = node.weight * (1 + (shares[node.level] ?? 0) * (2 * generator.unit() - 1)) }
            return .named("\(name) \(number + 1)", set)
        }
        return Factor(name, .weights(sets))
    }
}
