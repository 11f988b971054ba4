import Base
import CompositeIndex

/// All that an edition is computed from: framework, data, method and the sets of weights it may choose from. While it is
/// worked on it may be incomplete: the nodes need not be a tree yet.
package struct IndexContent: Hashable, Sendable, Codable {
    /// What a node is called, and a line that explains it.
    package struct Texts: Hashable, Sendable, Codable {
        package var name: Localized
        package var gloss: Localized

        package init(name: Localized = .empty, gloss: Localized = .empty) {
            self.name = name
            self.gloss = gloss
        }
    }

    package var nodes: [Node]
    /// By the node's code; a node without has the name of its row in the table that it came with.
    package var texts: [String: Texts]
    package var data: IndexData?
    package var method: Method
    package var weightSets: [WeightSet]

    package init(
        nodes: [Node] = [], texts: [String: Texts] = [:], data: IndexData? = nil, method: Method = IndexContent.usualMethod,
        weightSets: [WeightSet] = []
    ) {
        self.nodes = nodes
        self.texts = texts
        self.data = data
        self.method = method
        self.weightSets = weightSets
    }

    /// What most indices do: outliers treated, 0 to 100 between the lowest and the highest, weighted means.
    package static let usualMethod = Method([
        .treat(Treatment()), .normalise(Normalisation(.minMax(low: 0, high: 100))),
        .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
    ])

    package func name(of node: Node) -> Localized {
        texts[node.code].flatMap { $0.name.isEmpty ? nil : $0.name } ?? Localized(node.name, "und")
    }
    package func gloss(of code: String) -> Localized { texts[code]?.gloss ?? .empty }
    package func node(_ code: String) -> Node? { nodes.first { $0.code == code } }

    /// The index itself: the node that is a part of nothing.
    package var top: Node? { nodes.first { $0.parent == nil } }
    package func parts(of code: String) -> [Node] { nodes.filter { $0.parent == code } }
    /// Nodes whose weights can be argued about: those with more than one part, from the top down.
    package var wholes: [Node] {
        let count = Dictionary(grouping: nodes.compactMap(\.parent), by: { $0 }).mapValues(\.count)
        return nodes.filter { (count[$0.code] ?? 0) > 1 }.sorted { $0.level > $1.level }
    }

    /// Nothing speaks of these nodes any more.
    package mutating func forget(_ codes: Set<String>) {
        for code in codes { texts[code] = nil }
        for place in weightSets.indices {
            for code in codes {
                weightSets[place].weights[code] = nil
                weightSets[place].spread[code] = nil
            }
        }
        guard var aggregation = method.aggregation, case .named(let name, let weights) = aggregation.weights else { return }
        aggregation.weights = .named(name, weights.filter { !codes.contains($0.key) })
        method.aggregation = aggregation
    }

    /// What keeps it from being computed at all, before anything is: framework, and data that do not fit it.
    package var problems: [Problem] {
        var found = Framework.problems(of: nodes)
        guard let data else { return found + [Problem("data-none", [], "there are no data yet")] }
        let columns = Set(data.columns)
        for node in nodes where node.level == 1 && !columns.contains(node.code) {
            found.append(Problem("indicator-without-data", [node.code], "the data have no column \(node.code)"))
        }
        return found
    }
    package var isComputable: Bool { !problems.contains { $0.gravity == .error } }

    /// Whether periods before have a part in it: the data have some, and the method says over which of them its steps look.
    package var isPanel: Bool { method.scopes != nil && !(data?.earlier ?? []).isEmpty }

    /// The whole index. Throws everything that stands in the way, also what the method cannot do with these data.
    package func build() throws(Problems) -> Build { try series().own }

    /// The same with the periods before, computed together with it by the same method.
    package func series() throws(Problems) -> IndexSeries {
        let found = problems
        guard let data, !found.contains(where: { $0.gravity == .error }) else { throw Problems(found) }
        do {
            let framework = try Framework(nodes)
            guard isPanel else { return IndexSeries(try Build(data.dataset, framework: framework, method: method)) }
            return try IndexSeries(PanelBuild(data.panel, framework: framework, method: method))
        } catch let problems as Problems {
            throw problems
        } catch {
            throw Problems([Problem("build-failed", [], "it cannot be computed: \(error)")])
        }
    }
}

/// What the digest of an edition is taken of.
package struct FrozenInputs: Codable, Sendable {
    /// Which engine computes from them; it rises whenever the same inputs would give other numbers.
    package static let program = "Plenaria CompositeIndex 1"

    package let edition: String
    package let period: String
    package let program: String
    package let nodes: [Node]
    package let data: IndexData?
    package let method: Method

    package init(_ edition: IndexEdition, _ content: IndexContent, program: String = FrozenInputs.program) {
        self.edition = edition.slug
        period = edition.period
        self.program = program
        nodes = content.nodes
        data = content.data
        method = content.method
    }
}

extension Method {
    /// The last step; nil in a method that has none.
    package var aggregation: Aggregation? {
        get {
            guard case .aggregate(let aggregation)? = steps.last else { return nil }
            return aggregation
        }
        set {
            guard let newValue else { return }
            if aggregation != nil { steps.removeLast() }
            steps.append(.aggregate(newValue))
        }
    }
}
