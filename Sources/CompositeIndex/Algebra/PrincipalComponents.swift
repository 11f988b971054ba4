/// Principal components of the correlations of some columns, over the units that have all of them.
public struct PrincipalComponents: Sendable {
    /// Descending; they sum to the number of columns.
    public let eigenvalues: [Double]
    /// Columns by components, each component of length 1, turned so that its elements sum to 0 or more: the sign is free.
    public let vectors: Table
    /// Units that have all columns.
    public let count: Int

    /// Throws `Problems` if a column is flat or fewer than three units are complete; `codes` of the columns.
    public init(of table: Table, codes: [String]) throws {
        let complete = (0..<table.rows).filter { !table.row($0).contains(where: \.isNaN) }
        let kept = table.keeping(rows: complete)
        var problems: [Problem] = []
        if complete.count < 3 {
            let message = "\(complete.count) units have all of \(codes.joined(separator: ", ")): components need 3 or more"
            problems.append(Problem("components-few-units", codes, message))
        } else {
            for column in 0..<kept.columns where Moments.isFlat(kept.column(column)) {
                problems.append(
                    Problem("components-flat", [codes[column]], "\(codes[column]) is the same for all complete units"))
            }
        }
        if kept.columns == 0 { problems.append(Problem("components-none", [], "there are no columns to find components of")) }
        if !problems.isEmpty { throw Problems(problems) }
        do {
            let system = try Eigensystem(ofSymmetric: CorrelationMatrix(of: kept).coefficients)
            // Columns that depend on one another leave eigenvalues of 0, which rounding takes below.
            eigenvalues = system.values.map { max($0, 0) }
            vectors = system.vectors
            count = complete.count
        } catch let failure as AlgebraFailure {
            throw Problems([Problem("components-unsolved", codes, "the components could not be computed: \(failure)")])
        }
    }

    /// Share of the variance that each component explains.
    public var shares: [Double] { eigenvalues.map { $0 / Double(eigenvalues.count) } }

    /// Correlations of the columns with the first components: vectors times the roots of the eigenvalues.
    public func loadings(_ components: Int) -> Table {
        var result = vectors.keeping(columns: Array(0..<min(components, eigenvalues.count)))
        for column in 0..<result.columns {
            for row in 0..<result.rows { result[row, column] *= eigenvalues[column].squareRoot() }
        }
        return result
    }
}
