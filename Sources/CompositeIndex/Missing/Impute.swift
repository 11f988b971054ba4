extension Workpiece {
    /// Fills gaps; where a rule finds nothing to fill with, the gap stays.
    mutating func impute(_ imputation: Imputation) {
        problems += imputation.individual.keys.filter { framework.position(of: $0) == nil }.sorted().map { .unknown(node: $0) }
        let before = table
        var together: Set<Int> = []
        let groupings = imputation.groupings
        let groups = Dictionary(uniqueKeysWithValues: groupings.map { ($0, grouped($0)) })
        problems += groupings.filter { groups[$0]?.isEmpty ?? true }.sorted().map { .unknown(grouping: $0) }
        for (column, node) in framework.indicators.enumerated() {
            let rule = imputation.individual[framework.nodes[node].code] ?? imputation.rule
            switch rule {
            case .none: break
            case .mean: fillByPeriod(column, from: before) { $0.mean(of: $1) }
            case .median: fillByPeriod(column, from: before) { $0.median(of: $1) }
            case .constant(let value): fill(column, with: value)
            case .groupMean(let grouping): fillByGroup(column, groups[grouping], from: before) { $0.mean(of: $1) }
            case .groupMedian(let grouping): fillByGroup(column, groups[grouping], from: before) { $0.median(of: $1) }
            case .latest: fillFromPeriods(column, from: before) { series, period in series.last { $0.period < period }?.value }
            case .linear: fillFromPeriods(column, from: before, by: between)
            case .nearest(let count): fillFromNearest(column, count, from: before)
            case .expectationMaximisation: together.insert(column)
            }
        }
        if !together.isEmpty { fillByExpectation(together) }
        mark(filledSince: before)
    }

    /// Rows that count.
    var heads: [Int] { rows.indices.filter { rows[$0].isCounted } }

    mutating func fill(_ column: Int, with value: Double) {
        for row in rows.indices { fill(row, column, with: value) }
    }

    /// A gap that is no exemption.
    mutating func fill(_ row: Int, _ column: Int, with value: Double) {
        guard table[row, column].isNaN, !marks[row, framework.indicators[column]].contains(.exempt) else { return }
        table[row, column] = value
    }

    private mutating func fillByPeriod(_ column: Int, from before: Table, middle: (ArraySlice<Double>, [Int]) -> Double) {
        for block in blocks(.eachPeriod) {
            let value = middle(before.column(column), block.filter { rows[$0].isCounted })
            for row in block { fill(row, column, with: value) }
        }
    }

    private mutating func fillByGroup(
        _ column: Int, _ groups: Groups?, from before: Table, middle: (ArraySlice<Double>, [Int]) -> Double
    ) {
        guard let groups, before.column(column).contains(where: \.isNaN) else { return }
        let values = groups.heads.map { middle(before.column(column), $0) }
        for row in rows.indices where groups.of[row] >= 0 { fill(row, column, with: values[groups.of[row]]) }
    }

    private mutating func fillFromPeriods(
        _ column: Int, from before: Table, by choose: ([(period: Int, value: Double)], Int) -> Double?
    ) {
        let known = Dictionary(grouping: rows.indices.filter { !before[$0, column].isNaN }, by: { rows[$0].unit.code })
            .mapValues { $0.map { (period: rows[$0].period, value: before[$0, column]) }.sorted { $0.period < $1.period } }
        for row in rows.indices {
            if let series = known[rows[row].unit.code], let value = choose(series, rows[row].period) {
                fill(row, column, with: value)
            }
        }
    }

    /// On the line between the neighbours; the nearest beyond the ends.
    private func between(_ series: [(period: Int, value: Double)], _ period: Int) -> Double? {
        let before = series.last { $0.period < period }
        let after = series.first { $0.period > period }
        guard let before, let after else { return before?.value ?? after?.value }
        let share = Double(period - before.period) / Double(after.period - before.period)
        return before.value + share * (after.value - before.value)
    }

    private mutating func mark(filledSince before: Table) {
        for (column, node) in framework.indicators.enumerated() {
            for row in rows.indices where before[row, column].isNaN && !table[row, column].isNaN {
                marks[row, node].insert(.imputed)
            }
        }
    }
}

extension Imputation {
    /// Groupings whose means and medians are filled in.
    fileprivate var groupings: Set<String> {
        Set(
            ([rule] + individual.values).compactMap { rule in
                switch rule {
                case .groupMean(let grouping), .groupMedian(let grouping): grouping
                default: nil
                }
            })
    }
}

extension ArraySlice<Double> {
    /// Of the values at these places, gaps left out; NaN if there is none.
    func mean(of places: [Int]) -> Double {
        var sum = 0.0, count = 0
        for place in places {
            let value = self[startIndex + place]
            if !value.isNaN { (sum, count) = (sum + value, count + 1) }
        }
        return count > 0 ? sum / Double(count) : .nan
    }

    func median(of places: [Int]) -> Double {
        let values = places.map { self[startIndex + $0] }.filter { !$0.isNaN }.sorted()
        guard !values.isEmpty else { return .nan }
        let middle = values.count / 2
        return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    }
}
