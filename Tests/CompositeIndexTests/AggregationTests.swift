import CompositeIndex
import Testing

@Suite("Parts into wholes", .enabled(if: AsemIndex.isThere))
struct AggregationTests {
    typealias Level = Aggregation.Level

    private func build(
        _ levels: [Level], weights: Aggregation.Weights = .framework, isRaw: Bool = false
    ) throws -> Build {
        let scale = Step.normalise(Normalisation(.minMax(low: 1, high: 100)))
        let last = Step.aggregate(Aggregation(levels, weights: weights))
        return try AsemIndex.build(isRaw ? [scale, last] : AsemIndex.steps.prefix(4) + [scale, last])
    }

    @Test("means of the treated data are COINr's")
    func means() throws {
        try build([Level(.arithmetic)]).expectScores(as: "agg/N1-amean.csv")
        try build([Level(.geometric)]).expectScores(as: "agg/N1-gmean.csv")
        try build([Level(.harmonic)]).expectScores(as: "agg/N1-hmean.csv")
        try build([Level(.power(0.5))]).expectScores(as: "agg/N1-genmean_p0.5.csv")
        try build([Level(.power(-1))]).expectScores(as: "agg/N1-genmean_pm1.csv")
        try build([Level(.geometric), Level(.geometric), Level(.arithmetic)]).expectScores(as: "agg/N1-mixed-g-g-a.csv")
    }

    @Test("weights of a named set")
    func weighted() throws {
        let file = try #require(AsemCorpus.file("agg/weights-random.csv"))
        let set = Dictionary(uniqueKeysWithValues: zip(file.texts("iCode"), file.numbers("Weight")))
        try build([Level(.geometric)], weights: .named("random", set)).expectScores(as: "agg/N1-gmean-random-weights.csv")
    }

    @Test("where parts are missing the weights of the others are scaled, or the whole is missing")
    func gaps() throws {
        try build([Level(.arithmetic)], isRaw: true).expectScores(as: "agg/N1raw-amean.csv")
        try build([Level(.geometric)], isRaw: true).expectScores(as: "agg/N1raw-gmean.csv")
        try build([Level(.harmonic)], isRaw: true).expectScores(as: "agg/N1raw-hmean.csv")
        try build([Level(.arithmetic, missing: .threshold(0.9))], isRaw: true).expectScores(as: "agg/N1raw-amean-thresh0.9.csv")
    }

    @Test("outranking: each share is COINr's, and Copeland's score is the exact one")
    func outranking() throws {
        let build = try build([Level(.arithmetic)])
        let indicators = build.framework.indicators
        let outranking = Outranking(parts: build.scores.keeping(columns: indicators), weights: indicators.map { _ in 1 })
        let shares = try #require(AsemCorpus.file("agg/N1-outrank-all49-equal.csv"))
        let exact = try #require(AsemCorpus.file("agg/N1-copeland-all49-equal-exact.csv"))
        let codes = build.units.map(\.code)
        for (one, code) in codes.enumerated() {
            let row = try #require(shares.texts("uCode").firstIndex(of: code))
            for (other, name) in codes.enumerated() where one != other {
                #expect(abs(outranking.share(one, over: other) - shares.numbers(name)[row]) < 1e-12, "\(code) \(name)")
            }
            let place = try #require(exact.texts("uCode").firstIndex(of: code))
            #expect(Double(outranking.copeland[one]) == exact.numbers("copeland_exact")[place], "\(code)")
        }
    }
}
