import Testing

@testable import CompositeIndex

@Suite("Build comparison")
struct BuildComparisonTests {
    private func method(_ rule: Aggregation.Rule) -> Method {
        var method = SmallIndex.method
        method.steps[3] = .aggregate(Aggregation([Aggregation.Level(rule)]))
        return method
    }

    @Test("scenarios stand side by side, each compared with the first, by code")
    func scenarios() throws {
        let scenarios = try Scenarios(
            SmallIndex.data, framework: SmallIndex.framework(),
            methods: [("mean", method(.arithmetic)), ("product", method(.geometric)), ("worst", method(.minimum))])
        let first = scenarios.comparisons[0]
        #expect(first.meanShift == 0 && first.greatestShift == 0)
        #expect(abs((first.correlation ?? 0) - 1) < 1e-12 && abs((first.rankCorrelation ?? 0) - 1) < 1e-12)
        for (scenario, comparison) in zip(scenarios.scenarios, scenarios.comparisons) {
            for row in comparison.rows {
                #expect(row.rank == scenario.build.rank(of: row.unit, "X"))
                #expect(row.nominalScore == scenarios.scenarios[0].build.score(of: row.unit, "X"))
            }
            let shifts = comparison.rows.map { abs($0.shift ?? .nan) }
            #expect(comparison.meanShift == shifts.reduce(0, +) / 6 && comparison.greatestShift == shifts.max())
        }
        #expect(scenarios.ranks(of: "W") == scenarios.scenarios.map { $0.build.rank(of: "W", "X") })
    }

    @Test("units of one index alone have no shift, and another order of units changes nothing")
    func units() throws {
        let framework = try SmallIndex.framework()
        let all = try Build(SmallIndex.data, framework: framework, method: method(.arithmetic))
        var data = SmallIndex.data
        data.units = data.units.reversed()
        data.values = data.values.keeping(rows: Array((0..<6).reversed()))
        let turned = BuildComparison(nominal: all, other: try Build(data, framework: framework, method: method(.arithmetic)))
        #expect(turned.meanShift == 0)
        var screened = method(.arithmetic)
        screened.steps[0] = .screen(Screening(leastPresent: 1))
        let fewer = try Build(SmallIndex.data, framework: framework, method: screened)
        let comparison = BuildComparison(nominal: fewer, other: all)
        #expect(comparison.rows.map(\.unit) == ["U", "W", "Y", "Q", "V", "Z"])
        #expect(comparison.rows.map { $0.shift == nil } == [false, false, false, false, true, true])
        #expect(comparison.rows[5].nominalRank == nil && comparison.rows[5].rank != nil)
    }

    @Test("all scenarios that cannot be built are told, by name")
    func refused() throws {
        var zero = method(.geometric)
        zero.steps[2] = .normalise(Normalisation(.minMax(low: 0, high: 1)))
        let problems = #expect(throws: Problems.self) {
            try Scenarios(
                SmallIndex.data, framework: SmallIndex.framework(),
                methods: [("one", method(.arithmetic)), ("zeros", zero), ("nothing", Method([]))])
        }
        let list = problems?.list ?? []
        #expect(list.contains { $0.rule == "mean-of-nothing" && $0.message.hasPrefix("zeros: ") })
        #expect(list.contains { $0.rule == "step-last" && $0.message.hasPrefix("nothing: ") })
    }
}
