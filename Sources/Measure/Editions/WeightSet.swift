import Base
import CompositeIndex

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

    /// How weights of some wholes were computed: enough to compute them again from the same revision.
    package struct Origin: Hashable, Sendable, Codable {
        package enum Way: String, CaseIterable, Hashable, Sendable, Codable {
            /// The loadings of the first principal component.
            case component
            /// Factors, the Handbook's way.
            case factors
            case entropy
            case critic
            /// So that each part has the importance that is wanted.
            case importance
            /// Comparisons in pairs.
            case hierarchy
        }
        /// What importance each part is to have.
        package enum Target: String, CaseIterable, Hashable, Sendable, Codable {
            case equal
            /// That of its weight before.
            case weights
        }

        package var way: Way
        /// The nodes whose parts it gives weights, as they were called then, from the bottom up.
        package var nodes: [String]
        package var target: Target?
        package var judgements: [AnalyticHierarchy.Judgement]?
        /// Of the judgements; `AnalyticHierarchy.limit` and more is not kept.
        package var consistency: Double?
        /// Of the edition: its framework, data and method.
        package var revision: Int
        /// What somebody should think about.
        package var warnings: [Problem]

        package init(
            way: Way, nodes: [String], target: Target? = nil, judgements: [AnalyticHierarchy.Judgement]? = nil,
            consistency: Double? = nil, revision: Int, warnings: [Problem] = []
        ) {
            self.way = way
            self.nodes = nodes
            self.target = target
            self.judgements = judgements
            self.consistency = consistency
            self.revision = revision
            self.warnings = warnings
        }
    }

    package var name: String
    /// By the node's code, within its whole.
    package var weights: [String: Double]
    package var spread: [String: Spread]
    /// Of the round that it was made of; nil for one that was typed or imported.
    package var round: Int?
    /// What was said when it was signed or kept.
    package var statement: String
    package var at: Instant
    /// Of a set that was computed, whole by whole, the earlier first; nil for one that was not.
    package var origins: [Origin]?
    /// Where the weights of the other wholes come from: `framework`, `equal` or another set's name.
    package var base: String?

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
