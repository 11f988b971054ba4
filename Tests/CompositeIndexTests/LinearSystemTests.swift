import CompositeIndex
import Glibc
import Testing

@Suite struct LinearSystemTests {
    static let matrix = Table(columns: [[4, 2, 1], [2, 3, 0.5], [1, 0.5, 2]])

    @Test("a solution solves, and an inverse inverts")
    func solution() throws {
        let right = Table(columns: [[1, 2, 3], [0, 1, 0]]), x = try LinearSystem.solve(Self.matrix, right)
        for column in 0..<2 {
            for row in 0..<3 {
                let left = (0..<3).reduce(0) { $0 + Self.matrix[row, $1] * x[$1, column] }
                #expect(abs(left - right[row, column]) < 1e-14)
            }
        }
        let inverse = try LinearSystem.inverse(of: Table(columns: [[2, 0], [0, 4]]))
        #expect(inverse.cells == [0.5, 0, 0, 0.25])
    }

    @Test("the determinant of a positive definite matrix, as a logarithm")
    func determinant() throws {
        #expect(abs(try LinearSystem.logDeterminant(ofPositiveDefinite: Self.matrix) - log(14)) < 1e-14)
        let factor = try LinearSystem.choleskyFactor(of: Self.matrix)
        #expect(factor[0, 1] == 0 && factor[0, 0] == 2)
    }

    @Test("rows that depend on one another have no solution")
    func singular() {
        let flat = Table(columns: [[1, 2], [2, 4]])
        #expect(throws: AlgebraFailure.singular) { try LinearSystem.inverse(of: flat) }
        #expect(throws: AlgebraFailure.singular) { try LinearSystem.logDeterminant(ofPositiveDefinite: flat) }
        #expect(throws: AlgebraFailure.notFinite) { try LinearSystem.inverse(of: Table(rows: 1, columns: 1)) }
    }
}
