import CompositeIndex
import Foundation
import Testing

/// What others stumbled over; the numbers are those of the list that the engine was built by.
@Suite("Pitfalls of composite indices")
struct PitfallTests {
    /// Columns a, b, c, ... into one index, or into two dimensions if `isDeep`.
    private func framework(_ columns: Int, isDeep: Bool = false) throws -> Framework {
        let codes = (0..<columns).map { String(UnicodeScalar(UInt8(97 + $0))) }
        let parents = codes.indices.map { isDeep ? ($0 * 2 < columns ? "P" : "Q") : "I" }
        let leaves = zip(codes, parents).map { Node(code: $0, level: 1, parent: $1) }
        let middle = isDeep ? [Node(code: "P", level: 2, parent: "I"), Node(code: "Q", level: 2, parent: "I")] : []
        return try Framework(leaves + middle + [Node(code: "I", level: isDeep ? 3 : 2, parent: nil)])
    }

    private func data(_ rows: [(String, [Double])], kinds: [String: IndexUnit.Kind] = [:], group: [String: String] = [:])
        -> Dataset
    {
        let width = rows[0].1.count
        return Dataset(
            units: rows.map {
                IndexUnit(code: $0.0, kind: kinds[$0.0] ?? .unit, groups: group[$0.0].map { ["region": $0] } ?? [:])
            },
            columns: (0..<width).map { String(UnicodeScalar(UInt8(97 + $0))) },
            values: Table(columns: (0..<width).map { column in rows.map { $0.1[column] } }))
    }

    private func method(
        _ scale: Normalisation.Rule, _ levels: [Aggregation.Level], before: [Step] = [], ranking: Ranking = Ranking()
    ) -> Method { Method(before + [.normalise(Normalisation(scale)), .aggregate(Aggregation(levels))], ranking: ranking) }

    private func rules(_ work: () throws -> some Any) -> [String] {
        do {
            _ = try work()
            return []
        } catch { return (error as? Problems)?.list.map(\.rule) ?? ["\(error)"] }
    }

    @Test("pitfall 1: a geometric mean of a scale that begins at 0 is refused before it runs, naming the cell; from 1 it is not")
    func pitfall1() throws {
        let data = data([("X", [1, 5]), ("Y", [2, 6]), ("Z", [3, 7])])
        let tree = try framework(2)
        let level = [Aggregation.Level(.geometric)]
        do {
            _ = try Build(data, framework: tree, method: method(.minMax(low: 0, high: 100), level))
            Issue.record("a mean of 0 was taken")
        } catch let problems as Problems {
            #expect(problems.list.map(\.rule) == ["mean-of-nothing", "mean-of-nothing"])
            #expect(problems.list[0].subjects == ["I", "a", "X", "1"])
        }
        #expect(rules { try Build(data, framework: tree, method: method(.minMax(low: 1, high: 100), level)) }.isEmpty)
        let harmonic = [Aggregation.Level(.harmonic)]
        #expect(rules { try Build(data, framework: tree, method: method(.zScore(mean: 0, deviation: 1), harmonic)) }.count == 2)
    }

    @Test(
        "pitfall 2: whose weak indicator is missing gains, and it shows: the weights that count, and how far the score could lie")
    func pitfall2() throws {
        let data = data([("X", [0, 10]), ("Y", [10, 10]), ("Z", [.nan, 10]), ("W", [5, 0])])
        let build = try Build(
            data, framework: framework(2), method: method(.minMax(low: 0, high: 100), [Aggregation.Level(.arithmetic)]))
        #expect(build.score(of: "Z", "I") == 100 && build.score(of: "X", "I") == 50)
        let row = try #require(build.row(of: "Z"))
        let weights = build.effectiveWeights(ofRow: row)
        #expect(weights[0] == 0 && weights[1] == 1)
        let bounds = try #require(try build.bounds(ofRow: row))
        #expect(bounds.lowerBound == 50 && bounds.upperBound == 100)
    }

    @Test("pitfall 3: a power mean passes over a missing part as the other means do")
    func pitfall3() throws {
        let data = data([("X", [1, 4]), ("Y", [.nan, 9]), ("Z", [3, 1])])
        let build = try Build(data, framework: framework(2), method: method(.none, [Aggregation.Level(.power(0.5))]))
        #expect(build.score(of: "Y", "I") == 9)
        #expect(build.score(of: "X", "I") == 2.25)
    }

    @Test("pitfall 4: to scale weights at each level is not to scale them once: both trees can be said")
    func pitfall4() throws {
        let rows: [(String, [Double])] = [("X", [1, 2, 3, 4]), ("Y", [2, .nan, 6, 8]), ("Z", [4, 4, 4, 4])]
        let means = method(.none, [Aggregation.Level(.arithmetic)])
        let deep = try Build(data(rows), framework: framework(4, isDeep: true), method: means)
        let flat = try Build(data(rows), framework: framework(4), method: means)
        #expect(deep.score(of: "X", "I") == flat.score(of: "X", "I"))
        #expect(deep.score(of: "Y", "I") == 4.5)
        #expect(flat.score(of: "Y", "I") == 16.0 / 3)
        // A whole may have an indicator and a dimension side by side.
        let mixed = try Framework([
            Node(code: "a", level: 1, parent: "P"), Node(code: "b", level: 1, parent: "P"),
            Node(code: "c", level: 1, parent: "I"),
            Node(code: "d", level: 1, parent: "I"), Node(code: "P", level: 2, parent: "I"),
            Node(code: "I", level: 3, parent: nil),
        ])
        #expect(try Build(data(rows), framework: mixed, method: means).score(of: "X", "I") == 8.5 / 3)
    }

