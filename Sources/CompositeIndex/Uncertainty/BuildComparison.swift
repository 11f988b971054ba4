/// An index beside another one of the same or other choices, unit by unit, by code: the order of the two does not matter.
public struct BuildComparison: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var unit: String
        /// nil where the index has none for the unit.
        public var nominalScore: Double?
        public var score: Double?
        public var nominalRank: Double?
        public var rank: Double?

        /// Places lost (more than 0) or won; nil if one of the ranks is missing.
        public var shift: Double? {
            guard let rank, let nominalRank else { return nil }
            return rank - nominalRank
        }
    }

    /// Units of the nominal index in its order, after them those of the other alone. Groups that are not ranked are left out.
    public let rows: [Row]
    /// The mean of |shift|; nil if no unit is in both.
    public let meanShift: Double?
    public let greatestShift: Double?
    /// Of the scores, Pearson's and Spearman's; nil if one of the two is flat.
    public let correlation: Double?
    public let rankCorrelation: Double?

    public init(nominal: Build, other: Build) {
        let codes = nominal.units.filter { $0.kind == .unit }.map(\.code)
        let known = Set(codes)
        let added = other.units.filter { $0.kind == .unit && !known.contains($0.code) }.map(\.code)
        let (old, new) = (Scores(nominal), Scores(other))
        rows = (codes + added).map { code in
            Row(
                unit: code, nominalScore: old.scores[code], score: new.scores[code], nominalRank: old.ranks[code],
                rank: new.ranks[code])
        }
        let shifts = rows.compactMap(\.shift).map(abs)
        meanShift = shifts.isEmpty ? nil : shifts.reduce(0, +) / Double(shifts.count)
        greatestShift = shifts.max()
        let (x, y) = (rows.map { $0.nominalScore ?? .nan }, rows.map { $0.score ?? .nan })
        correlation = BuildComparison.correlation(.pearson, x, y)
        rankCorrelation = BuildComparison.correlation(.spearman, x, y)
    }

    private static func correlation(_ kind: Correlation.Kind, _ x: [Double], _ y: [Double]) -> Double? {
        let coefficient = Correlation(kind, x[...], y[...]).coefficient
        return coefficient.isNaN ? nil : coefficient
    }

    /// Of the index, by the code of the unit.
    private struct Scores {
        var scores: [String: Double] = [:]
        var ranks: [String: Double] = [:]

        init(_ build: Build) {
            let index = build.framework.index
            for (row, unit) in build.units.enumerated() where unit.kind == .unit {
                let (score, rank) = (build.scores[row, index], build.ranks[row, index])
                if !score.isNaN { scores[unit.code] = score }
                if !rank.isNaN { ranks[unit.code] = rank }
            }
        }
    }
}

/// Several ways of making an index side by side. The first is the one that the others are compared with.
public struct Scenarios: Sendable {
    public struct Scenario: Sendable {
        public var name: String
        public var build: Build

        public init(name: String, build: Build) {
            self.name = name
            self.build = build
        }
    }

    public let scenarios: [Scenario]
    /// One a scenario, with the first; of the first with itself too.
    public let comparisons: [BuildComparison]

    /// `methods` by name, in the order in which they are shown. They are built on the same data and framework.
    /// Throws `Problems` of all of them, each with the name of its scenario before the sentence.
    public init(_ data: Dataset, framework: Framework, methods: [(name: String, method: Method)]) throws {
        var found: [Problem] = []
        var built: [Scenario] = []
        for (name, method) in methods {
            do {
                built.append(Scenario(name: name, build: try Build(data, framework: framework, method: method)))
            } catch let problems as Problems {
                found += problems.list.map { $0.said(of: name) }
            }
        }
        if !found.isEmpty { throw Problems(found) }
        self.init(built)
    }

    public init(_ scenarios: [Scenario]) {
        self.scenarios = scenarios
        comparisons = scenarios.map { BuildComparison(nominal: scenarios[0].build, other: $0.build) }
    }

    /// Rank of a unit in each scenario, nil where it has none.
    public func ranks(of unit: String) -> [Double?] {
        comparisons.map { $0.rows.first { $0.unit == unit }?.rank }
    }
}

extension Problem {
    /// The same, with what it is about before the sentence.
    func said(of name: String) -> Problem {
        var result = self
        result.message = "\(name): \(message)"
        return result
    }
}
