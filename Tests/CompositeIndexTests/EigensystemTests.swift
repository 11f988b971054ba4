import CompositeIndex
import Testing

@Suite struct EigensystemTests {
    @Test("eigenvalues descend, and their vectors have length 1 and a sum of 0 or more")
    func symmetric() throws {
        let system = try Eigensystem(ofSymmetric: Table(columns: [[2, 1], [1, 2]]))
        #expect(abs(system.values[0] - 3) < 1e-14 && abs(system.values[1] - 1) < 1e-14)
        let half = 0.5.squareRoot()
        #expect(abs(system.vectors[0, 0] - half) < 1e-14 && abs(system.vectors[1, 0] - half) < 1e-14)
        let matrix = Table(columns: [[4, -2, 1], [-2, 3, 0.5], [1, 0.5, 2]])
        let other = try Eigensystem(ofSymmetric: matrix)
        for (place, value) in other.values.enumerated() {
            let vector = Array(other.vectors.column(place))
            #expect(vector.reduce(0, +) >= -1e-15)
            for row in 0..<3 {
                let image = (0..<3).reduce(0) { $0 + matrix[row, $1] * vector[$1] }
                #expect(abs(image - value * vector[row]) < 1e-13)
            }
        }
    }

    @Test("a consistent matrix of comparisons has its order as the principal eigenvalue")
    func principal() throws {
        let weights = [0.5, 0.3, 0.2], matrix = Table(columns: weights.map { below in weights.map { $0 / below } })
        let (value, vector) = try Eigensystem.principal(ofPositive: matrix)
        #expect(abs(value - 3) < 1e-13)
        #expect(zip(vector, weights).allSatisfy { abs($0 - $1) < 1e-13 })
    }

    @Test("what is no matrix is refused")
    func refusals() {
        #expect(throws: AlgebraFailure.notSquare) { try Eigensystem(ofSymmetric: Table(rows: 2, columns: 3, repeating: 0)) }
        #expect(throws: AlgebraFailure.notFinite) { try Eigensystem(ofSymmetric: Table(rows: 2, columns: 2)) }
    }
}
