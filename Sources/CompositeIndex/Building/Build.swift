/// A composite index, computed: every table on the way, scores, ranks, and what was done to which cell. Deterministic: the same
/// data, framework and method give the same bits.
public struct Build: Sendable {
    /// A table on the way: units by indicators.
    public struct Stage: Sendable {
        public enum Name: String, Sendable, Codable, Hashable, CaseIterable {
            case raw, denominated, imputed, screened, treated, normalised
        }

        public var name: Name
        public var units: [IndexUnit]
        public var table: Table
        /// The period of each row, from 0.
        var periods: [Int]
    }

    public let framework: Framework
    public let method: Method
    /// Those that stayed: units first, aggregates after them, each in the order of the data.
    public let units: [IndexUnit]
    /// In the order of the steps. Columns are `framework.indicators`.
    public let stages: [Stage]
    /// Units by `framework.nodes`: indicators as they were normalised, and a score for each whole.
    public let scores: Table
    /// Units by `framework.nodes`; NaN for aggregates and where there is no score.
    public let ranks: Table
    public let marks: Marks
    public let treatments: [TreatmentRecord]
    public let screening: [ScreeningRecord]
    /// By the position of the node, as they were used.
    public let weights: [Double]
    public let aggregator: Aggregator
    /// The period of each row, from 0.
    private let periods: [Int]
    /// Of each treatment, from 0; -1 if it is of all.
    private let treated: [Int]

    /// Throws `Problems` with everything that stands in the way, before anything is aggregated.
    public init(_ data: Dataset, framework: Framework, method: Method) throws {
        try self.init(Preparation(data, framework: framework, method: method), method: method)
    }

    /// From the same normalised table with another aggregation: what a replication changes most often.
    init(_ preparation: Preparation, method: Method) throws {
        let aggregation = preparation.aggregation
        let weights = try aggregation.weights(for: preparation.framework)
        try preparation.check(aggregation, weights)
        var marks = preparation.piece.marks
        var table = Table(rows: preparation.piece.rows.count, columns: preparation.framework.nodes.count)
        let set = try Build.overrides(method.overrides, preparation)
        let rows = table.rows
        try table.cells.withUnsafeMutableBufferPointer { cells in
            try preparation.aggregator.score(
                aggregation, weights, into: cells, didFill: { marks[$0, $1].insert(.imputed) },
                adjust: { node in
                    for (row, score) in set[node] ?? [] {
                        cells[node * rows + row] = score
                        marks[row, node].insert(.overridden)
                    }
                })
        }
        framework = preparation.framework
        self.method = method
        units = preparation.piece.rows.map(\.unit)
        stages = preparation.stages
        scores = table
        ranks = Build.ranks(table, preparation.piece.rows, method.ranking)
        self.marks = marks
        treatments = preparation.piece.treatments
        screening = preparation.piece.screening
        self.weights = weights
        aggregator = preparation.aggregator
        periods = preparation.piece.rows.map(\.period)
        treated = preparation.piece.treated
    }

    /// The rows of one period of several that were computed together.
    init(_ whole: Build, period: Int) {
        let kept = whole.units.indices.filter { whole.periods[$0] == period }
        framework = whole.framework
        method = whole.method
        units = kept.map { whole.units[$0] }
        stages = whole.stages.map { stage in
            let rows = stage.units.indices.filter { stage.periods[$0] == period }
            return Stage(
                name: stage.name, units: rows.map { stage.units[$0] }, table: stage.table.keeping(rows: rows),
                periods: rows.map { _ in 0 })
        }
        scores = whole.scores.keeping(rows: kept)
        ranks = whole.ranks.keeping(rows: kept)
        marks = whole.marks.keeping(rows: kept)
        let found = zip(whole.treatments, whole.treated).filter { $1 == -1 || $1 == period }
        treatments = found.map { $0.0 }
        treated = found.map { _ in -1 }
        screening = whole.screening.filter { $0.period == period }
        weights = whole.weights
        aggregator = whole.aggregator.keeping(rows: kept)
        periods = kept.map { _ in 0 }
    }

    /// By node: rows and the scores set by hand.
    private static func overrides(_ overrides: [Override], _ preparation: Preparation) throws -> [Int: [(Int, Double)]] {
        var set: [Int: [(Int, Double)]] = [:]
        var problems: [Problem] = []
        for override in overrides {
            guard let node = preparation.framework.position(of: override.node) else {
                problems.append(.unknown(node: override.node))
                continue
            }
            let rows = preparation.piece.rows.indices.filter { preparation.piece.rows[$0].unit.code == override.unit }
            if rows.isEmpty { problems.append(.unknown(unit: override.unit)) }
            for row in rows { set[node, default: []].append((row, override.score ?? .nan)) }
        }
        if !problems.isEmpty { throw Problems(problems) }
        return set
    }

    /// Of each node among the units of a period.
    private static func ranks(_ scores: Table, _ rows: [Workpiece.Row], _ ranking: Ranking) -> Table {
        var ranks = Table(rows: scores.rows, columns: scores.columns)
        let periods = Dictionary(grouping: rows.indices.filter { rows[$0].isCounted }, by: { rows[$0].period })
        for node in 0..<scores.columns {
            let column = scores.column(node)
            for kept in periods.values {
                let found = ranking.ranks(kept.map { column[column.startIndex + $0] })
                for (place, row) in kept.enumerated() { ranks[row, node] = found[place] }
            }
        }
        return ranks
    }
}

extension Build {
    public subscript(stage stage: Stage.Name) -> Stage? { stages.last { $0.name == stage } }

    public func row(of unit: String) -> Int? { units.firstIndex { $0.code == unit } }

    /// nil where there is no score.
    public func score(of unit: String, _ node: String) -> Double? { cell(scores, unit, node) }

    public func rank(of unit: String, _ node: String) -> Double? { cell(ranks, unit, node) }

    private func cell(_ table: Table, _ unit: String, _ node: String) -> Double? {
        guard let row = row(of: unit), let node = framework.position(of: node) else { return nil }
        let value = table[row, node]
        return value.isNaN ? nil : value
    }

    /// Units that have a rank, the best first; ties in the order of the units.
    public var ranking: [Int] {
        let index = framework.index
        return units.indices.filter { !ranks[$0, index].isNaN }.sorted {
            (ranks[$0, index], $0) < (ranks[$1, index], $1)
        }
    }
}
