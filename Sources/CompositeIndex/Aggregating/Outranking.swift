/// Pairs of units by the weight of the parts in which one is ahead of the other (Munda and Nardo 2009).
public struct Outranking: Sendable {
    public let count: Int
    /// `ahead[i * count + j]`: the weight of the parts in which i is ahead of j, ties at half; only of parts that both have.
    private let ahead: [Double]

    /// `parts` units by parts; a missing part of either of a pair counts for neither.
    public init(parts: Table, weights: [Double]) {
        count = parts.rows
        var ahead = Array(repeating: 0.0, count: count * count)
        for (part, weight) in weights.enumerated() {
            let values = Array(parts.column(part))
            for one in 0..<count {
                let value = values[one]
                for other in 0..<count {
                    // A comparison with a missing value is never true.
                    ahead[one * count + other] += value > values[other] ? weight : value == values[other] ? weight / 2 : 0
                }
            }
        }
        self.ahead = ahead
    }

    /// The share of the weight, 0 to 1, in which one is ahead; 0.5 for a unit and itself, and for pairs with nothing in common.
    public func share(_ one: Int, over other: Int) -> Double {
        let forth = ahead[one * count + other], back = ahead[other * count + one]
        return one == other || forth + back == 0 ? 0.5 : forth / (forth + back)
    }

    /// Units beaten less units beaten by. The two sums of weights are compared with each other, with a tolerance of rounding:
    /// shares that are compared with a half misread ties (sums of 1/49 give 0.49999999999999994).
    public var copeland: [Int] {
        (0..<count).map { one in
            var score = 0
            for other in 0..<count where other != one {
                let forth = ahead[one * count + other], back = ahead[other * count + one]
                if abs(forth - back) <= 1e-10 * (forth + back) { continue }
                score += forth > back ? 1 : -1
            }
            return score
        }
    }
}
