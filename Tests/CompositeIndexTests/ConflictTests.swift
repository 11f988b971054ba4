import CompositeIndex
import Testing

@Suite("What cannot work is refused before it runs")
struct ConflictTests {
    private let scale = Step.normalise(Normalisation(.minMax(low: 0, high: 100)))
    private let means = Step.aggregate(Aggregation([Aggregation.Level(.arithmetic)]))

    private func refusal(
        _ steps: [Step], _ columns: [[Double]] = [[1, 2, 3], [4, 6, 5]], change: (inout [Node]) -> Void = { _ in }
    ) -> [String] {
        SmallData.refusal {
            let small = try SmallData(columns, change: change)
            return try Build(small.data, framework: small.framework, method: Method(steps))
        }
    }

    @Test("the order of the steps")
    func order() {
        #expect(refusal([]) == ["step-last"])
        #expect(refusal([scale]) == ["step-last"])
        #expect(refusal([scale, .treat(Treatment()), means]) == ["step-late"])
        #expect(refusal([scale, scale, means]).contains("step-repeated"))
        #expect(refusal([scale, means]).isEmpty)
    }

    @Test("targets, goalposts and references that are missing")
    func parameters() {
        func with(_ rule: Normalisation.Rule, change: (inout [Node]) -> Void = { _ in }) -> [String] {
            refusal([.normalise(Normalisation(rule)), means], change: change)
        }
        #expect(with(.distanceToTarget(capped: true)) == ["target-missing", "target-missing"])
        #expect(with(.goalposts(factor: 1, cut: true, logarithmic: false)) == ["goalposts-missing", "goalposts-missing"])
        #expect(with(.distanceToReference(unit: "u9", capped: true)) == ["unit-unknown", "unit-unknown"])
        #expect(with(.scaled(from: 1, to: 1, factor: 1)).contains("scale-empty"))
        #expect(
            with(.distanceToTarget(capped: false)) { nodes in for place in 0..<2 { nodes[place].target = 0 } }.contains(
                "target-reached"))
        let posts = Normalisation.Rule.goalposts(factor: 1, cut: true, logarithmic: true)
        #expect(
            with(posts) { nodes in for place in 0..<2 { nodes[place].goalposts = Node.Goalposts(low: 0, high: 9) } }.contains(
                "goalposts-logarithm"))
    }

    @Test("denominators that are missing or 0, and data that there are not")
    func denominators() throws {
        func refusal(_ denominators: [String: [Double]]) -> [String] {
            SmallData.refusal {
                try SmallData([[2, 4, 6]], denominators: denominators) { $0[0].denominator = "people" }.build([
                    .denominate(Denomination())
                ])
            }
        }
        #expect(refusal([:]) == ["denominator-unknown"])
        #expect(refusal(["people": [1, 0, 2]]) == ["denominator-zero"])
        let small = try SmallData([[2, 4, 6]], denominators: ["people": [1, 2, .nan]]) { $0[0].denominator = "people" }
        let build = try small.build([.denominate(Denomination(scales: ["a": 1000]))])
        #expect(build.score(of: "u0", "a") == 2000 && build.score(of: "u1", "a") == 2000 && build.score(of: "u2", "a") == nil)
        let other = try SmallData([[1, 2], [3, 4]])
        let data = Dataset(units: other.data.units, columns: ["a", "x"], values: other.data.values)
        #expect(
            SmallData.refusal { try Build(data, framework: other.framework, method: Method([means])) } == [
                "indicator-without-data"
            ])
    }

    @Test("means that are none: powers of 0, no rule, all weights 0")
    func aggregation() {
        #expect(refusal([scale, .aggregate(Aggregation([Aggregation.Level(.power(0))]))]) == ["power-zero"])
        #expect(refusal([scale, .aggregate(Aggregation([]))]) == ["aggregation-empty"])
        #expect(
            refusal([scale, .aggregate(Aggregation([Aggregation.Level(.arithmetic)], weights: .named("x", ["a": 0, "b": 0])))])
                == ["node-weightless"])
        #expect(
            refusal([scale, .aggregate(Aggregation([Aggregation.Level(.arithmetic)], weights: .named("x", ["z": 1])))]) == [
                "node-unknown"
            ])
        #expect(
            refusal([scale, .aggregate(Aggregation([Aggregation.Level(.arithmetic, missing: .groupMean("region"))]))]) == [
                "grouping-unknown"
            ])
        #expect(
            refusal([
                scale, .aggregate(Aggregation([Aggregation.Level(.arithmetic)], individual: ["z": Aggregation.Level(.median)])),
            ]) == ["node-unknown"])
    }

    @Test("wholes of medians and minima")
    func wholes() throws {
        let small = try SmallData([[1, 5, .nan], [2, 1, 4], [9, 3, 6]])
        #expect(try small.build([], Aggregation.Level(.median)).scores.row(0).last == 2)
        let medians = try small.build([], Aggregation.Level(.median))
        #expect(medians.score(of: "u1", "I") == 3 && medians.score(of: "u2", "I") == 5)
        let least = try small.build([], Aggregation.Level(.minimum))
        #expect(["u0", "u1", "u2"].map { least.score(of: $0, "I") } == [1, 1, 4])
        let heavy = Aggregation([Aggregation.Level(.median)], weights: .named("x", ["c": 5]))
        let build = try Build(small.data, framework: small.framework, method: Method([.aggregate(heavy)]))
        #expect(build.score(of: "u0", "I") == 9, "the middle of 1, 2, 9, 9, 9, 9, 9")
    }

    @Test("categories by percentiles, and above and below the mean")
    func steps() throws {
        let small = try SmallData([[1, 2, 3, 4, 5]])
        let categories = try small.build([.normalise(Normalisation(.categorical(percentiles: [0.25, 0.5, 0.75])))])
        #expect((0..<5).map { categories.scores[$0, 0] } == [0, 0, 100.0 / 3, 200.0 / 3, 100])
        let around = try small.build([.normalise(Normalisation(.aboveBelowMean(threshold: 0.2)))])
        #expect((0..<5).map { around.scores[$0, 0] } == [-1, -1, 0, 1, 1])
        let target = try SmallData([[10, 20, 40]]) { nodes in
            nodes[0].target = 30
            nodes[0].direction = .negative
        }
        // (max - x)/(max - target) for more is worse.
        let toTarget = try target.build([.normalise(Normalisation(.distanceToTarget(capped: false)))])
        #expect((0..<3).map { toTarget.scores[$0, 0] } == [3, 2, 0])
    }
}
