// Times the engine of composite indices: one line a figure, `name seconds repetitions`. Run by Tests/Bench/index.py.
import CompositeIndex
import Foundation

/// An index of the shape of the ASEM index or of the alliance's, with invented numbers: times hang on shapes.
struct Sample {
    let data: Dataset
    let framework: Framework

    /// `shape`: the number of nodes at each level, indicators first. Some cells are missing, some are outliers.
    init(units: Int, shape: [Int], gaps: Double) throws {
        var random = Xoshiro256StarStar(seed: 7)
        var nodes: [Node] = []
        for (level, count) in shape.enumerated() {
            for place in 0..<count {
                let parent = level + 1 < shape.count ? "n\(level + 1)-\(place * shape[level + 1] / count)" : nil
                nodes.append(
                    Node(
                        code: "n\(level)-\(place)", level: level + 1, parent: parent,
                        direction: level == 0 && place % 9 == 8 ? .negative : .positive))
            }
        }
        framework = try Framework(nodes)
        var table = Table(rows: units, columns: shape[0])
        for place in table.cells.indices {
            let value = random.unit()
            table.cells[place] = random.unit() < gaps ? .nan : place % 3 == 0 ? 1 / (value + 0.01) : value * 100
        }
        data = Dataset(
            units: (0..<units).map { IndexUnit(code: "u\($0)", groups: ["region": "r\($0 % 5)"]) },
            columns: nodes.filter { $0.level == 1 }.map(\.code), values: table)
    }

    static let steps: [Step] = [
        .impute(Imputation(.groupMean("region"))), .screen(Screening(leastPresent: 0.5)), .treat(Treatment()),
        .normalise(Normalisation(.minMax(low: 1, high: 100))), .aggregate(Aggregation([Aggregation.Level(.arithmetic)])),
    ]

    func build() throws -> Build { try Build(data, framework: framework, method: Method(Sample.steps)) }
}

@main
enum IndexBench {
    /// The least of several rounds: what the machine does besides only adds.
    static func time(_ name: String, _ repetitions: Int = 1, rounds: Int = 5, _ work: () throws -> Void) throws {
        var least = Double.infinity
        for _ in 0..<rounds {
            let start = DispatchTime.now().uptimeNanoseconds
            for _ in 0..<repetitions { try work() }
            least = min(least, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 / Double(repetitions))
        }
        print("\(name) \(least)")
    }

    static func main() throws {
        let asem = try Sample(units: 51, shape: [49, 8, 2, 1], gaps: 0.025)
        let alliance = try Sample(units: 200, shape: [18, 10, 4, 1], gaps: 0)
        try time("build-asem", 100) { _ = try asem.build() }
        try time("build-alliance", 100) { _ = try alliance.build() }
        try vignette(asem)
        try rebuilds(asem)
        try weights(alliance, workers: 1, "sobol-one-core")
        try weights(alliance, workers: 2, "sobol-two-cores")
        let built = try alliance.build()
        let parts = built.scores.keeping(columns: built.framework.indicators)
        let ones = Array(repeating: 1.0, count: parts.columns)
        try time("copeland", 10) { _ = Outranking(parts: parts, weights: ones).copeland }
        try time("benefit-of-the-doubt") { _ = try BenefitOfTheDoubt.scores(parts, shares: nil) }
        try time("benefit-of-the-doubt-shares") {
            _ = try BenefitOfTheDoubt.scores(parts, shares: Aggregation.ShareBounds(least: 0.01, most: 0.2))
        }
        try time("audit-asem", 10) { _ = try Audit(asem.build()) }
    }

    /// The four choices of COINr's vignette: winsorising, scale, noisy weights, mean.
    private static func factors(_ sample: Sample) -> [Factor] {
        [
            Factor("winsorising", .treatment((1...5).map { Treatment(rounds: $0) })),
            Factor(
                "scale",
                .normalisation([Normalisation(.minMax(low: 1, high: 100)), Normalisation(.zScore(mean: 10, deviation: 2))])),
            Factor.noisySets("weights", of: sample.framework, shares: [2: 0.25, 3: 0.25], replications: 100),
            Factor("mean", .rule([.arithmetic, .geometric], level: nil)),
        ]
    }

    /// 100 (4 + 2) rebuilds with their set-up, and 1,000 bootstraps.
    private static func vignette(_ sample: Sample) throws {
        let design = try SensitivityDesign(samples: 100, factors: 4, sampling: .random)
        try time("vignette") {
            let study = try Study(
                sample.data, framework: sample.framework, method: Method(Sample.steps), factors: factors(sample))
            _ = try study.run(design).sensitivity(bootstrap: Bootstrap(resamples: 1000))
        }
    }

    /// 5,000 samples of A and of B: ranks and their quantiles.
    private static func rebuilds(_ sample: Sample) throws {
        let design = try SensitivityDesign(samples: 5000, factors: 4, purpose: .uncertainty, sampling: .random)
        try time("rebuilds-10000") {
            let study = try Study(
                sample.data, framework: sample.framework, method: Method(Sample.steps), factors: factors(sample))
            _ = try study.run(design)
        }
    }

    /// N = 8,192, a factor for each of the weights of the indicators: 163,840 rebuilds.
    private static func weights(_ sample: Sample, workers: Int, _ name: String) throws {
        let noise = sample.framework.indicators.map { node in
            let code = sample.framework.nodes[node].code
            return Factor(code, .noise(node: code, share: 0.25))
        }
        let design = try SensitivityDesign(samples: 8192, factors: noise.count)
        try time(name, rounds: 3) {
            let study = try Study(sample.data, framework: sample.framework, method: Method(Sample.steps), factors: noise)
            _ = try study.run(design, workers: workers).sensitivity(bootstrap: Bootstrap(resamples: 100), workers: workers)
        }
    }
}
