import Glibc

/// Factors turned so that each variable loads on as few of them as possible (Kaiser 1958).
public enum Varimax {
    /// `loadings`: variables by factors. The result spans the same space, and each variable keeps its communality. Rows are
    /// brought to one length before and back after (Kaiser's normalisation) if `normalised`. Planes of two factors are turned
    /// in order until none turns by more than 1e-12.
    public static func rotated(_ loadings: Table, normalised: Bool = true) -> Table {
        let lengths = (0..<loadings.rows).map { row in
            let length = loadings.row(row).reduce(0) { $0 + $1 * $1 }.squareRoot()
            return normalised && length > 0 ? length : 1
        }
        var result = loadings
        for column in 0..<result.columns { for row in 0..<result.rows { result[row, column] /= lengths[row] } }
        for _ in 0..<1000 {
            var largest = 0.0
            for one in 0..<result.columns {
                for other in one + 1..<max(result.columns, one + 1) { largest = max(largest, abs(turn(&result, one, other))) }
            }
            if largest < 1e-12 { break }
        }
        for column in 0..<result.columns { for row in 0..<result.rows { result[row, column] *= lengths[row] } }
        return result
    }

    /// By the angle that makes the variance of the squared loadings of both columns the largest.
    private static func turn(_ table: inout Table, _ one: Int, _ other: Int) -> Double {
        var sumU = 0.0, sumV = 0.0, sumUV = 0.0, sumSquares = 0.0
        for row in 0..<table.rows {
            let x = table[row, one], y = table[row, other]
            let u = x * x - y * y, v = 2 * x * y
            sumU += u
            sumV += v
            sumUV += 2 * u * v
            sumSquares += u * u - v * v
        }
        let n = Double(table.rows)
        let angle = atan2(sumUV - 2 * sumU * sumV / n, sumSquares - (sumU * sumU - sumV * sumV) / n) / 4
        let cosine = cos(angle), sine = sin(angle)
        for row in 0..<table.rows {
            let x = table[row, one], y = table[row, other]
            table[row, one] = x * cosine + y * sine
            table[row, other] = y * cosine - x * sine
        }
        return angle
    }
}
