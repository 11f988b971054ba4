import CompositeIndex
import Testing

@Suite("Scales", .enabled(if: AsemIndex.isThere))
struct NormalisationTests {
    static let rules: [(Normalisation.Rule, String)] = [
        (.borda, "borda"), (.distanceToMaximum, "dist2max"), (.distanceToReference(unit: "GBR", capped: false), "dist2ref_GBR"),
        (.fractionOfMaximum, "fracmax"), (.minMax(low: 0, high: 100), "minmax_0_100"),
        (.minMax(low: 1, high: 100), "minmax_1_100"),
        (.percentileRank, "prank"), (.rank, "rank"), (.zScore(mean: 0, deviation: 1), "zscore_0_1"),
        (.zScore(mean: 10, deviation: 2), "zscore_10_2"),
    ]

    /// The best of a negative indicator may be 0, of which there are no fractions: COINr gives infinity, we refuse.
    private static func exceptions(_ rule: Normalisation.Rule, _ file: String) throws -> [String: Normalisation.Rule] {
        guard rule == .fractionOfMaximum else { return [:] }
        let table = try #require(AsemCorpus.file("norm/\(file).csv"))
        let infinite = table.header.filter { table.numbers($0).contains { $0.isInfinite } }
        #expect(infinite.contains("CostImpEx") && infinite.count < 10)
        return Dictionary(uniqueKeysWithValues: infinite.map { ($0, .rank) })
    }

    @Test("ten scales of the treated data are COINr's to 1e-12", arguments: rules.indices)
    func treated(_ place: Int) throws {
        let (rule, file) = NormalisationTests.rules[place]
        var steps = AsemIndex.steps
        steps[4] = .normalise(Normalisation(rule, individual: try NormalisationTests.exceptions(rule, file)))
        try AsemIndex.build(steps).expect(.normalised, as: "norm/\(file).csv")
    }

    @Test("and of the data as they were, gaps staying gaps", arguments: rules.indices.filter { $0 != 2 })
    func raw(_ place: Int) throws {
        let (rule, file) = NormalisationTests.rules[place]
        let steps: [Step] = [
            .normalise(Normalisation(rule, individual: try NormalisationTests.exceptions(rule, "raw-\(file)"))),
            AsemIndex.steps[5],
        ]
        try AsemIndex.build(steps).expect(.normalised, as: "norm/raw-\(file).csv")
    }
}
