/// How two columns go together, over the rows in which both have a number.
public struct Correlation: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case pearson
        /// Pearson's of the ranks; ties have the average of theirs.
        case spearman
        /// τ-b.
        case kendall
    }

    /// From -1 to 1; NaN if a column is flat or has too few numbers.
    public let coefficient: Double
    /// Two-sided: how likely a coefficient at least so far from 0 is if the columns have nothing to do with one another.
    /// By Student's t with n - 2 degrees of freedom; for Kendall by the normal approximation with the variance for ties
    /// (Kendall 1970). NaN for fewer than three rows.
    public let p: Double
    /// Rows that both have.
    public let count: Int

    public init(_ kind: Kind, _ x: ArraySlice<Double>, _ y: ArraySlice<Double>) {
        let (x, y) = Correlation.paired(x, y)
        count = x.count
        switch kind {
        case .pearson: coefficient = Correlation.pearson(x, y)
        case .spearman: coefficient = Correlation.pearson(Correlation.averageRanks(x), Correlation.averageRanks(y))
        case .kendall:
            let counts = ConcordanceCounts(x, y)
            coefficient = counts.tau
            p = x.count > 2 ? SurvivalFunctions.normalTwoSided(counts.score) : .nan
            return
        }
        let degrees = Double(x.count - 2), rest = 1 - coefficient * coefficient
        let t = coefficient * (degrees / max(rest, 0)).squareRoot()
        p = degrees > 0 ? SurvivalFunctions.studentTwoSided(t, degrees: degrees) : .nan
    }

    /// The numbers of the rows in which both have one.
    static func paired(_ x: ArraySlice<Double>, _ y: ArraySlice<Double>) -> ([Double], [Double]) {
        var left: [Double] = [], right: [Double] = []
        left.reserveCapacity(x.count)
        right.reserveCapacity(y.count)
        for (one, other) in zip(x, y) where !one.isNaN && !other.isNaN {
            left.append(one)
            right.append(other)
        }
        return (left, right)
    }

    /// Without missing cells.
    static func pearson(_ x: [Double], _ y: [Double]) -> Double {
        guard x.count > 1, let firstX = x.first, let firstY = y.first else { return .nan }
        // A flat column differs from its mean by rounding, which correlates with anything.
        guard x.contains(where: { $0 != firstX }), y.contains(where: { $0 != firstY }) else { return .nan }
        let products = crossProducts(x, y)
        return min(1, max(-1, products.xy / (products.xx.squareRoot() * products.yy.squareRoot())))
    }

    /// Sums over the rows of the products of the differences from the means.
    static func crossProducts(_ x: [Double], _ y: [Double]) -> (xx: Double, xy: Double, yy: Double) {
        let n = Double(x.count), meanX = x.reduce(0, +) / n, meanY = y.reduce(0, +) / n
        var xx = 0.0, xy = 0.0, yy = 0.0
        for place in x.indices {
            let a = x[place] - meanX, b = y[place] - meanY
            xx += a * a
            xy += a * b
            yy += b * b
        }
        return (xx, xy, yy)
    }

    /// From 1, ascending; ties have the average of their ranks. Without missing cells.
    static func averageRanks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        var ranks = values, start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
            start = end
        }
        return ranks
    }
}

/// Kendall's counts of pairs of rows.
private struct ConcordanceCounts {
    /// (concordant - discordant) / √(pairs not tied in x · pairs not tied in y).
    let tau: Double
    /// Concordant - discordant, over its standard deviation if there is no relation (Kendall 1970, with ties).
    let score: Double

    init(_ x: [Double], _ y: [Double]) {
        var difference = 0
        for one in x.indices {
            let a = x[one], b = y[one]
            for other in 0..<one {
                let left = (a > x[other] ? 1 : 0) - (a < x[other] ? 1 : 0)
                let right = (b > y[other] ? 1 : 0) - (b < y[other] ? 1 : 0)
                difference += left * right
            }
        }
        let n = Double(x.count), pairs = n * (n - 1) / 2
        let tiesX = ConcordanceCounts.ties(x), tiesY = ConcordanceCounts.ties(y)
        let total = { (ties: [Double], term: (Double) -> Double) in ties.reduce(0) { $0 + term($1) } }
        let two = { (t: Double) in t * (t - 1) }, three = { (t: Double) in t * (t - 1) * (t - 2) }
        let spread = { (t: Double) in t * (t - 1) * (2 * t + 5) }
        tau = Double(difference) / ((pairs - total(tiesX, two) / 2) * (pairs - total(tiesY, two) / 2)).squareRoot()
        let variance =
            (spread(n) - total(tiesX, spread) - total(tiesY, spread)) / 18
            + total(tiesX, three) * total(tiesY, three) / (9 * three(n))
            + total(tiesX, two) * total(tiesY, two) / (2 * two(n))
        score = Double(difference) / variance.squareRoot()
    }

    /// The sizes of groups of equal numbers.
    private static func ties(_ values: [Double]) -> [Double] {
        let sorted = values.sorted()
        var sizes: [Double] = [], start = 0
        for place in sorted.indices.dropFirst() where sorted[place] != sorted[start] {
            if place - start > 1 { sizes.append(Double(place - start)) }
            start = place
        }
        if sorted.count - start > 1 { sizes.append(Double(sorted.count - start)) }
        return sizes
    }
}
