import CompositeIndex

/// What weights are to be computed: how, of which nodes' parts, and what the others keep.
package struct WeightRequest: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        case all
        /// Of all nodes of a level.
        case level(Int)
        case node(String)

        /// `all`, `level:3`, `node:A1`.
        package init?(_ text: String) {
            if text == "all" {
                self = .all
            } else if text.hasPrefix("level:"), let level = Int(text.dropFirst(6)) {
                self = .level(level)
            } else if text.hasPrefix("node:"), text.count > 5 {
                self = .node(String(text.dropFirst(5)))
            } else {
                return nil
            }
        }

        package var text: String {
            switch self {
            case .all: "all"
            case .level(let level): "level:\(level)"
            case .node(let code): "node:\(code)"
            }
        }
    }

    package var way: WeightSet.Origin.Way
    package var scope: Scope
    /// `framework`, `equal` or the name of a set: what nodes out of the scope keep, and where the search begins.
    package var base: String
    package var target: WeightSet.Origin.Target
    /// Of comparisons in pairs; nil as long as nobody has compared anything.
    package var judgements: [AnalyticHierarchy.Judgement]?

    package init(
        way: WeightSet.Origin.Way, scope: Scope, base: String = "framework", target: WeightSet.Origin.Target = .equal,
        judgements: [AnalyticHierarchy.Judgement]? = nil
    ) {
        self.way = way
        self.scope = scope
        self.base = base
        self.target = target
        self.judgements = judgements
    }

    /// In the scope, from the bottom up: weights below change the scores that those above are computed from.
    package func wholes(of content: IndexContent) -> [Node] {
        content.wholes.reversed().filter { node in
            switch scope {
            case .all: true
            case .level(let level): node.level == level
            case .node(let code): node.code == code
            }
        }
    }

    /// What every node weighs before; nil if there is no such set.
    package func baseWeights(of content: IndexContent) -> [String: Double]? {
        let parts = content.nodes.filter { $0.parent != nil }
        let own = Dictionary(parts.map { ($0.code, $0.weight) }, uniquingKeysWith: { first, _ in first })
        switch base {
        case "framework": return own
        case "equal": return own.mapValues { _ in 1 }
        default:
            guard let set = content.weightSets.first(where: { $0.name == base }) else { return nil }
            return own.merging(set.weights.filter { own[$0.key] != nil }) { _, new in new }
        }
    }
}
