import CLapack
import Glibc

/// Linear equations.
public enum LinearSystem {
    /// X of AX = B; `b` has a column for each right-hand side. Throws `AlgebraFailure`.
    public static func solve(_ a: Table, _ b: Table) throws -> Table {
        try AlgebraFailure.check(square: a)
        guard a.rows == b.rows else { throw AlgebraFailure.notSquare }
        guard b.cells.allSatisfy(\.isFinite) else { throw AlgebraFailure.notFinite }
        var matrix = a.cells, result = b, pivots = Array(repeating: Int32(0), count: a.rows)
        let order = Int32(a.rows)
        let outcome = LAPACKE_dgesv(
            LAPACK_COL_MAJOR, order, Int32(b.columns), &matrix, order, &pivots, &result.cells, order)
        guard outcome == 0, result.cells.allSatisfy(\.isFinite) else { throw AlgebraFailure.singular }
        return result
    }

    /// Throws `AlgebraFailure`.
    public static func inverse(of matrix: Table) throws -> Table { try solve(matrix, identity(matrix.rows)) }

    /// The natural logarithm of the determinant of a symmetric positive definite matrix, by its Cholesky factor: the
    /// determinant itself of many variables is too small for a number. Throws `AlgebraFailure`.
    public static func logDeterminant(ofPositiveDefinite matrix: Table) throws -> Double {
        let factor = try choleskyFactor(of: matrix)
        return 2 * (0..<matrix.rows).reduce(0) { $0 + log(factor[$1, $1]) }
    }

    /// L of LLᵀ, zero above the diagonal; `matrix` symmetric and positive definite. Throws `AlgebraFailure`.
    public static func choleskyFactor(of matrix: Table) throws -> Table {
        try AlgebraFailure.check(square: matrix)
        var factor = matrix
        let order = Int32(matrix.rows)
        let outcome = LAPACKE_dpotrf(LAPACK_COL_MAJOR, 76, order, &factor.cells, order)  // L
        guard outcome == 0 else { throw AlgebraFailure.singular }
        for column in 0..<matrix.columns { for row in 0..<column { factor[row, column] = 0 } }
        return factor
    }

    public static func identity(_ order: Int) -> Table {
        var result = Table(rows: order, columns: order, repeating: 0)
        for place in 0..<order { result[place, place] = 1 }
        return result
    }
}
