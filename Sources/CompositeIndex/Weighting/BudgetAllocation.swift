/// Experts spread a budget of points over the parts of a node, in one round or more, with the others' spread before their eyes
/// in between (Handbook, step 6).
public struct BudgetAllocation: Hashable, Sendable {
    /// What one expert gave, by the code of the part. A part without an entry has not been thought of: 0 must be said.
    public struct Sheet: Hashable, Sendable, Codable {
        public var expert: String
        public var points: [String: Double]

        public init(expert: String, points: [String: Double]) {
            self.expert = expert
            self.points = points
        }
    }

    public struct Round: Hashable, Sendable, Codable {
        public var name: String
        public var sheets: [Sheet]

        public init(name: String, sheets: [Sheet]) {
            self.name = name
            self.sheets = sheets
        }
    }

    public let node: String
    public let codes: [String]
    public let budget: Double
    /// In order; the last one counts.
    public let rounds: [Round]

    /// Throws `Problems` with everything that is wrong in any sheet.
    public init(node: String, codes: [String], budget: Double = 100, rounds: [Round]) throws {
        let problems = BudgetAllocation.problems(node: node, codes: codes, budget: budget, rounds: rounds)
        if !problems.isEmpty { throw Problems(problems) }
        self.node = node
        self.codes = codes
        self.budget = budget
        self.rounds = rounds
    }

    /// Of each part over the experts: mean, median, deviation, quartiles, in points. `round` from 0; the last if nil.
    public func spread(round: Int? = nil) -> [String: Moments] {
        let sheets = sheets(round)
        return Dictionary(
            codes.map { code in (code, Moments(of: sheets.map { $0.points[code] ?? .nan })) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The mean of the experts, scaled to sum to 1.
    public func weighting(round: Int? = nil) -> Weighting {
        Weighting(spread(round: round).mapValues { $0.mean / budget })
    }

    /// The weights of each expert, summing to 1, in the order of the sheets: options of equal chance for a Monte Carlo.
    public func weightSets(round: Int? = nil) -> [(expert: String, weights: [String: Double])] {
        sheets(round).map { ($0.expert, $0.points.mapValues { $0 / budget }) }
    }

    /// Kendall's W of the experts' orders of the parts.
    public func agreement(round: Int? = nil) -> Concordance {
        Concordance(of: sheets(round).map { sheet in codes.map { sheet.points[$0] ?? 0 } })
    }

    private func sheets(_ round: Int?) -> [Sheet] { rounds[min(max(round ?? rounds.count - 1, 0), rounds.count - 1)].sheets }
}

extension BudgetAllocation {
    /// What a round has changed.
    public struct Change: Hashable, Sendable {
        /// Of the mean of each part, in points.
        public var means: [String: Double]
        /// Points that each expert who was in both rounds has moved from some parts to others.
        public var moved: [String: Double]
        public var joined: [String]
        public var left: [String]
        /// Of Kendall's W: above 0 the experts have come nearer to one another.
        public var agreement: Double
    }

    /// From one round to another, from 0.
    public func change(from: Int, to: Int) -> Change {
        let before = spread(round: from), after = spread(round: to)
        let old = Dictionary(sheets(from).map { ($0.expert, $0.points) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(sheets(to).map { ($0.expert, $0.points) }, uniquingKeysWith: { first, _ in first })
        var means: [String: Double] = [:], moved: [String: Double] = [:]
        for code in codes { means[code] = (after[code]?.mean ?? .nan) - (before[code]?.mean ?? .nan) }
        for (expert, points) in new {
            guard let earlier = old[expert] else { continue }
            moved[expert] = codes.reduce(0) { $0 + abs((points[$1] ?? 0) - (earlier[$1] ?? 0)) } / 2
        }
        return Change(
            means: means, moved: moved, joined: new.keys.filter { old[$0] == nil }.sorted(),
            left: old.keys.filter { new[$0] == nil }.sorted(),
            agreement: agreement(round: to).coefficient - agreement(round: from).coefficient)
    }
}
