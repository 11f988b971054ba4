/// Uncertainty and sensitivity of an index: the method around which choices are varied, and everything that the runs share.
public struct Study: Sendable {
    public let base: Build
    public let factors: [Factor]
    /// Codes of those that are ranked: the base's in its order, after them those that only other choices let in.
    public let units: [String]
    /// In the base, by `units`; NaN where there is none.
    public let nominalRanks: [Double]
    public let nominalScores: [Double]
    let framework: Framework
    /// The node whose scores and ranks are looked at.
    let node: Int
    let plan: FactorPlan
    let choices: [PreparedChoice]

    /// `node`: whose scores are looked at; the index if nil.
    /// Throws `Problems`: those of the base, of the factors, and of every combination of their alternatives, before any run.
    public init(
        _ data: Dataset, framework: Framework, method: Method, factors: [Factor], node: String? = nil, workers: Int = 1
    ) throws {
        base = try Build(data, framework: framework, method: method)
        self.factors = factors
        self.framework = framework
        guard let position = node.map(framework.position) ?? framework.index else {
            throw Problems([.unknown(node: node ?? "")])
        }
        self.node = position
        let plan = try FactorPlan(factors, framework: framework, method: method)
        self.plan = plan
        var choices = try Study.prepare(plan, data, framework, workers)
        var codes = base.units.filter { $0.kind == .unit }.map(\.code)
        var numbers = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for choice in choices {
            for code in choice.codes where numbers[code] == nil {
                numbers[code] = codes.count
                codes.append(code)
            }
        }
        for place in choices.indices { choices[place].number(numbers) }
        self.choices = choices
        units = codes
        let rows = codes.map(base.row)
        (nominalRanks, nominalScores) = (
            rows.map { [base] in $0.map { base.ranks[$0, position] } ?? .nan },
            rows.map { [base] in $0.map { base.scores[$0, position] } ?? .nan }
        )
    }

    private static func prepare(
        _ plan: FactorPlan, _ data: Dataset, _ framework: Framework, _ workers: Int
    ) throws -> [PreparedChoice] {
        let results = Lanes.map(plan.preparations.count, workers: workers) { number in
            Result { try PreparedChoice(data, framework: framework, method: plan.preparations[number], plan: plan) }
        }
        var found: [Problem] = []
        var choices: [PreparedChoice] = []
        for result in results {
            do {
                choices.append(try result.get())
            } catch let problems as Problems {
                for problem in problems.list where !found.contains(problem) { found.append(problem) }
            }
        }
        if !found.isEmpty { throw Problems(found) }
        return choices
    }
}

/// One run of a study: by its units, NaN where there is none.
public struct Replication: Hashable, Sendable {
    public var scores: [Double]
    public var ranks: [Double]
}

extension Study {
    /// The run at a point of the unit cube, a number for each factor.
    public func replication(at point: [Double]) throws -> Replication {
        try check(factors: point.count)
        var replicator = Replicator(self)
        try replicator.run { point[$0] }
        return Replication(scores: replicator.scores, ranks: replicator.ranks)
    }

    /// The method of that run, with which a `Build` gives the same bits.
    public func method(at point: [Double]) throws -> Method {
        try check(factors: point.count)
        var preparation = 0, aggregation = 0, ranking = 0
        var weights = plan.weights
        for (effect, number) in zip(plan.effects, point) {
            switch effect {
            case .preparation(let options, let stride): preparation += stride * Factor.option(number, of: options)
            case .aggregation(let options, let stride): aggregation += stride * Factor.option(number, of: options)
            case .ranking(let options): ranking = Factor.option(number, of: options)
            case .weights(let sets):
                for pair in sets[Factor.option(number, of: sets.count)] { weights[pair.node] = pair.weight }
            case .noise: break
            }
        }
        for (effect, number) in zip(plan.effects, point) {
            if case .noise(let node, let share) = effect { weights[node] *= 1 + share * (2 * number - 1) }
        }
        var chosen = plan.aggregations[aggregation]
        let codes = framework.nodes.map(\.code)
        chosen.weights = .named("replication", Dictionary(uniqueKeysWithValues: zip(codes, weights)))
        var method = plan.preparations[preparation]
        method.steps[method.steps.count - 1] = .aggregate(chosen)
        method.ranking = plan.rankings[ranking]
        return method
    }

    func check(factors count: Int) throws {
        guard count == factors.count else {
            throw Problems([
                Problem("study-design", ["\(count)"], "\(count) numbers for a study with \(factors.count) factors")
            ])
        }
    }
}
