/// All columns of a table with one another: pair by pair over the rows that both have.
public struct CorrelationMatrix: Sendable {
    public let kind: Correlation.Kind
    /// Square and symmetric. The diagonal is 1, or NaN for a flat column.
    public let coefficients: Table
    /// Two-sided; see `Correlation.p`. The diagonal is 0.
    public let p: Table
    /// Rows that each pair has.
    public let counts: [[Int]]

    public init(_ kind: Correlation.Kind = .pearson, of table: Table) {
        self.kind = kind
        var coefficients = Table(rows: table.columns, columns: table.columns), p = coefficients
        var counts = Array(repeating: Array(repeating: 0, count: table.columns), count: table.columns)
        for one in 0..<table.columns {
            for other in 0...one {
                let pair = Correlation(kind, table.column(one), table.column(other))
                let isSame = one == other && !pair.coefficient.isNaN
                coefficients[one, other] = isSame ? 1 : pair.coefficient
                coefficients[other, one] = coefficients[one, other]
                p[one, other] = isSame ? 0 : pair.p
                p[other, one] = p[one, other]
                counts[one][other] = pair.count
                counts[other][one] = pair.count
            }
        }
        self.coefficients = coefficients
        self.p = p
        self.counts = counts
    }

    /// Covariances with n - 1, pair by pair over the rows that both have; NaN where these are fewer than two.
    public static func covariances(of table: Table) -> Table {
        var result = Table(rows: table.columns, columns: table.columns)
        for one in 0..<table.columns {
            for other in 0...one {
                let (x, y) = Correlation.paired(table.column(one), table.column(other))
                guard x.count > 1 else { continue }
                result[one, other] = Correlation.crossProducts(x, y).xy / Double(x.count - 1)
                result[other, one] = result[one, other]
            }
        }
        return result
    }
}
