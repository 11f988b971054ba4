import Foundation
import Testing

@testable import CompositeIndex

@Suite("Study runs", .enabled(if: AsemIndex.isThere))
struct StudyRunsTests {
    private static let scales: [Normalisation.Rule] = [.minMax(low: 1, high: 100), .zScore(mean: 10, deviation: 2)]

    /// The choices of COINr's vignette: rounds of winsorising, scale, one of 100 sets of noisy weights, mean at all levels.
    private static func study() throws -> Study {
        let file = try #require(AsemCorpus.file("sens/noisy-weights.csv"))
        let codes = file.texts("iCode")
        let sets = (1...100).map { number -> Aggregation.Weights in
            .named("set\(number)", Dictionary(uniqueKeysWithValues: zip(codes, file.numbers("set\(number)"))))
        }
        let factors = [
            Factor("Winmax", .treatment((1...5).map { Treatment(rounds: $0) })),
            Factor("Normalisation", .normalisation(scales.map { Normalisation($0) })), Factor("Weights", .weights(sets)),
            Factor("Aggregation", .rule([.arithmetic, .geometric], level: nil)),
        ]
        return try Study(AsemIndex.data(), framework: AsemIndex.framework(), method: Method(AsemIndex.steps), factors: factors)
    }

    /// The points that stand for the choices of a design of the corpus.
    private static func points(_ file: CorpusTable) -> [[Double]] {
        let (rounds, sets) = (file.numbers("winmax"), file.numbers("weightset"))
        let (scales, means) = (file.texts("norm"), file.texts("agg"))
        return rounds.indices.map { run in
            [
                (rounds[run] - 0.5) / 5, scales[run] == "minmax_1_100" ? 0.25 : 0.75, (sets[run] - 0.5) / 100,
                means[run] == "a_amean" ? 0.25 : 0.75,
            ]
        }
    }

    @Test("scores, ranks and target of the corpus come out, run by run", arguments: ["SA", "UA"])
    func corpus(name: String) throws {
        let study = try StudyRunsTests.study()
        let points = StudyRunsTests.points(try #require(AsemCorpus.file("sens/\(name)-design.csv")))
        let scores = try #require(AsemCorpus.file("sens/\(name)-scores.csv"))
        let ranks = try #require(AsemCorpus.file("sens/\(name)-ranks.csv"))
        let rows = try study.units.map { try #require(scores.texts("uCode").firstIndex(of: $0)) }
        #expect(scores.texts("uCode") == ranks.texts("uCode") && rows.count == 51)
        let target = name == "SA" ? AsemCorpus.file("sens/SA-target.csv")?.numbers("y") : nil
        for (run, point) in points.enumerated() {
            let found = try study.replication(at: point)
            let (expected, order) = (scores.numbers("r_\(run + 1)"), ranks.numbers("r_\(run + 1)"))
            for (unit, row) in rows.enumerated() {
                #expect(abs(found.scores[unit] / expected[row] - 1) < 1e-12)
                #expect(found.ranks[unit] == order[row])
            }
            if let target {
                let shift = RankStatistics.meanShift(found.ranks, nominal: study.nominalRanks)
                #expect(abs(shift - target[run]) < 1e-12)
            }
        }
    }

    @Test("the shares of all 2,000 models come out within three standard errors and 0.02, from 8,192 samples")
    func factorial() throws {
        let study = try StudyRunsTests.study()
        let design = try SensitivityDesign(samples: 8192, factors: 4)
        let found = try study.run(design, workers: 2).sensitivity(bootstrap: Bootstrap(resamples: 200), workers: 2)[0]
        let first = [0.03434233879989317, 0.0743741331927281, 0.10633590301326905, 0.5525765460271643]
        let total = [0.05733583047256019, 0.26723122165309643, 0.19381053716172658, 0.7461307497029687]
        for factor in 0..<4 {
            for (estimate, truth) in [(found.first[factor], first[factor]), (found.total[factor], total[factor])] {
                let error = try #require(estimate.standardError), value = try #require(estimate.value)
                #expect(
                    abs(value - truth) < min(3 * error, 0.02),
                    "\(study.factors[factor].name): \(value) ± \(error), \(truth) in truth")
                #expect(error > 0.0001 && error < 0.02)
            }
        }
        #expect(abs((found.mean ?? .nan) - 1.9377647058823526) < 0.01)
        #expect(abs((found.variance ?? .nan) - 0.633480093810073) < 0.01)
    }

    @Test("intervals of ranks hold the nominal rank of most units, and the best unit stays near the top")
    func intervals() throws {
        let study = try StudyRunsTests.study()
        let design = try SensitivityDesign(samples: 512, factors: 4, purpose: .uncertainty)
        let runs = try study.run(design)
        #expect(runs.outputs.rows == 512)
        #expect(throws: Problems.self) { try runs.sensitivity() }
        let inside = runs.ranks.count { statistics in
            let nominal = statistics.nominal ?? .nan
            return statistics.quantiles[0] <= nominal && nominal <= statistics.quantiles[1]
        }
        #expect(inside > 40)
        let best = try #require(runs.ranks.first { $0.nominal == 1 })
        #expect(best.unit == "CHE" && best.quantiles[1] <= 3)
    }
}
