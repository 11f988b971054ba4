/// Factors resolved once, so that a run looks up and computes nothing twice: what is prepared depends on few choices, and all
/// their combinations are numbered.
struct FactorPlan: Sendable {
    /// What one factor does to a run. An option times `stride` is added to the number of a combination.
    enum Effect: Sendable {
        case preparation(options: Int, stride: Int)
        case aggregation(options: Int, stride: Int)
        case ranking(options: Int)
        case weights([[NodeWeight]])
        case noise(node: Int, share: Double)
    }

    struct NodeWeight: Sendable {
        var node: Int
        var weight: Double
    }

    static let mostCombinations = 4096

    let effects: [Effect]
    /// By the number of their combination: the method, whose aggregation and weights do not matter.
    let preparations: [Method]
    let aggregations: [Aggregation]
    let rankings: [Ranking]
    /// Of the base method, by node.
    let weights: [Double]

    /// Throws `Problems`.
    init(_ factors: [Factor], framework: Framework, method: Method) throws {
        let found = Factor.problems(of: factors, framework: framework, method: method)
        if !found.isEmpty { throw Problems(found) }
        let base = try method.orderly()
        let weights = try base.weights(for: framework)
        var effects: [Effect] = []
        var preparations = [method], aggregations = [base.spread(over: framework)], rankings = [method.ranking]
        for factor in factors {
            let options = factor.options ?? 0
            switch factor.alternatives {
            case .denomination, .imputation, .screening, .treatment, .normalisation:
                effects.append(.preparation(options: options, stride: preparations.count))
                preparations = try FactorPlan.product(preparations, options) { $0.replacing(factor.alternatives, $1) }
            case .rule, .missing:
                effects.append(.aggregation(options: options, stride: aggregations.count))
                aggregations = try FactorPlan.product(aggregations, options) { $0.replacing(factor.alternatives, $1) }
            case .ranking(let all):
                effects.append(.ranking(options: options))
                rankings = all
            case .weights(let sets):
                effects.append(.weights(try sets.map { try FactorPlan.pairs($0, framework) }))
            case .noise(let node, let share):
                effects.append(.noise(node: framework.position(of: node) ?? 0, share: share))
            }
        }
        (self.effects, self.weights) = (effects, weights)
        (self.preparations, self.aggregations, self.rankings) = (preparations, aggregations, rankings)
    }

    /// Each of those before with each option; the first option's come first.
    private static func product<Element>(
        _ before: [Element], _ options: Int, _ change: (Element, Int) -> Element
    ) throws -> [Element] {
        guard before.count * options <= mostCombinations else {
            let count = before.count * options
            throw Problems([
                Problem(
                    "factor-combinations", ["\(count)"],
                    "the alternatives have \(count) combinations: expected \(mostCombinations) at most")
            ])
        }
        return (0..<options).flatMap { option in before.map { change($0, option) } }
    }

    private static func pairs(_ weights: Aggregation.Weights, _ framework: Framework) throws -> [NodeWeight] {
        let all = try Aggregation([], weights: weights).weights(for: framework)
        return framework.nodes.indices.compactMap { node in
            if case .named(_, let set) = weights, set[framework.nodes[node].code] == nil { return nil }
            return NodeWeight(node: node, weight: all[node])
        }
    }
}

extension Aggregation {
    /// With a rule for each level, so that single ones can be changed.
    func spread(over framework: Framework) -> Aggregation {
        guard let last = levels.last else { return self }
        var result = self
        let count = max(framework.height - 1, 1)
        result.levels = (0..<count).map { $0 < levels.count ? levels[$0] : last }
        return result
    }

    func replacing(_ alternatives: Factor.Alternatives, _ option: Int) -> Aggregation {
        var result = self
        for place in levels.indices {
            let own = place + 2
            switch alternatives {
            case .rule(let all, let level) where level ?? own == own: result.levels[place].rule = all[option]
            case .missing(let all, let level) where level ?? own == own: result.levels[place].missing = all[option]
            default: break
            }
        }
        return result
    }
}

extension Method {
    func replacing(_ alternatives: Factor.Alternatives, _ option: Int) -> Method {
        var result = self
        result.steps = steps.map { step in
            switch (step, alternatives) {
            case (.denominate, .denomination(let all)): .denominate(all[option])
            case (.impute, .imputation(let all)): .impute(all[option])
            case (.screen, .screening(let all)): .screen(all[option])
            case (.treat, .treatment(let all)): .treat(all[option])
            case (.normalise, .normalisation(let all)): .normalise(all[option])
            default: step
            }
        }
        return result
    }
}
