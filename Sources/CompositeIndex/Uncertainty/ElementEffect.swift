/// What becomes of an index without one of its parts, or with one more (COINr's `remove_elements`): how much hangs on it.
public struct ElementEffect: Hashable, Sendable {
    /// The indicator or node.
    public var code: String
    public var comparison: BuildComparison

    /// Each of the nodes removed, with all that is under it; the others share its weight. Everything is computed anew: without
    /// an indicator, other units may pass the screening. In the order of `codes`.
    /// Throws `Problems`: unknown nodes, `element-index` for the index itself, and those of the builds.
    public static func removing(
        _ codes: [String], from data: Dataset, framework: Framework, method: Method, workers: Int = 1
    ) throws -> [ElementEffect] {
        var found: [Problem] = []
        var frameworks: [Framework] = []
        for code in codes {
            guard let node = framework.position(of: code) else {
                found.append(.unknown(node: code))
                continue
            }
            guard node != framework.index, framework.indicators(under: node).count < framework.indicators.count else {
                found.append(Problem("element-index", [code], "without \(code) nothing is left of the index"))
                continue
            }
            frameworks.append(try framework.removing(code))
        }
        if !found.isEmpty { throw Problems(found) }
        let nominal = try Build(data, framework: framework, method: method)
        return try effects(codes, frameworks, nominal, data, workers)
    }

    /// All nodes of a level removed, one after the other.
    public static func removingEach(
        level: Int, from data: Dataset, framework: Framework, method: Method, workers: Int = 1
    ) throws -> [ElementEffect] {
        let codes = framework.nodes.filter { $0.level == level }.map(\.code)
        guard !codes.isEmpty else {
            throw Problems([Problem("level-empty", ["\(level)"], "the framework has no nodes of level \(level)")])
        }
        return try removing(codes, from: data, framework: framework, method: method, workers: workers)
    }

    /// Each of the candidates added alone: indicators that the data has, and that the framework does not use yet.
    /// Throws `Problems`: what does not fit into the framework, and those of the builds.
    public static func adding(
        _ candidates: [Node], to data: Dataset, framework: Framework, method: Method, workers: Int = 1
    ) throws -> [ElementEffect] {
        var found: [Problem] = []
        var frameworks: [Framework] = []
        for candidate in candidates {
            do {
                frameworks.append(try Framework(framework.nodes + [candidate]))
            } catch let problems as Problems {
                found += problems.list
            }
        }
        if !found.isEmpty { throw Problems(found) }
        let nominal = try Build(data, framework: framework, method: method)
        return try effects(candidates.map(\.code), frameworks, nominal, data, workers)
    }

    private static func effects(
        _ codes: [String], _ frameworks: [Framework], _ nominal: Build, _ data: Dataset, _ workers: Int
    ) throws -> [ElementEffect] {
        let results = Lanes.map(codes.count, workers: workers) { number -> Result<ElementEffect, any Error> in
            Result {
                let method = nominal.method.keeping(to: frameworks[number])
                let other = try Build(data, framework: frameworks[number], method: method)
                return ElementEffect(code: codes[number], comparison: BuildComparison(nominal: nominal, other: other))
            }
        }
        var found: [Problem] = []
        var effects: [ElementEffect] = []
        for (code, result) in zip(codes, results) {
            do {
                effects.append(try result.get())
            } catch let problems as Problems {
                found += problems.list.map { $0.said(of: code) }
            }
        }
        if !found.isEmpty { throw Problems(found) }
        return effects
    }
}

extension Method {
    /// Without what it says of nodes that the framework does not have: they were removed, it is no mistake.
    func keeping(to framework: Framework) -> Method {
        let isKnown = { (code: String) in framework.position(of: code) != nil }
        var result = self
        result.exemptions = exemptions.filter { isKnown($0.node) }
        result.overrides = overrides.filter { isKnown($0.node) }
        result.steps = steps.map { step in
            switch step {
            case .impute(var imputation):
                imputation.individual = imputation.individual.filter { isKnown($0.key) }
                return .impute(imputation)
            case .treat(var treatment):
                treatment.individual = treatment.individual.filter { isKnown($0.key) }
                return .treat(treatment)
            case .normalise(var normalisation):
                normalisation.individual = normalisation.individual.filter { isKnown($0.key) }
                return .normalise(normalisation)
            case .aggregate(var aggregation):
                aggregation.individual = aggregation.individual.filter { isKnown($0.key) }
                if case .named(let name, let set) = aggregation.weights {
                    aggregation.weights = .named(name, set.filter { isKnown($0.key) })
                }
                return .aggregate(aggregation)
            case .denominate(var denomination):
                denomination.scales = denomination.scales.filter { isKnown($0.key) }
                return .denominate(denomination)
            case .screen: return step
            }
        }
        return result
    }
}
