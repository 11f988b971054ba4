extension Build {
    /// Between which scores of the index a unit lies if what was not measured of it were the lowest or the highest that any unit
    /// has: cells that are missing, and those that were filled. nil if nothing is missing, if it has no score, or if the score
    /// was set by hand. Throws `Problems` as the aggregation does.
    public func bounds(ofRow row: Int) throws -> ClosedRange<Double>? {
        let index = framework.index, score = scores[row, index]
        guard case .aggregate(let aggregation)? = method.steps.last, !score.isNaN, !marks[row, index].contains(.overridden) else {
            return nil
        }
        let gaps = framework.indicators.indices.filter { isGap(row, $0) }
        guard !gaps.isEmpty else { return nil }
        var tables = [aggregator.normalised, aggregator.normalised]
        for column in gaps {
            guard let range = range(ofColumn: column) else { continue }
            tables[0][row, column] = range.lowerBound
            tables[1][row, column] = range.upperBound
        }
        let found = try tables.map { table in
            try Aggregator(
                framework, table, isCounted: aggregator.isCounted, groups: aggregator.groups, exempt: aggregator.exempt,
                usesLogarithms: aggregation.usesLogarithms
            ).scores(aggregation, weights: weights)[row, index]
        }
        // A rule that is not monotone may give the score itself as an end.
        let all = (found + [score]).filter { !$0.isNaN }
        return (all.min() ?? score)...(all.max() ?? score)
    }

    private func isGap(_ row: Int, _ column: Int) -> Bool {
        let node = framework.indicators[column], mark = marks[row, node]
        return !mark.contains(.exempt) && (mark.contains(.imputed) || aggregator.normalised[row, column].isNaN)
    }

    /// Of the units that count.
    private func range(ofColumn column: Int) -> ClosedRange<Double>? {
        let values = units.indices.compactMap { row -> Double? in
            let value = aggregator.normalised[row, column]
            return aggregator.isCounted[row] && !value.isNaN ? value : nil
        }
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...high
    }
}
