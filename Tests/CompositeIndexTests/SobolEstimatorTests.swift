import Foundation
import Testing

@testable import CompositeIndex

@Suite("Sobol estimator")
struct SobolEstimatorTests {
    /// Ishigami and Homma (1990), a = 7, b = 0.1, of numbers from 0 to 1.
    private static func ishigami(_ unit: [Double]) -> Double {
        let x = unit.map { .pi * (2 * $0 - 1) }
        return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
    }

    private static func outputs(_ design: SensitivityDesign, _ model: ([Double]) -> [Double]) -> Table {
        let runs = (0..<design.samples).flatMap { sample in design.matrices.map { model(design.row(sample, of: $0)) } }
        return Table(columns: (0..<runs[0].count).map { target in runs.map { $0[target] } })
    }

    @Test("the closed form of the Ishigami function comes out within 0.003")
    func ishigami() throws {
        let design = try SensitivityDesign(samples: 16_384, factors: 3)
        let found = try SobolEstimator.centred.indices(
            SobolEstimatorTests.outputs(design) { [SobolEstimatorTests.ishigami($0)] }, design: design, bootstrap: nil)[0]
        let first = [0.31390519114781146, 0.4424111447900409, 0],
            total = [0.5575888552099592, 0.4424111447900409, 0.2436836640621477]
        for factor in 0..<3 {
            #expect(abs((found.first[factor].value ?? .nan) - first[factor]) < 0.003)
            #expect(abs((found.total[factor].value ?? .nan) - total[factor]) < 0.003)
        }
        #expect(abs((found.mean ?? .nan) - 3.5) < 0.003)
        #expect(found.first[0].standardError == nil && found.draws == 0)
    }

