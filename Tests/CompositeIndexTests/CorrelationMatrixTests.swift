import CompositeIndex
import Testing

@Suite struct CorrelationMatrixTests {
    static let normalised = AsemCorpus.file("step-Normalised.csv")

    @Test("the matrix is symmetric with 1 in the diagonal, and counts pairs")
    func shape() {
        let matrix = CorrelationMatrix(of: Table(columns: [[1, 2, 3, 5], [2, .nan, 1, 0], [7, 7, 7, 7]]))
        #expect(matrix.coefficients[0, 0] == 1 && matrix.p[0, 0] == 0)
        #expect(matrix.coefficients[0, 1] == matrix.coefficients[1, 0] && matrix.coefficients[0, 1] < 0)
        #expect(matrix.coefficients[2, 2].isNaN)
        #expect(matrix.counts == [[4, 3, 4], [3, 3, 3], [4, 3, 4]])
    }

    @Test("covariances are pairwise, with n - 1")
    func covariances() {
        let matrix = CorrelationMatrix.covariances(of: Table(columns: [[1, 2, 3, .nan], [2, 4, 9, 5]]))
        #expect(matrix[0, 0] == 1 && matrix[0, 1] == 3.5)
        #expect(abs(matrix[1, 1] - 26.0 / 3) < 1e-14)
    }

    @Test(
        "all pairs of the ASEM indicators, in three kinds", .enabled(if: normalised != nil),
        arguments: Correlation.Kind.allCases)
    func asem(kind: Correlation.Kind) throws {
        let table = try #require(Self.normalised)
        let expected = try #require(AsemCorpus.file("corr-Normalised-\(kind.rawValue).csv"))
        let codes = expected.texts("Var1").prefix(49).map { $0 }
        let matrix = CorrelationMatrix(kind, of: table.table(codes))
        #expect(expected.rows.count == 49 * 49)
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        for row in expected.rows {
            let one = try #require(places[row[0]]), other = try #require(places[row[1]])
            #expect(abs(matrix.coefficients[one, other] - expected.number("Correlation", in: row)) < 1e-12)
        }
    }
}
