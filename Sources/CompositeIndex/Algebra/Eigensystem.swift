import CLapack

/// Eigenvalues and eigenvectors of a symmetric matrix.
public struct Eigensystem: Sendable {
    /// Descending.
    public let values: [Double]
    /// Column k belongs to value k: of length 1, and turned so that its elements sum to 0 or more, since either sign is right.
    public let vectors: Table

    /// `matrix`: square, finite; its lower triangle is read. Throws `AlgebraFailure`.
    public init(ofSymmetric matrix: Table) throws {
        try AlgebraFailure.check(square: matrix)
        let order = matrix.rows
        var cells = matrix.cells, ascending = Array(repeating: 0.0, count: order)
        let outcome = LAPACKE_dsyev(LAPACK_COL_MAJOR, 86, 76, Int32(order), &cells, Int32(max(order, 1)), &ascending)  // V, L
        guard outcome == 0 else { throw AlgebraFailure.notConverged }
        values = ascending.reversed()
        var vectors = Table(rows: order, columns: order)
        for column in 0..<order {
            let vector = cells[(order - 1 - column) * order..<(order - column) * order]
            let sign: Double = vector.reduce(0, +) < 0 ? -1 : 1
            vectors.setColumn(column, to: vector.lazy.map { sign * $0 })
        }
        self.vectors = vectors
    }

    /// The largest eigenvalue of a matrix of positive numbers and its eigenvector, all of whose elements are positive and sum
    /// to 1 (Perron and Frobenius). Throws `AlgebraFailure`.
    public static func principal(ofPositive matrix: Table) throws -> (value: Double, vector: [Double]) {
        try AlgebraFailure.check(square: matrix)
        let order = matrix.rows
        var cells = matrix.cells, unused = 0.0
        var real = Array(repeating: 0.0, count: order), imaginary = real
        var vectors = Array(repeating: 0.0, count: order * order)
        let outcome = LAPACKE_dgeev(
            LAPACK_COL_MAJOR, 78, 86, Int32(order), &cells, Int32(order), &real, &imaginary, &unused, 1, &vectors,
            Int32(order))  // N, V
        guard outcome == 0 else { throw AlgebraFailure.notConverged }
        // The principal one is real, and no other is as large.
        guard let place = real.indices.filter({ imaginary[$0] == 0 }).max(by: { real[$0] < real[$1] }) else {
            throw AlgebraFailure.notConverged
        }
        let vector = vectors[place * order..<(place + 1) * order], sum = vector.reduce(0, +)
        return (real[place], vector.map { $0 / sum })
    }
}

/// Why a matrix has no answer.
public enum AlgebraFailure: Error, Hashable, Sendable {
    case notSquare
    /// A cell is missing or infinite.
    case notFinite
    /// Its rows depend on one another.
    case singular
    case notConverged

    static func check(square matrix: Table) throws(AlgebraFailure) {
        guard matrix.rows == matrix.columns, matrix.rows > 0 else { throw .notSquare }
        guard matrix.cells.allSatisfy(\.isFinite) else { throw .notFinite }
    }
}
