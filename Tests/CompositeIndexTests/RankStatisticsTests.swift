import Testing

@testable import CompositeIndex

@Suite("Rank statistics")
struct RankStatisticsTests {
    @Test("mean, median and quantiles of a unit's ranks; runs without a rank are left out, halves are counted")
    func small() {
        let ranks = Table(columns: [[1, 2.5], [3, .nan], [2, 1], [1, 2.5]])
        let statistics = RankStatistics.of(ranks, units: ["A", "B"], nominal: [1, .nan], probabilities: [0, 0.25, 1])
        #expect(
            statistics == [
                RankStatistics(unit: "A", nominal: 1, mean: 1.75, median: 1.5, quantiles: [1, 1, 3], runs: 4),
                RankStatistics(unit: "B", nominal: nil, mean: 2, median: 2.5, quantiles: [1, 1.75, 2.5], runs: 3),
            ])
    }

    @Test("a unit that never ranks has no statistics")
    func never() {
        let ranks = Table(columns: [[1, .nan], [1, .nan]])
        let statistics = RankStatistics.of(ranks, units: ["A", "B"], nominal: [1, 2])
        #expect(statistics[1] == RankStatistics(unit: "B", nominal: 2, quantiles: [], runs: 0))
    }

    @Test("counting in two parts gives what counting in one gives")
    func parts() {
        var generator = Xoshiro256StarStar(seed: 5)
        let runs = (0..<50).map { _ in (1...9).map(Double.init).shuffled(using: &generator) }
        var whole = RankCounts(units: 9, highest: 9), first = RankCounts(units: 9, highest: 9),
            second = RankCounts(units: 9, highest: 9)
        for (place, run) in runs.enumerated() {
            whole.add(run)
            if place < 20 { first.add(run) } else { second.add(run) }
        }
        second.add(first)
        let codes = (0..<9).map(String.init), nominal = (1...9).map(Double.init)
        #expect(
            second.statistics(units: codes, nominal: nominal, probabilities: [0.05, 0.95])
                == whole.statistics(units: codes, nominal: nominal, probabilities: [0.05, 0.95]))
    }

    @Test("the mean shift is over units that have both ranks")
    func shift() {
        #expect(RankStatistics.meanShift([1, 3, .nan, 4], nominal: [2, 1, 3, .nan]) == 1.5)
        #expect(RankStatistics.meanShift([Double.nan], nominal: [1]).isNaN)
    }

    @Test(
        "the statistics of the corpus come out, from the random runs alone", .enabled(if: AsemCorpus.file("iMeta.csv") != nil),
        arguments: [("SA", 200), ("UA", 100)])
    func corpus(name: String, runs: Int) throws {
        let ranks = try #require(AsemCorpus.file("sens/\(name)-ranks.csv"))
        let expected = try #require(AsemCorpus.file("sens/\(name)-rankstats.csv"))
        let codes = ranks.texts("uCode")
        let statistics = RankStatistics.of(
            ranks.table((1...runs).map { "r_\($0)" }), units: codes, nominal: ranks.numbers("Nominal"))
        #expect(codes == expected.texts("uCode") && codes.count == 51)
        let columns = ["Nominal", "Mean", "Median", "Q5", "Q95"].map(expected.numbers)
        for (unit, found) in statistics.enumerated() {
            let values = [found.nominal, found.mean, found.median, found.quantiles[0], found.quantiles[1]]
            for (value, column) in zip(values, columns) { #expect(abs((value ?? .nan) - column[unit]) < 1e-12) }
        }
    }
}
