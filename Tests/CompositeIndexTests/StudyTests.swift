import Synchronization
import Testing

@testable import CompositeIndex

/// Six units by two pillars of two indicators, small enough to be counted by hand.
enum SmallIndex {
    static func framework() throws -> Framework {
        try Framework([
            Node(code: "a1", level: 1, parent: "A"), Node(code: "a2", level: 1, parent: "A", weight: 2),
            Node(code: "b1", level: 1, parent: "B"), Node(code: "b2", level: 1, parent: "B", direction: .negative),
            Node(code: "A", level: 2, parent: "X"), Node(code: "B", level: 2, parent: "X"),
            Node(code: "X", level: 3, parent: nil),
        ])
    }

    static let data = Dataset(
        units: ["U", "V", "W", "Y", "Z", "Q"].map { IndexUnit(code: $0) }, columns: ["a1", "a2", "b1", "b2"],
        values: Table(columns: [[1, 4, 2, 8, 5, 7], [3, .nan, 9, 1, 2, 30], [5, 5, 6, 1, 3, 2], [10, 20, 35, 5, .nan, 15]]))

    static let method = Method([
        .impute(Imputation(.mean)), .treat(Treatment(rounds: 1)), .normalise(Normalisation(.minMax(low: 1, high: 100))),
        .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
    ])

    static let factors = [
        Factor("imputation", .imputation([Imputation(.mean), Imputation(.median), Imputation(.none)])),
        Factor(
            "scale",
            .normalisation([Normalisation(.minMax(low: 1, high: 100)), Normalisation(.zScore(mean: 10, deviation: 2))])),
        Factor("mean of indicators", .rule([.arithmetic, .geometric], level: 2)),
        Factor("mean of pillars", .rule([.arithmetic, .geometric, .harmonic], level: 3)),
        Factor("gaps", .missing([.rescale, .strict], level: 2)),
        Factor("weights", .weights([.framework, .equal])), Factor("A", .noise(node: "A", share: 0.25)),
        Factor("a1", .noise(node: "a1", share: 0.5)),
        Factor("decimals", .ranking([Ranking(), Ranking(decimals: 0, ties: .average)])),
    ]

    static func study(_ factors: [Factor] = factors) throws -> Study {
        try Study(data, framework: framework(), method: method, factors: factors)
    }
}

@Suite("Study")
struct StudyTests {
    @Test("a run gives the bits of a build with the method of that run")
    func replication() throws {
        let study = try SmallIndex.study()
        var generator = Xoshiro256StarStar(seed: 6)
        var different: Set<[Double]> = []
        for _ in 0..<300 {
            let point = study.factors.map { _ in generator.unit() }
            let found = try study.replication(at: point)
            let build = try Build(SmallIndex.data, framework: SmallIndex.framework(), method: study.method(at: point))
            let index = build.framework.index
            #expect(study.units == build.units.map(\.code))
            for unit in study.units.indices {
                #expect(found.scores[unit].bitPattern == build.scores[unit, index].bitPattern)
                #expect(found.ranks[unit].bitPattern == build.ranks[unit, index].bitPattern)
            }
            different.insert(found.scores)
        }
        #expect(different.count > 250)
    }

    @Test("one core or two, the same to the bit; progress goes up to the number of runs")
    func workers() throws {
        let study = try SmallIndex.study()
        let design = try SensitivityDesign(samples: 128, factors: study.factors.count)
        let targets: [Study.Target] = [.meanShift, .rank("V"), .score("Z")]
        let seen = Mutex<[Int]>([])
        let alone = try study.run(design, targets: targets) { done, all in seen.withLock { $0.append(done * 1000 / all) } }
        let both = try study.run(design, targets: targets, workers: 2)
        #expect(alone.outputs.isIdentical(to: both.outputs))
        #expect(alone.ranks == both.ranks)
        #expect(try alone.sensitivity() == both.sensitivity(workers: 2))
        let steps = seen.withLock { $0 }
        #expect(steps == steps.sorted() && steps.last == 1000 && steps.count == 32)
    }

