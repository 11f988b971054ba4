import Base

/// How the answers of a round lay, by node: what every expert is shown, and what a signed set of weights keeps. Nobody's answer can
/// be told from it: with fewer than three there is none.
package struct ExpertStatistics: Hashable, Sendable {
    package static let least = 3

    /// By the code of the part.
    package let spread: [String: WeightSet.Spread]

    package init(_ round: ExpertRound, _ answers: [ExpertAnswer]) {
        var spread: [String: WeightSet.Spread] = [:]
        for whole in round.wholes {
            for part in whole.parts {
                let points = answers.compactMap { $0.points[whole.code]?[part] }.sorted()
                if !points.isEmpty { spread[part] = ExpertStatistics.spread(points) }
            }
        }
        self.spread = spread
    }

    /// `points` rising. Quantiles are R's type 7; the deviation is with n - 1.
    package static func spread(_ points: [Double]) -> WeightSet.Spread {
        let count = Double(points.count)
        let mean = points.reduce(0, +) / count
        let squares = points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return WeightSet.Spread(
            mean: mean, median: quantile(points, 0.5), lowerQuartile: quantile(points, 0.25),
            upperQuartile: quantile(points, 0.75),
            deviation: points.count > 1 ? (squares / (count - 1)).squareRoot() : 0, answers: points.count)
    }

    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = Double(sorted.count - 1) * share
        let low = Int(place)
        guard low + 1 < sorted.count else { return sorted[low] }
        return sorted[low] + (place - Double(low)) * (sorted[low + 1] - sorted[low])
    }
}