    @Test("the interaction of a product of centred factors is theirs alone")
    func interaction() throws {
        let design = try SensitivityDesign(samples: 4096, factors: 3, purpose: .interactions)
        let found = try SobolEstimator.centred.indices(
            SobolEstimatorTests.outputs(design) { [($0[0] - 0.5) * ($0[2] - 0.5) + 10] }, design: design, bootstrap: nil)[0]
        #expect(found.pairs.map(\.one) == [0, 0, 1] && found.pairs.map(\.other) == [1, 2, 2])
        for (pair, share) in zip(found.pairs, [0.0, 1, 0]) { #expect(abs((pair.estimate.value ?? .nan) - share) < 0.01) }
        for factor in 0..<3 { #expect(abs(found.first[factor].value ?? .nan) < 0.01) }
    }

    @Test(
        "the standardised estimator gives SALib's indices, first, total and second order, from its design",
        .enabled(if: CorpusTable("sobol/ishigami-design-N256.csv") != nil))
    func salib() throws {
        let file = try #require(CorpusTable("sobol/ishigami-design-N256.csv"))
        let y = file.numbers("y")
        // There a sample is A, AB_1 ... AB_d, BA_1 ... BA_d, B; here B is second.
        let ours = (0..<256).flatMap { sample in
            let runs = Array(y[sample * 8..<(sample + 1) * 8])
            return [runs[0], runs[7]] + runs[1..<7]
        }
        let design = try SensitivityDesign(samples: 256, factors: 3, purpose: .interactions)
        let found = try SobolEstimator.standardised.indices(Table(columns: [ours]), design: design, bootstrap: nil)[0]
        let first = [0.26511348964365494, 0.44550153802201553, 0.016652367852082472]
        let total = [0.5003727922616233, 0.44219214349150304, 0.2490434634958942]
        let pairs = [0.0036461282127078776, 0.24001741697441786, 0.0028883431633352948]
        for place in 0..<3 {
            #expect(abs((found.first[place].value ?? .nan) - first[place]) < 1e-10)
            #expect(abs((found.total[place].value ?? .nan) - total[place]) < 1e-10)
            #expect(abs((found.pairs[place].estimate.value ?? .nan) - pairs[place]) < 1e-10)
        }
    }

    /// The runs of the corpus come matrix by matrix; here sample by sample.
    private func asem() throws -> (SensitivityDesign, Table) {
        let y = try #require(AsemCorpus.file("sens/SA-target.csv")).numbers("y")
        let ours = (0..<100).flatMap { sample in (0..<6).map { y[$0 * 100 + sample] } }
        return (try SensitivityDesign(samples: 100, factors: 4, sampling: .random), Table(columns: [ours]))
    }

    @Test("COINr's indices come out with its own formulas", .enabled(if: AsemCorpus.file("iMeta.csv") != nil))
    func coinr() throws {
        let (design, outputs) = try asem()
        let file = try #require(AsemCorpus.file("sens/SA-indices.csv"))
        let found = try SobolEstimator.uncentred.indices(outputs, design: design, bootstrap: nil)[0]
        for (factor, (first, total)) in zip(file.numbers("Si"), file.numbers("STi")).enumerated() {
            #expect(abs((found.first[factor].value ?? .nan) - first) < 1e-12)
            #expect(abs((found.total[factor].value ?? .nan) - total) < 1e-12)
        }
    }

    @Test(
        "pitfall 7: on one design the uncentred estimator says .353 for the aggregation, the centred one .58, of .553 in truth",
        .enabled(if: AsemCorpus.file("iMeta.csv") != nil))
    func pitfall7() throws {
        let (design, outputs) = try asem()
        let share = { (estimator: SobolEstimator) in
            try estimator.indices(outputs, design: design, bootstrap: nil)[0].first[3].value ?? .nan
        }
        #expect(abs(try share(.uncentred) - 0.35346330522140329) < 1e-12)
        #expect(abs(try share(.standardised) - 0.5789732772882731) < 1e-12)
        #expect(abs(try share(.centred) - 0.58088824911937937) < 1e-12)
        // The interval of the bootstrap holds the truth, with the formula that is right.
        let interval = try SobolEstimator.centred.indices(outputs, design: design)[0].first[3]
        #expect((interval.low ?? .nan) < 0.553 && (interval.high ?? .nan) > 0.553)
    }

    @Test("the standard error of the bootstrap is that of repeated designs, within a quarter")
    func standardError() throws {
        let model = { (unit: [Double]) in [unit[0] + 0.5 * unit[1] + 2 * unit[0] * unit[1]] }
        var values: [Double] = [], errors: [Double] = []
        for seed in 0..<100 as Range<UInt64> {
            let design = try SensitivityDesign(samples: 200, factors: 2, sampling: .random, seed: seed)
            let found = try SobolEstimator.centred.indices(
                SobolEstimatorTests.outputs(design, model), design: design, bootstrap: Bootstrap(resamples: 60))[0]
            values.append(found.first[0].value ?? .nan)
            errors.append(found.first[0].standardError ?? .nan)
        }
        let mean = values.reduce(0, +) / 100
        let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 99).squareRoot()
        #expect(abs(errors.reduce(0, +) / 100 / deviation - 1) < 0.25)
    }

    @Test("several targets, two workers: the same bits as one by one; draws are reported")
    func workers() throws {
        let design = try SensitivityDesign(samples: 128, factors: 3)
        let outputs = SobolEstimatorTests.outputs(design) { [SobolEstimatorTests.ishigami($0), $0[0] - $0[2], 3] }
        let bootstrap = Bootstrap(resamples: 200, seed: 8)
        let alone = try SobolEstimator.centred.indices(outputs, design: design, bootstrap: bootstrap)
        #expect(try SobolEstimator.centred.indices(outputs, design: design, bootstrap: bootstrap, workers: 2) == alone)
        let second = try SobolEstimator.centred.indices(outputs.keeping(columns: [1]), design: design, bootstrap: bootstrap)
        #expect(second[0] == alone[1])
        #expect(alone[0].draws == 128 * 200)
        // What does not vary has no shares.
        #expect(alone[2].first.allSatisfy { $0.value == nil && $0.standardError == nil } && alone[2].mean == 3)
    }

    @Test("a sample with a missing target is left out, as if it had not been drawn")
    func missing() throws {
        let full = try SensitivityDesign(samples: 64, factors: 2, sampling: .random, seed: 2)
        let model = { (unit: [Double]) in [unit[0] * unit[1] + unit[0]] }
        var outputs = SobolEstimatorTests.outputs(full, model)
        let short = try SensitivityDesign(samples: 63, factors: 2, sampling: .random, seed: 2)
        let expected = try SobolEstimator.centred.indices(
            SobolEstimatorTests.outputs(short, model), design: short, bootstrap: nil)[0]
        outputs[63 * 4 + 2, 0] = .nan
        let found = try SobolEstimator.centred.indices(outputs, design: full, bootstrap: nil)[0]
        #expect(found.samples == 63)
        for (one, other) in zip(found.first + found.total, expected.first + expected.total) {
            #expect(abs((one.value ?? .nan) - (other.value ?? .nan)) < 1e-12)
        }
    }

    @Test("groups of samples give about the standard error of single ones")
    func groups() throws {
        let design = try SensitivityDesign(samples: 2048, factors: 3, sampling: .random)
        let outputs = SobolEstimatorTests.outputs(design) { [SobolEstimatorTests.ishigami($0)] }
        let single = try SobolEstimator.centred.indices(outputs, design: design, bootstrap: Bootstrap(resamples: 200))[0]
        let grouped = try SobolEstimator.centred.indices(
            outputs, design: design, bootstrap: Bootstrap(resamples: 200, groups: 256))[0]
        #expect(grouped.draws == 256 * 200)
        for (one, other) in zip(single.first + single.total, grouped.first + grouped.total) {
            #expect(one.value == other.value)
            #expect(abs((one.standardError ?? .nan) / (other.standardError ?? .nan) - 1) < 0.3)
        }
    }

    @Test("outputs that are not of the design, and a bootstrap that is none, are refused")
    func refused() throws {
        let design = try SensitivityDesign(samples: 4, factors: 2)
        let problems = #expect(throws: Problems.self) {
            try SobolEstimator.centred.indices(
                Table(rows: 15, columns: 1), design: design, bootstrap: Bootstrap(resamples: -1))
        }
        #expect(problems?.list.map(\.rule) == ["outputs-design", "bootstrap-odd"])
    }
}
