import CompositeIndex
import Testing

@Suite("Replications of the ASEM index", .enabled(if: AsemIndex.isThere))
struct ReplicationTests {
    /// A row of a saved design, and the rows' weight sets.
    static func method(_ design: CorpusTable, _ row: Int, _ sets: CorpusTable) throws -> Method {
        let set = Dictionary(
            uniqueKeysWithValues: zip(sets.texts("iCode"), sets.numbers("set\(Int(design.numbers("weightset")[row]))")))
        let scale: Normalisation.Rule =
            design.texts("norm")[row] == "zscore_10_2" ? .zScore(mean: 10, deviation: 2) : .minMax(low: 1, high: 100)
        let rule: Aggregation.Rule = design.texts("agg")[row] == "a_gmean" ? .geometric : .arithmetic
        var steps = AsemIndex.steps
        steps[3] = .treat(Treatment(rounds: Int(design.numbers("winmax")[row])))
        steps[4] = .normalise(Normalisation(scale))
        steps[5] = .aggregate(Aggregation([Aggregation.Level(rule)], weights: .named("noisy", set)))
        return Method(steps)
    }

    @Test("the 600 scores of the saved design are COINr's to 1e-12, its ranks and mean rank shifts exactly")
    func saved() throws {
        let data = try AsemIndex.data(), framework = try AsemIndex.framework()
        let sets = try #require(AsemCorpus.file("sens/noisy-weights.csv")),
            design = try #require(AsemCorpus.file("sens/SA-design.csv"))
        let scores = try #require(AsemCorpus.file("sens/SA-scores.csv")),
            ranks = try #require(AsemCorpus.file("sens/SA-ranks.csv"))
        let shifts = try #require(AsemCorpus.file("sens/SA-target.csv")).numbers("y")
        let units = scores.texts("uCode"), nominal = ranks.numbers("Nominal")
        #expect(design.rows.count == 600)
        for row in design.rows.indices {
            let build = try Build(data, framework: framework, method: ReplicationTests.method(design, row, sets))
            let expected = scores.rows.map { Double($0[row + 2]) ?? .nan },
                places = ranks.rows.map { Double($0[row + 2]) ?? .nan }
            var shift = 0.0
            for (place, unit) in units.enumerated() {
                let score = try #require(build.score(of: unit, "Index")), rank = try #require(build.rank(of: unit, "Index"))
                #expect(abs(score - expected[place]) <= 1e-12 * expected[place], "\(unit) in run \(row + 1)")
                #expect(rank == places[place], "\(unit) in run \(row + 1)")
                shift += abs(rank - nominal[place])
            }
            #expect(shift / Double(units.count) == shifts[row], "run \(row + 1)")
        }
    }
}
