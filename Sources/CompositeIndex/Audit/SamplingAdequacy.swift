/// Whether some columns have enough in common for a factor analysis (Handbook, step 4), over the units that have all of them.
public struct SamplingAdequacy: Sendable {
    /// Kaiser, Meyer and Olkin: Σr²/(Σr² + Σp²) over all pairs, r their correlations and p their partial correlations given
    /// the others (Kaiser 1974). Above 0.6 is wanted.
    public let overall: Double
    /// The same over the pairs of each column.
    public let columns: [Double]
    /// Bartlett's χ² = -(n - 1 - (2k + 5)/6) ln|R| (Bartlett 1950), with k(k - 1)/2 degrees of freedom.
    public let sphericity: Double
    public let degrees: Int
    /// How likely so large a χ² is if no two columns have anything to do with one another.
    public let p: Double
    /// Units that have all columns.
    public let count: Int

    /// Throws `Problems` for fewer than two columns, flat ones, or such as depend on one another; `codes` of the columns.
    public init(of values: Table, codes: [String]) throws {
        guard values.columns > 1 else {
            let message = "sampling adequacy needs two columns or more: \(codes.joined(separator: ", "))"
            throw Problems([Problem("adequacy-alone", codes, message)])
        }
        let complete = (0..<values.rows).filter { !values.row($0).contains(where: \.isNaN) }
        let kept = values.keeping(rows: complete), matrix = CorrelationMatrix(of: kept).coefficients
        do {
            let inverse = try LinearSystem.inverse(of: matrix)
            let logDeterminant = try LinearSystem.logDeterminant(ofPositiveDefinite: matrix)
            // Where rounding alone keeps columns apart, all but a trillionth of one's variance follows from the others.
            guard (0..<values.columns).allSatisfy({ inverse[$0, $0] < 1e12 }) else { throw AlgebraFailure.singular }
            (overall, columns) = SamplingAdequacy.measures(matrix, inverse)
            count = complete.count
            degrees = values.columns * (values.columns - 1) / 2
            let factor = Double(complete.count) - 1 - Double(2 * values.columns + 5) / 6
            sphericity = factor > 0 ? -factor * logDeterminant : .nan
            p = SurvivalFunctions.chiSquare(sphericity, degrees: Double(degrees))
        } catch is AlgebraFailure {
            let message = "\(codes.joined(separator: ", ")): one is flat or follows from the others, or there are too few units"
            throw Problems([Problem("adequacy-dependent", codes, message)])
        }
    }

    private static func measures(_ matrix: Table, _ inverse: Table) -> (Double, [Double]) {
        var simple = Array(repeating: 0.0, count: matrix.columns), partial = simple
        for one in 0..<matrix.columns {
            for other in 0..<matrix.columns where other != one {
                let r = matrix[one, other], scale = inverse[one, one] * inverse[other, other]
                simple[one] += r * r
                partial[one] += inverse[one, other] * inverse[one, other] / scale
            }
        }
        let all = simple.reduce(0, +), rest = partial.reduce(0, +)
        return (all / (all + rest), zip(simple, partial).map { $0 / ($0 + $1) })
    }
}
