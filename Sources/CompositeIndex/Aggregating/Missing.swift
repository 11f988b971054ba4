extension Aggregator {
    func isExempt(_ row: Int, _ node: Int) -> Bool { !exempt.isEmpty && exempt[node * rows + row] }

    /// What the rule for missing parts takes away again, and what does not concern a unit.
    func drop(_ node: Int, _ missing: Aggregation.Missing, _ cells: UnsafeMutableBufferPointer<Double>) {
        let least: Double
        switch missing {
        case .rescale, .groupMean: least = 0
        case .threshold(let share): least = share
        case .strict: least = 1
        }
        if least <= 0, exempt.isEmpty { return }
        let parts = framework.children[node]
        for row in 0..<rows {
            if isExempt(row, node) { cells[node * rows + row] = .nan }
            guard least > 0 else { continue }
            var there = 0, all = 0
            for part in parts where !isExempt(row, part) {
                all += 1
                if !cells[part * rows + row].isNaN { there += 1 }
            }
            if Double(there) < least * Double(all) { cells[node * rows + row] = .nan }
        }
    }

    /// Gaps of parts with the mean of the part over the units of the same group that count.
    func fill(
        _ parts: [Int], _ grouping: String, _ cells: UnsafeMutableBufferPointer<Double>, _ didFill: (Int, Int) -> Void
    ) {
        guard let groups = groups[grouping], let most = groups.max(), most >= 0 else { return }
        for part in parts {
            let column = part * rows
            guard (0..<rows).contains(where: { cells[column + $0].isNaN }) else { continue }
            var sums = Array(repeating: 0.0, count: most + 1), counts = Array(repeating: 0, count: most + 1)
            for row in 0..<rows where isCounted[row] && groups[row] >= 0 && !cells[column + row].isNaN {
                sums[groups[row]] += cells[column + row]
                counts[groups[row]] += 1
            }
            for row in 0..<rows where cells[column + row].isNaN && groups[row] >= 0 && counts[groups[row]] > 0 {
                guard !isExempt(row, part) else { continue }
                cells[column + row] = sums[groups[row]] / Double(counts[groups[row]])
                didFill(row, part)
            }
        }
    }
}
