import CompositeIndex
import Foundation
import Testing

extension PitfallTests {
    @Test("pitfall 11: an indicator that is the same for all is named, not 0/0; of three and two values no skewness is asked")
    func pitfall11() throws {
        let flat = data([("X", [1, 5]), ("Y", [1, 6]), ("Z", [1, 7])])
        for scale in [
            Normalisation.Rule.minMax(low: 0, high: 100), .zScore(mean: 0, deviation: 1), .percentileRank, .distanceToMaximum,
        ] {
            #expect(
                rules { try Build(flat, framework: framework(2), method: method(scale, [Aggregation.Level(.arithmetic)])) } == [
                    "indicator-flat"
                ])
        }
        #expect(Moments.skewness(of: [1, 2]).isNaN && !Moments.skewness(of: [1, 2, 4]).isNaN)
        #expect(Moments.kurtosis(of: [1, 2, 4]).isNaN && Moments.skewness(of: [1, 1, 1, 1]).isNaN)
        let few = data([("X", [1, 5]), ("Y", [900, 6])])
        let treated = method(.minMax(low: 0, high: 100), [Aggregation.Level(.arithmetic)], before: [.treat(Treatment())])
        #expect(try Build(few, framework: framework(2), method: treated).treatments.allSatisfy { $0.outcome == .passed })
    }

    @Test("any number of rounds of winsorising ends as soon as the bounds hold")
    func rounds() throws {
        let outlier = data((1...8).map { ("U\($0)", [$0 == 8 ? 1000 : Double($0)]) })
        func high(_ treatment: Treatment) throws -> Int {
            let choices = method(.none, [Aggregation.Level(.arithmetic)], before: [.treat(treatment)])
            return try Build(outlier, framework: framework(1), method: choices).treatments[0].high
        }
        for rounds in [1, 2, 1_000_000, Int.max] {
            #expect(try high(Treatment(rounds: rounds, transformation: nil)) == 1)
            #expect(try high(Treatment(individual: ["a": .winsorise(rounds)])) == 1)
        }
    }

    @Test("pitfall 12: the logarithm of the Global Innovation Index changes the values, by its formula")
    func pitfall12() throws {
        let treatment = Treatment(individual: ["a": .transform(.logGII)])
        let build = try Build(
            data([("X", [10]), ("Y", [40]), ("Z", [110])]), framework: framework(1),
            method: method(.none, [Aggregation.Level(.arithmetic)], before: [.treat(treatment)]))
        // ln((110 - 1)(x - 10)/100 + 1).
        let expected: [(String, Double)] = [("X", 0), ("Y", log(109.0 * 30 / 100 + 1)), ("Z", log(110.0))]
        for (unit, value) in expected {
            #expect(abs(try #require(build.score(of: unit, "a")) - value) < 1e-12, "\(unit)")
        }
        #expect(build.treatments[0].transformation == .logGII)
    }

    @Test("pitfall 13: a publisher's own score is set with its reason, marked, and goes on into what it is a part of")
    func pitfall13() throws {
        var choices = method(.none, [Aggregation.Level(.arithmetic)])
        choices.overrides = [
            Override(unit: "X", node: "P", score: 0, reason: "no data from the government"),
            Override(unit: "Y", node: "I", score: nil, reason: "withdrawn"),
        ]
        let build = try Build(
            data([("X", [4, 8]), ("Y", [1, 2]), ("Z", [3, 3])]), framework: framework(2, isDeep: true), method: choices)
        #expect(build.score(of: "X", "P") == 0 && build.score(of: "X", "I") == 4)
        #expect(build.score(of: "Y", "I") == nil && build.rank(of: "Y", "I") == nil)
        let row = try #require(build.row(of: "X")), node = try #require(build.framework.position(of: "P"))
        #expect(build.marks[row, node].contains(.overridden))
        #expect(build.method.overrides[0].reason == "no data from the government")
        choices.overrides = [Override(unit: "Q", node: "J", score: 1, reason: "")]
        #expect(
            rules { try Build(data([("X", [4, 8]), ("Y", [1, 2])]), framework: framework(2), method: choices) } == [
                "node-unknown"
            ])
    }

    @Test("pitfall 14: a number that is written to CSV comes back to the bit")
    func pitfall14() throws {
        var random = Xoshiro256StarStar(seed: 3)
        var numbers: [Double] = [0.1 + 0.2, 1.0 / 49, 24.0 / 49 + 0.5 / 49, .leastNonzeroMagnitude, 1e300, -0.0]
        for _ in 0..<500 { numbers.append(random.unit() * 1e-7) }
        let rows = numbers.enumerated().map { ("u\($0)", [$1]) }
        let bytes = CSVWriter.bytes(Sheet(name: "data", data: data(rows)))
        let grid = try #require(try TableReader.read(bytes, name: "data.csv").first)
        let back = try #require(IndexReader.read(data: grid).panel.editions.first?.data)
        #expect(back.values.rows == numbers.count)
        for (row, number) in numbers.enumerated() { #expect(back.values[row, 0].bitPattern == number.bitPattern, "\(number)") }
    }

    @Test("pitfall 15: a region among countries has a score, and no part in minima, means and ranks")
    func pitfall15() throws {
        let data = data([("X", [1]), ("_all", [100]), ("Y", [3]), ("Z", [2])], kinds: ["_all": .aggregate])
        let build = try Build(
            data, framework: framework(1), method: method(.minMax(low: 0, high: 100), [Aggregation.Level(.arithmetic)]))
        #expect(build.score(of: "Y", "I") == 100 && build.score(of: "Z", "I") == 50)
        #expect(build.score(of: "_all", "I") == 4950 && build.rank(of: "_all", "I") == nil)
        #expect(build.rank(of: "Y", "I") == 1 && build.ranking.count == 3)
    }

    @Test(
        "pitfall 16: z-scores give negative scores; beside a geometric mean they are refused before 300 runs, and shifted they are not"
    )
    func pitfall16() throws {
        let data = data([("X", [1, 5]), ("Y", [2, 9]), ("Z", [4, 7])])
        let base = method(.zScore(mean: 0, deviation: 1), [Aggregation.Level(.arithmetic)])
        #expect(try #require(Build(data, framework: framework(2), method: base).score(of: "X", "I")) < 0)
        let means = Factor("mean", .rule([.arithmetic, .geometric], level: nil))
        #expect(rules { try Study(data, framework: framework(2), method: base, factors: [means]) }.contains("mean-of-nothing"))
        let shifted = method(.zScore(mean: 10, deviation: 2), [Aggregation.Level(.arithmetic)])
        #expect(rules { try Study(data, framework: framework(2), method: shifted, factors: [means]) }.isEmpty)
    }

    @Test(
        "pitfall 17: a scale of each year hides progress, one scale shows it; goalposts let later values pass 100 unless they are cut"
    )
    func pitfall17() throws {
        let panel = Panel([
            Panel.Edition(period: "2024", data: data([("X", [0]), ("Y", [50])])),
            Panel.Edition(period: "2025", data: data([("X", [50]), ("Y", [100])])),
        ])
        let choices = method(.minMax(low: 0, high: 100), [Aggregation.Level(.arithmetic)])
        let each = try PanelBuild(panel, framework: framework(1), method: choices, scopes: Scopes(normalisation: .eachPeriod))
        let whole = try PanelBuild(panel, framework: framework(1), method: choices)
        #expect(each["2024"]?.score(of: "X", "I") == 0 && each["2025"]?.score(of: "X", "I") == 0)
        #expect(whole["2024"]?.score(of: "X", "I") == 0 && whole["2025"]?.score(of: "X", "I") == 50)
        var nodes = try framework(1).nodes
        nodes[0].goalposts = Node.Goalposts(low: 0, high: 50)
        for (cut, score) in [(false, 200.0), (true, 100)] {
            let posts = method(.goalposts(factor: 100, cut: cut, logarithmic: false), [Aggregation.Level(.arithmetic)])
            #expect(try PanelBuild(panel, framework: Framework(nodes), method: posts)["2025"]?.score(of: "Y", "I") == score)
        }
    }

    @Test(
        "pitfall 18: a negative weight of a principal component is told, refused by the index, and the audit shows weight beside importance"
    )
    func pitfall18() throws {
        let table = Table(columns: [[1, 2, 3, 4, 5, 6], [1.1, 2.3, 2.9, 4.2, 4.8, 6.1], [6, 5.2, 4.1, 2.8, 2.1, 1]])
        let weighting = try Weighting.firstComponent(of: Parts(node: "I", codes: ["a", "b", "c"], values: table))
        #expect(weighting.problems.contains { $0.rule.contains("negative") })
        #expect(weighting.weights.values.contains { $0 < 0 })
        let rows = (0..<6).map { row in ("u\(row)", [table[row, 0], table[row, 1], table[row, 2]]) }
        let set = Aggregation([Aggregation.Level(.arithmetic)], weights: .named("components", weighting.weights))
        let choices = Method([.normalise(Normalisation(.minMax(low: 0, high: 100))), .aggregate(set)])
        #expect(rules { try Build(data(rows), framework: framework(3), method: choices) }.contains("weight-negative"))
        let build = try Build(
            data(rows), framework: framework(3), method: method(.minMax(low: 0, high: 100), [Aggregation.Level(.arithmetic)]))
        let audit = try Audit(build)
        let line = try #require(audit.importance.first { $0.part == "c" })
        #expect(abs(line.weight - 1.0 / 3) < 1e-12 && line.correlation < 0)
    }
}
