extension Workpiece {
    /// The mean of a column over the `count` units of the period that are most alike and have a value there. Alike: the mean
    /// squared difference over the standardised indicators that both have (Troyanskaya et al. 2001); at least one of them.
    mutating func fillFromNearest(_ column: Int, _ count: Int, from before: Table) {
        guard count > 0 else {
            problems.append(Problem("nearest-none", [String(count)], "expected at least one nearest unit, not \(count)"))
            return
        }
        let scales = (0..<before.columns).map { spread(of: before.column($0)) }
        for row in rows.indices where before[row, column].isNaN {
            let near =
                heads
                .filter { $0 != row && rows[$0].period == rows[row].period && !before[$0, column].isNaN }
                .compactMap { other in distance(row, other, before, scales).map { (distance: $0, row: other) } }
                .sorted { ($0.distance, $0.row) < ($1.distance, $1.row) }
                .prefix(count)
            guard !near.isEmpty else { continue }
            fill(row, column, with: near.reduce(0) { $0 + before[$1.row, column] } / Double(near.count))
        }
    }

    private func spread(of values: ArraySlice<Double>) -> Double {
        let heads = heads
        let mean = values.mean(of: heads)
        let squares = values.map { ($0 - mean) * ($0 - mean) }
        return squares[...].mean(of: heads).squareRoot()
    }

    private func distance(_ one: Int, _ other: Int, _ values: Table, _ scales: [Double]) -> Double? {
        var sum = 0.0, count = 0
        for column in 0..<values.columns {
            let difference = (values[one, column] - values[other, column]) / scales[column]
            if difference.isFinite { (sum, count) = (sum + difference * difference, count + 1) }
        }
        return count > 0 ? sum / Double(count) : nil
    }
}
