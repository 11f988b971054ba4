import CompositeIndex

/// What other choices would do to the ranks: each alone in the place of the one that the method makes.
package struct MethodScenarios: Sendable {
    package enum Change: Hashable, Sendable {
        case frameworkWeights
        case equalWeights
        case set(String)
        case arithmetic
        case geometric
        case untreated
        case unfilled
        case minMax
        case zScore
        /// Ranks in the place of values.
        case ranks
    }
    package struct Line: Sendable {
        package let change: Change
        /// nil if the index cannot be computed that way.
        package let comparison: BuildComparison?

        /// The first of those whose rank moves most, by code.
        package var mover: BuildComparison.Row? {
            comparison?.rows.filter { $0.shift != nil }.max { abs($0.shift ?? 0) < abs($1.shift ?? 0) }
        }
    }

    /// Changes that change nothing are left out.
    package let lines: [Line]

    package init(_ content: IndexContent, _ build: Build) {
        let sets = content.weightSets.map { Change.set($0.name) }
        let all: [Change] =
            [.frameworkWeights, .equalWeights] + sets + [
                .arithmetic, .geometric, .untreated, .unfilled, .minMax, .zScore, .ranks,
            ]
        lines = all.compactMap { change in
            var other = content
            other.method = MethodScenarios.changed(content.method, change, content)
            guard other.method != content.method else { return nil }
            let comparison = (try? other.build()).map { BuildComparison(nominal: build, other: $0) }
            return Line(change: change, comparison: comparison)
        }
    }

    private static func changed(_ method: Method, _ change: Change, _ content: IndexContent) -> Method {
        var method = method
        switch change {
        case .frameworkWeights: method.aggregation?.weights = .framework
        case .equalWeights: method.aggregation?.weights = .equal
        case .set(let name):
            let set = content.weightSets.first { $0.name == name }
            method.aggregation?.weights = .named(name, set?.weights ?? [:])
        case .arithmetic: turn(&method, .arithmetic, content)
        case .geometric: turn(&method, .geometric, content)
        case .untreated: method.steps.removeAll { if case .treat = $0 { true } else { false } }
        case .unfilled: method.steps.removeAll { if case .impute = $0 { true } else { false } }
        case .minMax: scale(&method, .minMax(low: 1, high: 100))
        case .zScore: scale(&method, .zScore(mean: 0, deviation: 1))
        case .ranks: scale(&method, .rank)
        }
        return method
    }

    /// The mean by which the uppermost parts become the index.
    private static func turn(_ method: inout Method, _ rule: Aggregation.Rule, _ content: IndexContent) {
        guard var aggregation = method.aggregation, let top = content.top, !aggregation.levels.isEmpty else { return }
        var level = aggregation.level(of: top)
        guard level.rule != rule else { return }
        level.rule = rule
        aggregation.individual[top.code] = level
        method.aggregation = aggregation
    }

    private static func scale(_ method: inout Method, _ rule: Normalisation.Rule) {
        for place in method.steps.indices {
            guard case .normalise(var normalisation) = method.steps[place] else { continue }
            // A scale of another length is the same scale.
            if case .minMax = rule, case .minMax = normalisation.rule { return }
            normalisation.rule = rule
            method.steps[place] = .normalise(normalisation)
        }
    }
}
