import Base

/// A named set of weights: where it came from, and how far those who made it were apart.
package struct WeightSet: Hashable, Sendable, Codable {
    /// How the experts' answers for one node lay, in points of 100.
    package struct Spread: Hashable, Sendable, Codable {
        package var mean: Double
        package var median: Double
        package var lowerQuartile: Double
        package var upperQuartile: Double
        /// With n - 1; 0 for a single answer.
        package var deviation: Double
        package var answers: Int

        package init(
            mean: Double, median: Double, lowerQuartile: Double, upperQuartile: Double, deviation: Double, answers: Int
        ) {
            self.mean = mean
            self.median = median
            self.lowerQuartile = lowerQuartile
            self.upperQuartile = upperQuartile
            self.deviation = deviation
            self.answers = answers
        }
    }

    package var name: String
    /// By the node's code, within its whole.
    package var weights: [String: Double]
    package var spread: [String: Spread]
    /// Of the round that it was made of; nil for one that was typed or imported.
    package var round: Int?
    /// What the committee said when it signed.
    package var statement: String
    package var at: Instant

    package init(
        name: String, weights: [String: Double], spread: [String: Spread] = [:], round: Int? = nil, statement: String = "",
        at: Instant
    ) {
        self.name = name
        self.weights = weights
        self.spread = spread
        self.round = round
        self.statement = statement
        self.at = at
    }
}
