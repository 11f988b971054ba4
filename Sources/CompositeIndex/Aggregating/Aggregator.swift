import Glibc

/// From normalised indicators to the scores of every node. Made once for a table and a framework, then asked for many
/// weightings: nothing is allocated for a run but what the rarer rules need.
public struct Aggregator: Sendable {
    let framework: Framework
    /// Rows by indicators.
    let normalised: Table
    let rows: Int
    /// Column by column: what does not concern a unit; empty if there is nothing of the kind.
    let exempt: [Bool]
    /// Groups that missing parts are filled from, by grouping: the number of each row's group, -1 for none.
    let groups: [String: [Int]]
    let isCounted: [Bool]
    /// Of the indicators, so that a thousand runs take them once.
    private let logarithms: [Double]
    /// The column of each node that is an indicator.
    private let columns: [Int?]

    init(
        _ framework: Framework, _ normalised: Table, isCounted: [Bool], groups: [String: [Int]], exempt: [Bool] = [],
        usesLogarithms: Bool
    ) {
        self.framework = framework
        self.normalised = normalised
        self.isCounted = isCounted
        self.groups = groups
        self.exempt = exempt
        rows = normalised.rows
        var columns = [Int?](repeating: nil, count: framework.nodes.count)
        for (column, node) in framework.indicators.enumerated() { columns[node] = column }
        self.columns = columns
        logarithms = usesLogarithms ? normalised.cells.map { log($0) } : []
    }

    func keeping(rows kept: [Int]) -> Aggregator {
        Aggregator(
            framework, normalised.keeping(rows: kept), isCounted: kept.map { isCounted[$0] },
            groups: groups.mapValues { numbers in kept.map { numbers[$0] } },
            exempt: exempt.isEmpty ? [] : framework.nodes.indices.flatMap { node in kept.map { exempt[node * rows + $0] } },
            usesLogarithms: !logarithms.isEmpty)
    }

    /// Rows by nodes: the indicators as they are, and a score for each whole. `weights` by the position of the node.
    public func scores(_ aggregation: Aggregation, weights: [Double]) throws -> Table {
        var table = Table(rows: rows, columns: framework.nodes.count)
        try table.cells.withUnsafeMutableBufferPointer { try score(aggregation, weights, into: $0) }
        return table
    }

    /// As `scores`, into `rows * nodes` cells, node by node.
    func score(
        _ aggregation: Aggregation, _ weights: [Double], into cells: UnsafeMutableBufferPointer<Double>,
        didFill: (_ row: Int, _ node: Int) -> Void = { _, _ in }, adjust: (_ node: Int) -> Void = { _ in }
    ) throws {
        for (column, node) in framework.indicators.enumerated() {
            normalised.cells.withUnsafeBufferPointer { values in
                guard let from = values.baseAddress, let to = cells.baseAddress else { return }
                (to + node * rows).update(from: from + column * rows, count: rows)
            }
            adjust(node)
        }
        for node in framework.aggregates {
            let level = aggregation.level(of: framework.nodes[node])
            if case .groupMean(let grouping) = level.missing { fill(framework.children[node], grouping, cells, didFill) }
            try score(node, level, weights, cells)
            drop(node, level.missing, cells)
            adjust(node)
        }
    }

    private func score(
        _ node: Int, _ level: Aggregation.Level, _ weights: [Double], _ cells: UnsafeMutableBufferPointer<Double>
    ) throws {
        switch level.rule {
        case .arithmetic: mean(node, weights, cells, { $0 }, { $0 })
        case .geometric:
            if logarithms.isEmpty || framework.nodes[framework.children[node][0]].level > 1 {
                mean(node, weights, cells, { log($0) }, { exp($0) })
            } else {
                meanOfLogarithms(node, weights, cells)
            }
        case .harmonic: mean(node, weights, cells, { 1 / $0 }, { 1 / $0 })
        case .power(let p): mean(node, weights, cells, { pow($0, p) }, { pow($0, 1 / p) })
        default:
            let parts = framework.children[node]
            let table = Table(columns: parts.map { Array(cells[$0 * rows..<($0 + 1) * rows]) })
            let values = try WholeRule.values(level.rule, table, parts.map { weights[$0] }, isCounted)
            for row in 0..<rows { cells[node * rows + row] = values[row] }
        }
    }

    /// back(Σ w · to(x) / Σ w) over the parts that are there, column by column.
    @inline(__always)
    private func mean(
        _ node: Int, _ weights: [Double], _ cells: UnsafeMutableBufferPointer<Double>, _ to: (Double) -> Double,
        _ back: (Double) -> Double
    ) {
        guard let first = cells.baseAddress else { return }
        // Pointers and a local count: the loops are over two columns that the compiler may take several rows of at once.
        let rows = rows, sums = first + node * rows
        var total = 0.0
        sums.update(repeating: 0, count: rows)
        for part in framework.children[node] {
            let weight = weights[part], values = UnsafePointer(first + part * rows)
            total += weight
            for row in 0..<rows { sums[row] += weight * to(values[row]) }
        }
        guard Aggregator.hasGaps(sums, rows) else {
            for row in 0..<rows { sums[row] = back(sums[row] / total) }
            return
        }
        for row in 0..<rows {
            sums[row] = sums[row].isNaN ? partial(node, row, weights, cells, to, back) : back(sums[row] / total)
        }
    }

    /// Whether a sum over all is missing; four sums at once, for each waits for its last addition.
    @inline(__always)
    private static func hasGaps(_ cells: UnsafeMutablePointer<Double>, _ count: Int) -> Bool {
        var sums = (0.0, 0.0, 0.0, 0.0)
        var place = 0
        while place + 4 <= count {
            sums.0 += cells[place]
            sums.1 += cells[place + 1]
            sums.2 += cells[place + 2]
            sums.3 += cells[place + 3]
            place += 4
        }
        while place < count {
            sums.0 += cells[place]
            place += 1
        }
        return (sums.0 + sums.1 + sums.2 + sums.3).isNaN
    }

    private func meanOfLogarithms(_ node: Int, _ weights: [Double], _ cells: UnsafeMutableBufferPointer<Double>) {
        let whole = node * rows
        var total = 0.0
        for row in 0..<rows { cells[whole + row] = 0 }
        for part in framework.children[node] {
            guard let column = columns[part] else { return mean(node, weights, cells, { log($0) }, { exp($0) }) }
            let weight = weights[part], start = column * rows
            total += weight
            for row in 0..<rows { cells[whole + row] += weight * logarithms[start + row] }
        }
        for row in 0..<rows {
            let sum = cells[whole + row]
            cells[whole + row] = sum.isNaN ? partial(node, row, weights, cells, { log($0) }, { exp($0) }) : exp(sum / total)
        }
    }

    /// One row in which something is missing: over what is there. NaN if nothing is, or only what weighs nothing.
    private func partial(
        _ node: Int, _ row: Int, _ weights: [Double], _ cells: UnsafeMutableBufferPointer<Double>, _ to: (Double) -> Double,
        _ back: (Double) -> Double
    ) -> Double {
        var sum = 0.0, total = 0.0
        for part in framework.children[node] {
            let value = cells[part * rows + row]
            if value.isNaN { continue }
            sum += weights[part] * to(value)
            total += weights[part]
        }
        return total > 0 ? back(sum / total) : .nan
    }
}
