/// How a distribution leans and how heavy its tails are, from a sample.
public enum Shape {
    /// G1 = √(n(n-1))/(n-2) · m3/m2^1.5 and the excess kurtosis G2 = (n-1)/((n-2)(n-3)) · ((n+1)(m4/m2² - 3) + 6), as in
    /// spreadsheets (Joanes and Gill 1998, type 2). nil with fewer than 3 and 4 values, and where there is no spread.
    /// `values` has no gaps.
    public static func of(_ values: [Double]) -> (skewness: Double?, kurtosis: Double?) {
        let n = Double(values.count)
        guard values.count > 2 else { return (nil, nil) }
        var sum = 0.0
        for value in values { sum += value }
        let mean = sum / n
        var m2 = 0.0, m3 = 0.0, m4 = 0.0
        for value in values {
            let difference = value - mean
            let square = difference * difference
            m2 += square
            m3 += square * difference
            m4 += square * square
        }
        (m2, m3, m4) = (m2 / n, m3 / n, m4 / n)
        // What rounding alone makes of equal numbers is no spread.
        guard m2.squareRoot() > 1e-14 * abs(mean) else { return (nil, nil) }
        let skewness = (n * (n - 1)).squareRoot() / (n - 2) * m3 / (m2 * m2.squareRoot())
        guard values.count > 3 else { return (skewness, nil) }
        let kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / (m2 * m2) - 3) + 6)
        return (skewness, kurtosis)
    }
}
