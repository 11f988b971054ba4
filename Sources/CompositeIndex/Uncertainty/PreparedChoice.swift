/// One combination of the choices up to the normalised table: a run with it only weighs and aggregates.
struct PreparedChoice: Sendable {
    let aggregator: Aggregator
    /// Rows that count come first; so many.
    let counted: Int
    /// The unit of each of those, by its number in the study.
    private(set) var units: [Int] = []
    let codes: [String]
    /// By node: rows and the scores set by hand. Empty if there are none.
    let set: [Int: [(row: Int, score: Double)]]

    /// Also tells what will go wrong with one of the aggregations or sets of weights, with the choices that lead there.
    init(_ data: Dataset, framework: Framework, method: Method, plan: FactorPlan) throws {
        let preparation = try Preparation(data, framework: framework, method: method)
        let piece = preparation.piece
        let together = Aggregation(plan.aggregations.flatMap(\.levels), individual: plan.aggregations[0].individual)
        aggregator = Aggregator(
            framework, piece.table, isCounted: piece.rows.map(\.isCounted), groups: piece.numberedGroups(together),
            exempt: piece.exemptCells, usesLogarithms: together.usesLogarithms)
        codes = piece.rows.filter(\.isCounted).map(\.unit.code)
        counted = codes.count
        var set: [Int: [(row: Int, score: Double)]] = [:]
        for override in method.overrides {
            // An unknown node is told by the base build; a unit may have been screened out.
            guard let node = framework.position(of: override.node) else { continue }
            for row in piece.rows.indices where piece.rows[row].unit.code == override.unit {
                set[node, default: []].append((row, override.score ?? .nan))
            }
        }
        self.set = set
        try PreparedChoice.check(preparation, plan)
    }

    private static func check(_ preparation: Preparation, _ plan: FactorPlan) throws {
        var found: [Problem] = []
        let collect = { (aggregation: Aggregation, weights: [Double]) in
            do {
                try preparation.check(aggregation, weights)
            } catch let problems as Problems {
                for problem in problems.list where !found.contains(problem) { found.append(problem) }
            }
        }
        for aggregation in plan.aggregations { try collect(aggregation, plan.weights) }
        for case .weights(let options) in plan.effects {
            for option in options {
                var weights = plan.weights
                for pair in option { weights[pair.node] = pair.weight }
                try collect(plan.aggregations[0], weights)
            }
        }
        if !found.isEmpty { throw Problems(found) }
    }

    mutating func number(_ numbers: [String: Int]) { units = codes.map { numbers[$0] ?? 0 } }
}
