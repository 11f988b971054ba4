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
                    Node(code: "n\(level)-\(place)", level: level + 1, parent: parent, direction: level == 0 && place % 9 == 8 ? .negative : .positive))
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
        let built = try alliance.build()
        let parts = built.scores.keeping(columns: built.framework.indicators)
        try time("copeland", 10) { _ = Outranking(parts: parts, weights: parts.columns == 18 ? Array(repeating: 1, count: 18) : []).copeland }
        try time("benefit-of-the-doubt") { _ = try BenefitOfTheDoubt.scores(parts, shares: nil) }
        try time("benefit-of-the-doubt-shares") {
            _ = try BenefitOfTheDoubt.scores(parts, shares: Aggregation.ShareBounds(least: 0.01, most: 0.2))
        }
    }
}
