/// Rules that need all parts of a unit, or all units, at once.
enum WholeRule {
    /// One value a row. `parts` rows by parts; only rows that count are compared with each other.
    static func values(
        _ rule: Aggregation.Rule, _ parts: Table, _ weights: [Double], _ isCounted: [Bool]
    ) throws -> [Double] {
        switch rule {
        case .median: (0..<parts.rows).map { median(parts.row($0), weights) }
        case .minimum: (0..<parts.rows).map { row in parts.row(row).lazy.filter { !$0.isNaN }.min() ?? .nan }
        case .mazziottaPareto(let penalty): (0..<parts.rows).map { mazziottaPareto(parts.row($0), penalty, less: 1) }
        case .adjustedMazziottaPareto(let penalty): (0..<parts.rows).map { mazziottaPareto(parts.row($0), penalty, less: 0) }
        case .copeland: among(isCounted, parts) { Outranking(parts: $0, weights: weights).copeland.map(Double.init) }
        case .benefitOfTheDoubt(let shares): try among(isCounted, parts) { try BenefitOfTheDoubt.scores($0, shares: shares) }
        case .arithmetic, .geometric, .harmonic, .power: preconditionFailure("means go column by column")
        }
    }

    /// The middle of the parts in rising order, each as long as its weight; the mean of two if the middle is between them. With
    /// equal weights the usual median.
    static func median(_ parts: [Double], _ weights: [Double]) -> Double {
        let there = zip(parts, weights).filter { !$0.0.isNaN && $0.1 > 0 }.sorted { $0.0 < $1.0 }
        let half = there.reduce(0) { $0 + $1.1 } / 2
        var before = 0.0
        for (place, part) in there.enumerated() {
            before += part.1
            if abs(before - half) <= 1e-12 * half, place + 1 < there.count { return (part.0 + there[place + 1].0) / 2 }
            if before > half { return part.0 }
        }
        return there.last?.0 ?? .nan
    }

    /// M (1 ± (S/M)²): M and S the mean and the deviation (with n - `less`) of the parts that are there.
    static func mazziottaPareto(_ parts: [Double], _ penalty: Aggregation.Penalty, less: Int) -> Double {
        let there = parts.filter { !$0.isNaN }
        guard there.count > less else { return there.first ?? .nan }
        let mean = there.reduce(0, +) / Double(there.count)
        let variance = there.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(there.count - less)
        return mean + Double(penalty.rawValue) * variance / mean
    }

    /// Over the rows that count; the others have no value.
    private static func among(_ isCounted: [Bool], _ parts: Table, _ values: (Table) throws -> [Double]) rethrows -> [Double] {
        let kept = isCounted.indices.filter { isCounted[$0] }
        var result = Array(repeating: Double.nan, count: parts.rows)
        for (row, value) in zip(kept, try values(parts.keeping(rows: kept))) { result[row] = value }
        return result
    }
}
