/// Whether some columns measure one thing (Handbook, step 4).
public enum Reliability {
    /// Cronbach's α = k/(k-1) · (1 - Σ variances / Σ all covariances), pair by pair over the units that have both (Cronbach
    /// 1951). NaN for fewer than two columns and where a covariance cannot be said.
    public static func alpha(of values: Table) -> Double {
        guard values.columns > 1 else { return .nan }
        return alpha(ofCovariances: CorrelationMatrix.covariances(of: values), Array(0..<values.columns))
    }

    /// α without each of the columns in turn: above α of all, the column belongs elsewhere.
    public static func alphaWithoutEach(of values: Table) -> [Double] {
        let covariances = CorrelationMatrix.covariances(of: values)
        return (0..<values.columns).map { gone in
            alpha(ofCovariances: covariances, (0..<values.columns).filter { $0 != gone })
        }
    }

    private static func alpha(ofCovariances matrix: Table, _ columns: [Int]) -> Double {
        guard columns.count > 1 else { return .nan }
        let count = Double(columns.count), variances = columns.reduce(0) { $0 + matrix[$1, $1] }
        let all = columns.reduce(0) { sum, column in columns.reduce(sum) { $0 + matrix[$1, column] } }
        return count / (count - 1) * (1 - variances / all)
    }
}
