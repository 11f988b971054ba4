/// One line of work: runs one after the other in memory that is allocated once.
struct Replicator {
    private let study: Study
    private var cells: [Double]
    private var weights: [Double]
    private var orders: [RankOrder]
    /// Of the rows of a choice.
    private var rowRanks: [Double]
    /// By the units of the study, NaN where there is none.
    private(set) var scores: [Double]
    private(set) var ranks: [Double]

    init(_ study: Study) {
        self.study = study
        let rows = study.choices.map(\.aggregator.rows).max() ?? 0
        cells = Array(repeating: .nan, count: rows * study.framework.nodes.count)
        weights = study.plan.weights
        orders = study.plan.rankings.map(RankOrder.init)
        rowRanks = Array(repeating: .nan, count: rows)
        scores = Array(repeating: .nan, count: study.units.count)
        ranks = scores
    }

    /// `value` tells the number of each factor. Throws what a linear programme may throw, and nothing else.
    mutating func run(_ value: (_ factor: Int) -> Double) throws {
        var preparation = 0, aggregation = 0, ranking = 0
        let plan = study.plan
        weights.withUnsafeMutableBufferPointer { weights in
            for node in plan.weights.indices { weights[node] = plan.weights[node] }
            for (factor, effect) in plan.effects.enumerated() {
                switch effect {
                case .preparation(let options, let stride): preparation += stride * Factor.option(value(factor), of: options)
                case .aggregation(let options, let stride): aggregation += stride * Factor.option(value(factor), of: options)
                case .ranking(let options): ranking = Factor.option(value(factor), of: options)
                case .weights(let sets):
                    for pair in sets[Factor.option(value(factor), of: sets.count)] { weights[pair.node] = pair.weight }
                case .noise: break
                }
            }
            for (factor, effect) in plan.effects.enumerated() {
                if case .noise(let node, let share) = effect { weights[node] *= 1 + share * (2 * value(factor) - 1) }
            }
        }
        try score(study.choices[preparation], plan.aggregations[aggregation])
        rank(study.choices[preparation], ranking)
    }

    private mutating func score(_ choice: PreparedChoice, _ aggregation: Aggregation) throws {
        let rows = choice.aggregator.rows
        try cells.withUnsafeMutableBufferPointer { cells in
            guard !choice.set.isEmpty else {
                return try choice.aggregator.score(aggregation, weights, into: cells)
            }
            try choice.aggregator.score(
                aggregation, weights, into: cells,
                adjust: { node in
                    for (row, score) in choice.set[node] ?? [] { cells[node * rows + row] = score }
                })
        }
    }

    private mutating func rank(_ choice: PreparedChoice, _ ranking: Int) {
        let start = study.node * choice.aggregator.rows
        if choice.counted < ranks.count {
            for unit in ranks.indices { (scores[unit], ranks[unit]) = (.nan, .nan) }
        }
        cells.withUnsafeBufferPointer { cells in
            rowRanks.withUnsafeMutableBufferPointer { rowRanks in
                let column = UnsafeBufferPointer(rebasing: cells[start..<start + choice.counted])
                orders[ranking].rank(column, into: rowRanks)
                for (row, unit) in choice.units.enumerated() {
                    scores[unit] = column[row]
                    ranks[unit] = rowRanks[row]
                }
            }
        }
    }
}