    @Test("outputs are those of the points of the design; statistics of ranks come from A and B alone")
    func design() throws {
        let study = try SmallIndex.study()
        let design = try SensitivityDesign(samples: 16, factors: study.factors.count, sampling: .random)
        let runs = try study.run(design, targets: [.meanShift, .rank("U"), .score("U")])
        var ranks: [[Double]] = []
        for sample in 0..<16 {
            for (place, matrix) in design.matrices.enumerated() {
                let found = try study.replication(at: design.row(sample, of: matrix))
                let row = sample * design.block + place
                #expect(runs.outputs[row, 0] == RankStatistics.meanShift(found.ranks, nominal: study.nominalRanks))
                #expect(runs.outputs[row, 1] == found.ranks[0])
                #expect(runs.outputs[row, 2] == found.scores[0])
                if matrix == .a || matrix == .b { ranks.append(found.ranks) }
            }
        }
        #expect(runs.ranks == RankStatistics.of(Table(columns: ranks), units: study.units, nominal: study.nominalRanks))
    }

    @Test("noise of share f moves a weight from w(1 - f) to w(1 + f)")
    func noise() throws {
        let study = try SmallIndex.study([
            Factor("a2", .noise(node: "a2", share: 0.25)), Factor("A", .noise(node: "A", share: 0.5)),
        ])
        guard case .aggregate(let low)? = try study.method(at: [0, 0.5]).steps.last, case .named(_, let set) = low.weights
        else {
            Issue.record("the last step aggregates with named weights")
            return
        }
        #expect(set["a2"] == 1.5 && set["A"] == 1 && set["a1"] == 1)
    }

    @Test("units that another choice lets in are ranked there, without a nominal rank")
    func screening() throws {
        var method = SmallIndex.method
        method.steps[0] = .screen(Screening(leastPresent: 1))
        let factor = Factor("screening", .screening([Screening(leastPresent: 1), Screening(leastPresent: 0.5)]))
        let study = try Study(SmallIndex.data, framework: SmallIndex.framework(), method: method, factors: [factor])
        #expect(study.units == ["U", "W", "Y", "Q", "V", "Z"])
        #expect(study.nominalRanks[4].isNaN && study.nominalRanks[5].isNaN)
        let design = try SensitivityDesign(samples: 8, factors: 1, purpose: .uncertainty)
        let statistics = try study.run(design).ranks
        #expect(statistics.map(\.runs) == [8, 8, 8, 8, 4, 4])
        #expect(try study.replication(at: [0]).ranks[5].isNaN && !study.replication(at: [0.9]).ranks[5].isNaN)
    }

    @Test("scores set by hand stay set in every run")
    func override() throws {
        var method = SmallIndex.method
        method.overrides = [
            Override(unit: "W", node: "X", score: 0, reason: "no data"), Override(unit: "U", node: "A", score: 90, reason: "x"),
        ]
        let study = try Study(SmallIndex.data, framework: SmallIndex.framework(), method: method, factors: SmallIndex.factors)
        let point = Array(repeating: 0.7, count: study.factors.count)
        let build = try Build(SmallIndex.data, framework: SmallIndex.framework(), method: study.method(at: point))
        let found = try study.replication(at: point)
        #expect(found.scores[2] == 0)
        #expect(found.scores.map(\.bitPattern) == build.scores.column(build.framework.index).map(\.bitPattern))
    }

    @Test("a design with another number of factors, and a unit that there is not, are refused")
    func refused() throws {
        let study = try SmallIndex.study()
        let short = try SensitivityDesign(samples: 8, factors: 2)
        #expect(throws: Problems.self) { try study.run(short) }
        #expect(throws: Problems.self) { try study.replication(at: [0.1]) }
        let design = try SensitivityDesign(samples: 8, factors: study.factors.count)
        let problems = #expect(throws: Problems.self) { try study.run(design, targets: [.rank("nobody")]) }
        #expect(problems?.list.map(\.rule) == ["unit-unknown"])
    }
}
