import CompositeIndex
import Testing

@Suite struct VarimaxTests {
    @Test("a simple structure that was turned away is found again")
    func simple() {
        let cosine = 0.8, sine = 0.6, simple = Table(columns: [[0.9, 0.8, 0.7, 0, 0], [0, 0, 0, 0.6, 0.5]])
        let turned = Table(columns: [
            (0..<5).map { simple[$0, 0] * cosine - simple[$0, 1] * sine },
            (0..<5).map { simple[$0, 0] * sine + simple[$0, 1] * cosine },
        ])
        let found = Varimax.rotated(turned)
        for row in 0..<5 {
            for column in 0..<2 { #expect(abs(abs(found[row, column]) - simple[row, column]) < 1e-12) }
        }
    }

    @Test("communalities stay, and no small turn makes the criterion larger", arguments: [true, false])
    func optimum(normalised: Bool) {
        let loadings = Table(columns: [
            [0.7, 0.6, 0.5, -0.4, 0.3, 0.8], [0.2, -0.5, 0.4, 0.6, 0.1, 0], [0.3, 0.1, -0.6, 0.2, 0.5, 0.1],
        ])
        let found = Varimax.rotated(loadings, normalised: normalised)
        for row in 0..<6 { #expect(abs(length(found.row(row)) - length(loadings.row(row))) < 1e-14) }
        let best = criterion(found, normalised)
        #expect(best > criterion(loadings, normalised))
        for (one, other) in [(0, 1), (0, 2), (1, 2)] {
            for angle in [-0.01, 0.01, 0.7] {
                var turned = found
                for row in 0..<6 {
                    turned[row, one] = found[row, one] * (1 - angle * angle).squareRoot() + found[row, other] * angle
                    turned[row, other] = found[row, other] * (1 - angle * angle).squareRoot() - found[row, one] * angle
                }
                #expect(criterion(turned, normalised) < best)
            }
        }
    }

    private func length(_ row: [Double]) -> Double { row.reduce(0) { $0 + $1 * $1 } }

    /// The variances of the squared loadings, summed over the factors.
    private func criterion(_ table: Table, _ normalised: Bool) -> Double {
        (0..<table.columns).reduce(0) { sum, column in
            let squares = (0..<table.rows).map { row in
                table[row, column] * table[row, column] / (normalised ? length(table.row(row)) : 1)
            }
            return sum + Moments.variance(of: squares[...])
        }
    }
}
