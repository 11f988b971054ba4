import CompositeIndex
import Testing

@Suite("An index, built", .enabled(if: AsemIndex.isThere))
struct BuildTests {
    @Test("every table on the way is COINr's to 1e-12, missing cells at the same places")
    func tables() throws {
        let build = try AsemIndex.build()
        try build.expect(.raw, as: "step-Raw.csv")
        try build.expect(.denominated, as: "step-Denominated.csv")
        try build.expect(.imputed, as: "step-Imputed.csv")
        try build.expect(.screened, as: "step-Screened.csv")
        try build.expect(.treated, as: "step-Treated.csv")
        try build.expect(.normalised, as: "step-Normalised.csv")
        try build.expectScores(as: "step-Aggregated.csv")
        try build.expectScores(as: "results.csv")
    }

    @Test("the ranks are COINr's, and the best five are those that the corpus names")
    func ranks() throws {
        let build = try AsemIndex.build()
        let file = try #require(AsemCorpus.file("results.csv"))
        let ranks = Dictionary(uniqueKeysWithValues: zip(file.texts("uCode"), file.numbers("Rank")))
        for code in build.units.map(\.code) { #expect(build.rank(of: code, "Index") == ranks[code], "\(code)") }
        #expect(build.ranking.prefix(5).map { build.units[$0].code } == ["CHE", "NLD", "DNK", "NOR", "BEL"])
    }

    @Test("outliers are found and treated as by COINr, point by point")
    func treatment() throws {
        let build = try AsemIndex.build()
        let details = try #require(AsemCorpus.file("treat-details.csv"))
        for (row, code) in details.texts("iCode").enumerated() {
            let record = try #require(build.treatments.first { $0.indicator == code })
            let rounds = details.numbers("winsorise.nwin")[row]
            #expect(record.high + record.low > 0 || rounds.isNaN || rounds == 0, "\(code)")
            #expect(try close(#require(record.skewnessBefore), details.numbers("check_SkewKurt0.Skew")[row]))
            #expect(try close(#require(record.kurtosisBefore), details.numbers("check_SkewKurt0.Kurt")[row]))
            let after = details.numbers("check_SkewKurt1.Skew")[row]
            if !after.isNaN { #expect(try close(#require(record.skewness), after), "\(code)") }
        }
        let points = try #require(AsemCorpus.file("treat-points.csv"))
        for (row, unit) in points.texts("uCode").enumerated() {
            for node in build.framework.indicators {
                let code = build.framework.nodes[node].code
                let mark = build.marks[try #require(build.row(of: unit)), node]
                let name = mark.contains(.winsorisedHigh) ? "winhi" : mark.contains(.winsorisedLow) ? "winlo" : ""
                #expect(points.texts(code)[row] == name, "\(unit) \(code)")
            }
        }
    }

    @Test("a filled cell stays marked up to the profile, and nothing else is marked so")
    func imputed() throws {
        let build = try AsemIndex.build()
        let raw = try #require(build[stage: .denominated])
        var filled = 0
        for (row, unit) in build.units.enumerated() {
            let before = try #require(raw.units.firstIndex(of: unit))
            for (column, node) in build.framework.indicators.enumerated() {
                #expect(build.marks[row, node].contains(.imputed) == raw.table[before, column].isNaN)
                if raw.table[before, column].isNaN { filled += 1 }
            }
        }
        #expect(filled == 65, "63 were missing, and two more for want of a denominator")
    }

    @Test("the same bits each time, in whatever order the units come")
    func deterministic() throws {
        let one = try AsemIndex.build(), other = try AsemIndex.build()
        #expect(one.scores.isIdentical(to: other.scores) && one.ranks.isIdentical(to: other.ranks))
        var data = try AsemIndex.data()
        let order = Array(data.units.indices.reversed())
        data = Dataset(units: order.map { data.units[$0] }, columns: data.columns, values: data.values.keeping(rows: order))
        let turned = try Build(data, framework: AsemIndex.framework(), method: Method(AsemIndex.steps))
        for unit in one.units { #expect(one.rank(of: unit.code, "Index") == turned.rank(of: unit.code, "Index")) }
    }

    private func close(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-11 * max(abs(other), 1e-3) }
}
