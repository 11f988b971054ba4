import CLapack

extension Workpiece {
    /// By the parts of one whole at a time: over all indicators at once there would be fewer units than unknowns.
    mutating func fillByExpectation(_ columns: Set<Int>) {
        let groups = Dictionary(grouping: framework.indicators.indices, by: { framework.parents[framework.indicators[$0]] ?? -1 })
        for whole in groups.keys.sorted() {
            guard let parts = groups[whole], parts.contains(where: columns.contains) else { continue }
            var fit = NormalFit(heads.map { row in parts.map { table[row, $0] } })
            fit.run()
            for row in rows.indices {
                let filled = fit.filled(parts.map { table[row, $0] })
                for (place, column) in parts.enumerated() where columns.contains(column) && filled[place].isFinite {
                    fill(row, column, with: filled[place])
                }
            }
        }
    }
}

/// Mean and covariance of a multivariate normal distribution from rows with gaps, by expectation-maximisation (Dempster,
/// Laird and Rubin 1977; Little and Rubin, Statistical Analysis with Missing Data, §11.2).
struct NormalFit {
    private let rows: [[Double]]
    private let width: Int
    private(set) var mean: [Double]
    /// Row by row.
    private(set) var covariance: [Double]
    static let rounds = 5000
    /// Largest change of a parameter, in standard deviations, at which it has come to rest.
    static let rest = 1e-9

    init(_ rows: [[Double]]) {
        self.rows = rows.filter { $0.contains { !$0.isNaN } }
        width = rows.first?.count ?? 0
        mean = Array(repeating: 0, count: width)
        covariance = Array(repeating: 0, count: width * width)
        for column in 0..<width {
            let values = rows.map { $0[column] }.filter { !$0.isNaN }
            guard !values.isEmpty else { continue }
            let middle = values.reduce(0, +) / Double(values.count)
            mean[column] = middle
            covariance[column * width + column] = values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(values.count)
        }
    }

    mutating func run() {
        guard rows.count > 1 else { return }
        for _ in 0..<NormalFit.rounds where step() < NormalFit.rest { return }
    }

    /// One round; the largest change.
    private mutating func step() -> Double {
        var sum = Array(repeating: 0.0, count: width)
        var products = Array(repeating: 0.0, count: width * width)
        for row in rows {
            let (filled, left) = expectation(row)
            for one in 0..<width {
                sum[one] += filled[one]
                for other in 0..<width {
                    products[one * width + other] += filled[one] * filled[other] + left[one * width + other]
                }
            }
        }
        let count = Double(rows.count)
        let next = sum.map { $0 / count }
        var spread = covariance
        for one in 0..<width {
            for other in 0..<width {
                spread[one * width + other] = products[one * width + other] / count - next[one] * next[other]
            }
        }
        defer { (mean, covariance) = (next, spread) }
        return change(to: next, spread)
    }

    /// The largest change of a mean or a covariance, by the deviations that there were. The means may stay while the covariances
    /// still move: at the start they do.
    private func change(to next: [Double], _ spread: [Double]) -> Double {
        let deviations = (0..<width).map { max(covariance[$0 * width + $0].squareRoot(), 1e-150) }
        var largest = 0.0
        for one in 0..<width {
            largest = max(largest, abs(next[one] - mean[one]) / deviations[one])
            for other in 0..<width {
                let place = one * width + other
                largest = max(largest, abs(spread[place] - covariance[place]) / (deviations[one] * deviations[other]))
            }
        }
        return largest
    }

    /// The row with its gaps at their conditional means; a row that is all gaps has none.
    func filled(_ row: [Double]) -> [Double] { row.allSatisfy(\.isNaN) ? row : expectation(row).filled }

    /// Conditional mean of what is missing given what is there, and its conditional covariance (0 for what is there).
    private func expectation(_ row: [Double]) -> (filled: [Double], left: [Double]) {
        let there = row.indices.filter { !row[$0].isNaN }, gone = row.indices.filter { row[$0].isNaN }
        var left = Array(repeating: 0.0, count: width * width)
        guard !gone.isEmpty else { return (row, left) }
        let slopes = regression(of: gone, on: there)
        var filled = row
        for (place, gap) in gone.enumerated() {
            filled[gap] = mean[gap]
            for (other, known) in there.enumerated() {
                filled[gap] += slopes[place * there.count + other] * (row[known] - mean[known])
            }
            for second in gone {
                var value = covariance[gap * width + second]
                for (other, known) in there.enumerated() {
                    value -= slopes[place * there.count + other] * covariance[known * width + second]
                }
                left[gap * width + second] = value
            }
        }
        return (filled, left)
    }

    /// For each gap the slopes on what is there: covariance · inverse covariance. Zero where what is there does not vary.
    private func regression(of gone: [Int], on there: [Int]) -> [Double] {
        let size = there.count
        var below = Array(repeating: 0.0, count: size * size)
        for (one, first) in there.enumerated() {
            for (other, second) in there.enumerated() { below[one * size + other] = covariance[first * width + second] }
            // A hair above singular: two indicators may be the same.
            below[one * size + one] = max(below[one * size + one] * (1 + 1e-10), .leastNormalMagnitude)
        }
        var right = gone.flatMap { gap in there.map { covariance[gap * width + $0] } }
        let state = LAPACKE_dposv(
            LAPACK_COL_MAJOR, CChar(UInt8(ascii: "U")), Int32(size), Int32(gone.count), &below, Int32(size),
            &right, Int32(size))
        return state == 0 ? right : Array(repeating: 0, count: right.count)
    }
}