    @Test("pitfall 5: what is done about missing parts is a setting of each level")
    func pitfall5() throws {
        let rows: [(String, [Double])] = [("X", [1, .nan, 3, 5]), ("Y", [.nan, .nan, 6, 8]), ("Z", [4, 4, 4, 6])]
        let groups = ["X": "north", "Y": "north", "Z": "south"]
        func score(_ first: Aggregation.Missing, _ second: Aggregation.Missing, _ unit: String) throws -> Double? {
            let levels = [Aggregation.Level(.arithmetic, missing: first), Aggregation.Level(.arithmetic, missing: second)]
            return try Build(data(rows, group: groups), framework: framework(4, isDeep: true), method: method(.none, levels))
                .score(of: unit, "I")
        }
        #expect(try score(.rescale, .rescale, "X") == 2.5 && score(.rescale, .rescale, "Y") == 7)
        #expect(try score(.strict, .rescale, "X") == 4 && score(.rescale, .strict, "Y") == nil)
        #expect(try score(.threshold(0.6), .rescale, "X") == 4 && score(.threshold(0.5), .rescale, "X") == 2.5)
        // P of Y is that of its neighbours in the north.
        #expect(try score(.rescale, .groupMean("region"), "Y") == 4)
    }

    @Test("pitfall 6: tied pairs are seen to be tied, though sums of forty-ninths are not quite a half; gaps count for nobody")
    func pitfall6() throws {
        var columns: [[Double]] = (0..<24).map { _ in [1, 0] } + (0..<24).map { _ in [0, 1] }
        columns.append([1, 1])
        let outranking = Outranking(parts: Table(columns: columns), weights: Array(repeating: 1.0 / 49, count: 49))
        #expect(outranking.copeland == [0, 0])
        #expect(abs(outranking.share(0, over: 1) - 0.5) < 1e-12)
        let gaps = Outranking(parts: Table(columns: [[1, 2, 3], [.nan, 2, 1], [5, .nan, 1]]), weights: [1, 1, 1])
        // Only a is known of both: second over first.
        #expect(gaps.share(1, over: 0) == 1 && gaps.share(0, over: 1) == 0)
        #expect(gaps.copeland == [-1, 1, 0])
    }

    @Test("pitfall 8: an alternative is chosen by the number itself, not by where it lies among the numbers drawn")
    func pitfall8() throws {
        let data = data([("X", [1, 5]), ("Y", [2, 9]), ("Z", [4, 7])])
        let rounds = Factor("rounds", .treatment([Treatment(rounds: 1), Treatment(rounds: 2)]))
        let base = method(.minMax(low: 1, high: 100), [Aggregation.Level(.arithmetic)], before: [.treat(Treatment())])
        let study = try Study(data, framework: framework(2), method: base, factors: [rounds])
        func chosen(_ number: Double) throws -> Int? {
            for step in try study.method(at: [number]).steps { if case .treat(let treatment) = step { return treatment.rounds } }
            return nil
        }
        #expect(try chosen(0.4999) == 1 && chosen(0.5) == 2 && chosen(0.9999) == 2 && chosen(0) == 1)
    }

    @Test("pitfall 9: MYS is a country and an indicator")
    func pitfall9() throws {
        let nodes = [
            Node(code: "MYS", level: 1, parent: "I"), Node(code: "EYS", level: 1, parent: "I"),
            Node(code: "I", level: 2, parent: nil),
        ]
        let data = Dataset(
            units: [IndexUnit(code: "MYS"), IndexUnit(code: "EYS"), IndexUnit(code: "I")], columns: ["MYS", "EYS"],
            values: Table(columns: [[10, 12, 14], [1, 2, 3]]))
        let build = try Build(data, framework: Framework(nodes), method: method(.none, [Aggregation.Level(.arithmetic)]))
        #expect(build.score(of: "MYS", "MYS") == 10 && build.score(of: "EYS", "EYS") == 2 && build.score(of: "I", "I") == 8.5)
    }

    @Test("pitfall 10: ranks are of rounded or of unrounded scores, as the method says")
    func pitfall10() throws {
        let data = data([("X", [0.8004]), ("Y", [0.7996]), ("Z", [0.5])])
        func ranks(_ ranking: Ranking) throws -> [Double] {
            let build = try Build(
                data, framework: framework(1), method: method(.none, [Aggregation.Level(.arithmetic)], ranking: ranking))
            return ["X", "Y", "Z"].map { build.rank(of: $0, "I") ?? .nan }
        }
        #expect(try ranks(Ranking()) == [1, 2, 3])
        #expect(try ranks(Ranking(decimals: 3)) == [1, 1, 3])
        #expect(try ranks(Ranking(decimals: 3, ties: .dense)) == [1, 1, 2])
        #expect(try ranks(Ranking(decimals: 3, ties: .average)) == [1.5, 1.5, 3])
        #expect(try ranks(Ranking(decimals: 3, ties: .last)) == [2, 2, 3])
        #expect(Ranking(decimals: 3).compared(0.0005) == 0.001)
    }

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
