import CompositeIndex
import Testing

@Suite struct BenefitOfTheDoubtTests {
    static let aggregated = AsemCorpus.file("step-Aggregated.csv"), hdi = CorpusTable("hdi/hdi-2022.csv")
    static let pillars = ["Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin"]
    static let small = Table(columns: [[1, 0.5, 0.2, 0.4], [0.2, 0.5, 1, 0.4]])

    private func near(_ ours: [Double], _ theirs: [Double], _ tolerance: Double = 1e-12) -> Bool {
        ours.count == theirs.count && zip(ours, theirs).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test("two parts have a frontier that can be drawn")
    func closed() throws {
        // The frontier runs from (1, 0.2) to (0.2, 1): x + y = 1.2.
        let scores = try BenefitOfTheDoubt.scores(Self.small, shares: nil)
        #expect(near(scores, [1, 1 / 1.2, 1, 0.8 / 1.2]))
    }

    @Test("a unit that is best in everything scores 1, and one part alone is the share of the largest")
    func dominating() throws {
        let dominated = Table(columns: [[10, 5, 8], [20, 4, 20], [30, 30, 1]])
        #expect(try BenefitOfTheDoubt.scores(dominated, shares: nil) == [1, 1, 1])
        let below = Table(columns: [[10, 5, 8], [20, 4, 19], [30, 29, 1]])
        #expect(near(try BenefitOfTheDoubt.scores(below, shares: nil), [1, 29.0 / 30, 0.95]))
        #expect(near(try BenefitOfTheDoubt.scores(Table(columns: [[4, 1, 2]]), shares: nil), [1, 0.25, 0.5]))
    }

    @Test("the scale of a part changes no score")
    func invariance() throws {
        let scaled = Table(columns: [Self.small.column(0).map { 1000 * $0 }, Self.small.column(1).map { $0 / 7 }])
        #expect(
            near(
                try BenefitOfTheDoubt.scores(scaled, shares: nil), try BenefitOfTheDoubt.scores(Self.small, shares: nil)))
        let bounds = Aggregation.ShareBounds(least: 0.3, most: 0.6)
        #expect(
            near(
                try BenefitOfTheDoubt.scores(scaled, shares: bounds), try BenefitOfTheDoubt.scores(Self.small, shares: bounds)))
    }

    @Test("equal shares of half leave one choice of weights for each unit")
    func shares() throws {
        // w = s/(2y) for both parts, and the binding unit has the largest mean of y_k/y_c.
        let scores = try BenefitOfTheDoubt.scores(Self.small, shares: Aggregation.ShareBounds(least: 0.5, most: 0.5))
        let x = Array(Self.small.column(0)), y = Array(Self.small.column(1))
        let expected = (0..<4).map { unit -> Double in
            let sides = (0..<4).map { (other: Int) -> Double in (x[other] / x[unit] + y[other] / y[unit]) / 2 }
            return 1 / (sides.max() ?? .nan)
        }
        #expect(near(scores, expected))
        let loose = try BenefitOfTheDoubt.scores(Self.small, shares: Aggregation.ShareBounds(least: 0, most: 1))
        #expect(near(loose, try BenefitOfTheDoubt.scores(Self.small, shares: nil)))
    }

    @Test("no score hangs on the order of the units", arguments: [nil, Aggregation.ShareBounds(least: 0.2, most: 0.7)])
    func order(bounds: Aggregation.ShareBounds?) throws {
        let there = try BenefitOfTheDoubt.scores(Self.small, shares: bounds)
        let back = try BenefitOfTheDoubt.scores(Self.small.keeping(rows: [3, 2, 1, 0]), shares: bounds)
        #expect(near(there, back.reversed(), 1e-15))
    }

    @Test("narrower bounds never raise a score")
    func narrowing() throws {
        let wide = try BenefitOfTheDoubt.scores(Self.small, shares: Aggregation.ShareBounds(least: 0.1, most: 0.9))
        let narrow = try BenefitOfTheDoubt.scores(Self.small, shares: Aggregation.ShareBounds(least: 0.4, most: 0.6))
        #expect(zip(wide, narrow).allSatisfy { $0 >= $1 - 1e-12 })
        #expect(wide != narrow)
    }

    @Test("a part that is missing has no weight; a unit without parts has no score; zeros score 0")
    func gaps() throws {
        let parts = Table(columns: [[1, 0.5, .nan, .nan, 0], [1, .nan, 0.25, .nan, 0]])
        let scores = try BenefitOfTheDoubt.scores(parts, shares: nil)
        #expect(near(Array(scores[0..<3]), [1, 0.5, 0.25]))
        #expect(scores[3].isNaN)
        #expect(scores[4] == 0)
        let bounded = try BenefitOfTheDoubt.scores(parts, shares: Aggregation.ShareBounds(least: 0.2, most: 0.8))
        #expect(bounded[0] == 1 && bounded[1].isNaN && bounded[3].isNaN && bounded[4] == 0)
    }

    @Test("nothing to score is no error")
    func empty() throws {
        #expect(try BenefitOfTheDoubt.scores(Table(rows: 0, columns: 2), shares: nil).isEmpty)
        #expect(try BenefitOfTheDoubt.scores(Table(rows: 2, columns: 0), shares: nil).allSatisfy(\.isNaN))
        #expect(try BenefitOfTheDoubt.scores(Table(rows: 2, columns: 1), shares: nil).allSatisfy(\.isNaN))
    }

    @Test("all that cannot be praised is named at once")
    func problems() {
        let parts = Table(columns: [[1, -2], [0, 0], [1, 1], [.infinity, 1]])
        let bounds = Aggregation.ShareBounds(least: 0.3, most: 0.4)
        let found = BenefitOfTheDoubt.problems(parts, shares: bounds, codes: ["a", "b", "c", "d"])
        #expect(found.map(\.rule) == ["benefit-negative", "benefit-zero", "benefit-infinite", "benefit-shares-sum"])
        #expect(found.first?.subjects.first == "a")
        #expect(throws: Problems.self) { try BenefitOfTheDoubt.scores(parts, shares: bounds) }
        let upside = Aggregation.ShareBounds(least: 0.6, most: 0.4)
        #expect(BenefitOfTheDoubt.problems(Self.small, shares: upside).map(\.rule) == ["benefit-shares"])
        let zero = Table(columns: [[0, 1], [1, 1]])
        let warned = BenefitOfTheDoubt.problems(zero, shares: Aggregation.ShareBounds(least: 0.1, most: 0.9))
        #expect(warned.map(\.rule) == ["benefit-share-of-zero"] && warned.first?.gravity == .warning)
    }

    @Test("20 of the 51 ASEM countries score 1 on the eight pillars", .enabled(if: aggregated != nil))
    func asem() throws {
        let table = try #require(Self.aggregated), units = table.texts("uCode"), parts = table.table(Self.pillars)
        let scores = try BenefitOfTheDoubt.scores(parts, shares: nil)
        #expect(scores.count { $0 == 1 } == 20)
        // Computed once with another solver (HiGHS), as are those below.
        check(
            scores, units, ["RUS": 0.804781813252, "NZL": 0.828481042356, "THA": 0.831985268765, "MNG": 0.834685806335],
            sum: 48.608466302922)
        let bounded = try BenefitOfTheDoubt.scores(parts, shares: Aggregation.ShareBounds(least: 0.05, most: 0.3))
        check(bounded, units, ["CHN": 0.237138730697, "IDN": 0.370347454410, "JPN": 0.438348615491], sum: 39.998751465587)
    }

    @Test("the dimensions of human development agree with another solver", .enabled(if: hdi != nil))
    func development() throws {
        let all = try #require(Self.hdi), dimensions = ["I_health", "I_educ", "I_income"]
        let whole = all.table(dimensions), complete = (0..<whole.rows).filter { !whole.row($0).contains(where: \.isNaN) }
        let parts = whole.keeping(rows: complete), codes = all.texts("iso3"), units = complete.map { codes[$0] }
        #expect(parts.rows == 204)
        check(
            try BenefitOfTheDoubt.scores(parts, shares: nil), units, ["TCD": 0.509055846961, "CAF": 0.531888306078],
            sum: 166.999922721944)
        let bounded = try BenefitOfTheDoubt.scores(parts, shares: Aggregation.ShareBounds(least: 0.2, most: 0.5))
        check(bounded, units, ["SOM": 0.418860588651, "NER": 0.436852403677], sum: 156.153637447222)
    }

    private func check(_ scores: [Double], _ units: [String], _ expected: [String: Double], sum: Double) {
        for (unit, score) in zip(units, scores) {
            if let theirs = expected[unit] { #expect(abs(score - theirs) < 1e-9, "\(unit)") }
        }
        #expect(abs(scores.reduce(0, +) - sum) < 1e-7)
    }
}
