import CompositeIndex
import Foundation
import Testing

/// What others stumbled over; the numbers are those of the list that the engine was built by.
@Suite("Pitfalls of composite indices")
struct PitfallTests {
    /// Columns a, b, c, ... into one index, or into two dimensions if `isDeep`.
    func framework(_ columns: Int, isDeep: Bool = false) throws -> Framework {
        let codes = (0..<columns).map { String(UnicodeScalar(UInt8(97 + $0))) }
        let parents = codes.indices.map { isDeep ? ($0 * 2 < columns ? "P" : "Q") : "I" }
        let leaves = zip(codes, parents).map { Node(code: $0, level: 1, parent: $1) }
        let middle = isDeep ? [Node(code: "P", level: 2, parent: "I"), Node(code: "Q", level: 2, parent: "I")] : []
        return try Framework(leaves + middle + [Node(code: "I", level: isDeep ? 3 : 2, parent: nil)])
    }

    func data(_ rows: [(String, [Double])], kinds: [String: IndexUnit.Kind] = [:], group: [String: String] = [:])
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

    func method(
        _ scale: Normalisation.Rule, _ levels: [Aggregation.Level], before: [Step] = [], ranking: Ranking = Ranking()
    ) -> Method { Method(before + [.normalise(Normalisation(scale)), .aggregate(Aggregation(levels))], ranking: ranking) }

    func rules(_ work: () throws -> some Any) -> [String] {
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
}
