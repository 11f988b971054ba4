/// How the parts of a node become its score.
public struct Aggregation: Hashable, Sendable, Codable {
    public enum Penalty: Int, Sendable, Codable, Hashable {
        /// For indices in which more is better.
        case negative = -1
        case positive = 1
    }

    /// The least and the most that each part may contribute to the score, from 0 to 1.
    public struct ShareBounds: Hashable, Sendable, Codable {
        public var least: Double
        public var most: Double

        public init(least: Double, most: Double) {
            self.least = least
            self.most = most
        }
    }

    /// w: weights, x: the parts that are there.
    public enum Rule: Hashable, Sendable, Codable {
        /// Σwx/Σw.
        case arithmetic
        /// exp(Σw ln x/Σw), x > 0.
        case geometric
        /// Σw/Σ(w/x), x > 0.
        case harmonic
        /// (Σw x^p/Σw)^(1/p), p not 0.
        case power(Double)
        /// Weighted: the middle of the parts in order, each as long as its weight.
        case median
        case minimum
        /// Units beaten less units beaten by, each pair by the weight of the parts in which one is ahead.
        case copeland
        /// M (1 ± (S/M)²), M and S the mean and the deviation (n - 1) of the parts, which are z-scores of mean 100 and deviation
        /// 10 (De Muro, Mazziotta and Pareto 2011).
        case mazziottaPareto(Penalty)
        /// The same with the deviation by n, for parts that are `centred` at 100 (Mazziotta and Pareto 2016).
        case adjustedMazziottaPareto(Penalty)
        /// Each unit with the weights that suit it best (Melyn and Moesen 1991).
        case benefitOfTheDoubt(ShareBounds?)
    }

    /// What happens where parts are missing.
    public enum Missing: Hashable, Sendable, Codable {
        /// The weights of the others are scaled up.
        case rescale
        /// As `rescale`, if at least this share of the parts (by number) is there; else the whole is missing.
        case threshold(Double)
        /// The whole is missing.
        case strict
        /// The part is filled with the mean of that part over the units of the same group of this grouping; what is still
        /// missing, as `rescale`.
        case groupMean(String)
    }

    public struct Level: Hashable, Sendable, Codable {
        public var rule: Rule
        public var missing: Missing

        public init(_ rule: Rule, missing: Missing = .rescale) {
            self.rule = rule
            self.missing = missing
        }
    }

    public enum Weights: Hashable, Sendable, Codable {
        /// Those of the nodes.
        case framework
        case equal
        /// A named set: by code; nodes that it does not name keep their own.
        case named(String, [String: Double])
    }

    /// For level 2, 3, ...; the last goes on to the top.
    public var levels: [Level]
    /// Nodes that follow another rule, by code.
    public var individual: [String: Level]
    public var weights: Weights

    public init(_ levels: [Level], individual: [String: Level] = [:], weights: Weights = .framework) {
        self.levels = levels
        self.individual = individual
        self.weights = weights
    }

    public func level(of node: Node) -> Level {
        individual[node.code] ?? levels[min(max(node.level - 2, 0), levels.count - 1)]
    }
}
