import Glibc

extension Method {
    /// The aggregation, if the steps are in an order that makes sense. Throws `Problems`.
    func orderly() throws -> Aggregation {
        var problems: [Problem] = []
        var seen: [String] = []
        for step in steps {
            if seen.contains(step.name) {
                problems.append(Problem("step-repeated", [step.name], "the method has two steps “\(step.name)”"))
            }
            if seen.contains("normalise"), step.name != "aggregate" {
                problems.append(
                    Problem(
                        "step-late", [step.name], "“\(step.name)” comes after “normalise”: it is of values as they were measured")
                )
            }
            seen.append(step.name)
        }
        if seen.last != "aggregate" {
            problems.append(Problem("step-last", [seen.last ?? ""], "the last step of a method is “aggregate”"))
        }
        if let decimals = ranking.decimals, !(0...15).contains(decimals) {
            problems.append(
                Problem("ranking-decimals", [String(decimals)], "ranks are taken from 0 to 15 decimals, not \(decimals)"))
        }
        guard problems.isEmpty, case .aggregate(let aggregation)? = steps.last else { throw Problems(problems) }
        return aggregation
    }
}

extension Step {
    public var name: String {
        switch self {
        case .denominate: "denominate"
        case .impute: "impute"
        case .screen: "screen"
        case .treat: "treat"
        case .normalise: "normalise"
        case .aggregate: "aggregate"
        }
    }
}

extension Aggregation {
    var all: [Level] { levels + individual.values }

    var usesLogarithms: Bool { all.contains { $0.rule == .geometric } }

    /// Groupings that missing parts are filled from.
    var groupings: Set<String> {
        Set(all.compactMap { if case .groupMean(let grouping) = $0.missing { grouping } else { nil } })
    }

    /// By the position of the node. Throws `Problems`.
    func weights(for framework: Framework) throws -> [Double] {
        switch weights {
        case .framework: return framework.nodes.map(\.weight)
        case .equal: return framework.nodes.map { _ in 1 }
        case .named(_, let set):
            var problems = set.keys.filter { framework.position(of: $0) == nil }.sorted().map { Problem.unknown(node: $0) }
            for (code, weight) in set.sorted(by: { $0.key < $1.key }) where !(weight >= 0 && weight.isFinite) {
                problems.append(
                    Problem(
                        "weight-negative", [code, "\(weight)"],
                        "the weight of \(code) is \(weight): with it more of something good would lower the score"))
            }
            if !problems.isEmpty { throw Problems(problems) }
            return framework.nodes.map { set[$0.code] ?? $0.weight }
        }
    }
}

extension Preparation {
    /// What would go wrong in the aggregation, found before it runs. Throws `Problems`.
    func check(_ aggregation: Aggregation, _ weights: [Double]) throws {
        var problems = aggregation.individual.keys.filter { framework.position(of: $0) == nil }.sorted().map {
            Problem.unknown(node: $0)
        }
        if aggregation.levels.isEmpty { problems.append(Problem("aggregation-empty", [], "the aggregation has no rule")) }
        for grouping in aggregation.groupings.sorted() where piece.grouped(grouping).isEmpty {
            problems.append(.unknown(grouping: grouping))
        }
        guard problems.isEmpty else { throw Problems(problems) }
        for node in framework.aggregates {
            let level = aggregation.level(of: framework.nodes[node])
            if framework.children[node].allSatisfy({ weights[$0] == 0 }) {
                problems.append(
                    Problem(
                        "node-weightless", [framework.nodes[node].code],
                        "all parts of \(framework.nodes[node].code) have weight 0"))
            }
            if case .power(let p) = level.rule, p == 0 || !p.isFinite {
                problems.append(
                    Problem("power-zero", [framework.nodes[node].code], "a power mean of \(p) is no mean: use the geometric"))
                continue
            }
            problems += tooLow(node, level.rule)
        }
        if !problems.isEmpty { throw Problems(problems) }
    }

    /// Indicators at or below 0 under a mean that is of positive numbers.
    private func tooLow(_ node: Int, _ rule: Aggregation.Rule) -> [Problem] {
        let name: String, allowsZero: Bool
        switch rule {
        case .geometric: (name, allowsZero) = ("geometric", false)
        case .harmonic: (name, allowsZero) = ("harmonic", false)
        case .power(let p): (name, allowsZero) = ("power", p > 0)
        case .benefitOfTheDoubt: (name, allowsZero) = ("benefit of the doubt", true)
        default: return []
        }
        return framework.children[node].flatMap { part -> [Problem] in
            guard let column = framework.indicators.firstIndex(of: part) else { return [] }
            let low = piece.rows.indices.filter { allowsZero ? piece.table[$0, column] < 0 : piece.table[$0, column] <= 0 }
            guard let worst = low.first else { return [] }
            let (code, whole) = (framework.nodes[part].code, framework.nodes[node].code)
            return [
                Problem(
                    "mean-of-nothing", [whole, code, piece.rows[worst].unit.code, String(low.count)],
                    """
                    \(whole) is a \(name) mean, which is of numbers above 0; \(code) is \(piece.table[worst, column]) for \
                    \(piece.rows[worst].unit.code)\(low.count > 1 ? " and not above 0 for \(low.count - 1) more" : ""): \
                    let the scale begin at 1 (1...100), or take another mean
                    """)
            ]
        }
    }
}
