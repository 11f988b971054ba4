import CompositeIndex
import Foundation
import Testing

/// Indices that others published, from their raw data: the whole numbers, not a sample.
@Suite("Published indices, reproduced")
struct PublishedIndicesTests {
    // MARK: Sustainable Development Report 2025

    private struct Sustainable {
        var data: Dataset
        var framework: Framework
        var scores: [String: Double]
        var ranks: [String: Int]
        var landlocked: [String]
    }

    private static func json(_ name: String) -> [[String: Any]]? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("../shared/corpus/index/sdr2025/sdr2025_\(name).json").standardized
        return (try? Data(contentsOf: file)).flatMap { try? JSONSerialization.jsonObject(with: $0) as? [[String: Any]] }
    }

    static let hasReport = json("codebook") != nil
    static let hasDevelopment = CorpusTable("hdi/hdi-series.csv") != nil
    static let hasBetterLife = CorpusTable("compind/bli2017.csv") != nil

    private static func report() throws -> Sustainable {
        let codebook = try #require(json("codebook")).filter { ($0["Global"] as? String) == "yes" }
        let indicators = codebook.compactMap { entry -> Node? in
            guard let code = entry["IndCode"] as? String, let goal = entry["SDG"] as? Int else { return nil }
            return Node(code: code, level: 1, parent: "goal\(goal)")
        }
        let goals = (1...17).map { Node(code: "goal\($0)", level: 2, parent: "index") }
        let framework = try Framework(indicators + goals + [Node(code: "index", level: 3, parent: nil)])
        let overview = try #require(json("overview"))
        let byName = Dictionary(
            overview.compactMap { row in (row["Country"] as? String).map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
        var scores: [String: Double] = [:], ranks: [String: Int] = [:], landlocked: [String] = []
        let rows = try #require(json("indicator_scores"))
        let units = rows.map { row -> IndexUnit in
            let code = row["iso3"] as? String ?? "", name = row["country"] as? String ?? ""
            let published = byName[name]
            if let score = published?["SDG_Index_Score_2025"] as? Double { scores[code] = score }
            if let rank = published?["SDG_Index_Rank_2025"] as? Int { ranks[code] = rank }
            // Who has no coast is told by the colour of the goal alone.
            if published?["Goal_14_Dashboard"] as? String == "grey" { landlocked.append(code) }
            return IndexUnit(
                code: code, name: name, kind: code.hasPrefix("_") ? .aggregate : .unit,
                groups: ["region": row["region"] as? String ?? ""])
        }
        let columns = indicators.map(\.code)
        var values = Table(rows: units.count, columns: columns.count)
        for (place, row) in rows.enumerated() {
            let cells = row["indicators"] as? [String: Any] ?? [:]
            for (column, code) in columns.enumerated() { values[place, column] = (cells[code] as? NSNumber)?.doubleValue ?? .nan }
        }
        return Sustainable(
            data: Dataset(units: units, columns: columns, values: values), framework: framework, scores: scores, ranks: ranks,
            landlocked: landlocked)
    }

    @Test("SDG Index 2025: 167 of 167 scores to 1e-12, all ranks", .enabled(if: hasReport))
    func sustainable() throws {
        let report = try PublishedIndicesTests.report()
        let kept = report.data.units.indices.filter {
            report.data.units[$0].kind == .aggregate || report.scores[report.data.units[$0].code] != nil
        }
        let data = Dataset(
            units: kept.map { report.data.units[$0] }, columns: report.data.columns,
            values: report.data.values.keeping(rows: kept))
        let method = Method(
            [
                .aggregate(
                    Aggregation([Aggregation.Level(.arithmetic), Aggregation.Level(.arithmetic, missing: .groupMean("region"))]))
            ],
            exemptions: [
                Exemption(
                    node: "goal14", units: report.landlocked.filter(Set(data.units.map(\.code)).contains), reason: "no coast",
                    isGap: true)
            ])
        let build = try Build(data, framework: report.framework, method: method)
        var seen = 0
        for (code, score) in report.scores where !code.hasPrefix("_") {
            let found = try #require(build.score(of: code, "index"), "\(code)")
            #expect(abs(found - score) <= 1e-12 * score, "\(code): \(found), published \(score)")
            #expect(build.rank(of: code, "index") == report.ranks[code].map(Double.init), "\(code)")
            seen += 1
        }
        #expect(seen == 167)
        let goals = try #require(CorpusTable("sdr2025/expected-goals.csv"))
        for (row, code) in goals.texts("iso3").enumerated() {
            for goal in 1...17 {
                let expected = goals.numbers("goal\(goal)")[row]
                let found = build.score(of: code, "goal\(goal)")
                #expect(
                    found == nil ? expected.isNaN : abs((found ?? 0) - expected) <= 1e-12 * max(expected, 1), "\(code) \(goal)")
            }
        }
    }

    // MARK: Human Development Index

    private static func development() throws -> (CorpusTable, Framework) {
        let nodes = [
            Node(code: "le", level: 1, parent: "health", goalposts: Node.Goalposts(low: 20, high: 85)),
            Node(code: "eys", level: 1, parent: "education", goalposts: Node.Goalposts(low: 0, high: 18)),
            Node(code: "mys", level: 1, parent: "education", goalposts: Node.Goalposts(low: 0, high: 15)),
            Node(code: "gnipc", level: 1, parent: "income", goalposts: Node.Goalposts(low: 100, high: 75000)),
            Node(code: "health", level: 2, parent: "hdi"), Node(code: "education", level: 2, parent: "hdi"),
            Node(code: "income", level: 2, parent: "hdi"), Node(code: "hdi", level: 3, parent: nil),
        ]
        return (try #require(CorpusTable("hdi/hdi-series.csv")), try Framework(nodes))
    }

    static let developmentMethod = Method(
        [
            .normalise(
                Normalisation(
                    .goalposts(factor: 1, cut: true, logarithmic: false),
                    individual: ["gnipc": .goalposts(factor: 1, cut: true, logarithmic: true)])),
            .aggregate(
                Aggregation([
                    Aggregation.Level(.arithmetic, missing: .strict), Aggregation.Level(.geometric, missing: .strict),
                ])),
        ], ranking: Ranking(decimals: 3))

    @Test("HDI 1990-2022: 6,171 of 6,171 at three decimals", .enabled(if: hasDevelopment))
    func development() throws {
        let (table, framework) = try PublishedIndicesTests.development()
        let units = zip(table.texts("iso3"), table.texts("year")).map {
            IndexUnit(code: "\($0)-\($1)", kind: $0.hasPrefix("ZZ") ? .aggregate : .unit)
        }
        let columns = ["le", "eys", "mys", "gnipc"]
        let build = try Build(
            Dataset(units: units, columns: columns, values: table.table(columns)), framework: framework,
            method: PublishedIndicesTests.developmentMethod)
        var seen = 0
        for (unit, published) in zip(units, table.numbers("hdi")) {
            let score = build.score(of: unit.code, "hdi")
            // Five country-years have all four values and were not published.
            if published.isNaN { continue }
            seen += 1
            #expect(
                PublishedIndicesTests.developmentMethod.ranking.compared(score ?? .nan) == published,
                "\(unit.code): \(score ?? .nan), published \(published)")
        }
        #expect(seen == 6171)
    }

    @Test("HDI 2022: 193 of 193 ranks, taken from three decimals; MYS is an indicator and Malaysia", .enabled(if: hasDevelopment))
    func developmentRanks() throws {
        let (_, framework) = try PublishedIndicesTests.development()
        let table = try #require(CorpusTable("hdi/hdi-2022.csv"))
        let units = table.texts("iso3").map { IndexUnit(code: $0, kind: $0.hasPrefix("ZZ") ? .aggregate : .unit) }
        let columns = ["le", "eys", "mys", "gnipc"]
        let data = Dataset(units: units, columns: columns, values: table.table(columns))
        let build = try Build(data, framework: framework, method: PublishedIndicesTests.developmentMethod)
        let ranks = Dictionary(uniqueKeysWithValues: zip(table.texts("iso3"), table.numbers("rank_published")))
        for (code, rank) in ranks where !rank.isNaN { #expect(build.rank(of: code, "hdi") == rank, "\(code)") }
        #expect(ranks.values.filter { !$0.isNaN }.count == 193)
        var unrounded = PublishedIndicesTests.developmentMethod
        unrounded.ranking.decimals = nil
        let other = try Build(data, framework: framework, method: unrounded)
        #expect(ranks.filter { !$1.isNaN && other.rank(of: $0, "hdi") != $1 }.count == 27, "ranks of unrounded scores are others")
    }

    // MARK: OECD Better Life Index, by Mazziotta and Pareto

    private static func betterLife(_ scale: Normalisation.Rule, _ rule: Aggregation.Rule) throws -> Build {
        let table = try #require(CorpusTable("compind/bli2017.csv"))
        let codes = Array(table.header.dropFirst())
        let nodes = codes.map { Node(code: $0, level: 1, parent: "mpi") } + [Node(code: "mpi", level: 2, parent: nil)]
        let units = table.texts("country").map { IndexUnit(code: $0) }
        let steps: [Step] = [.normalise(Normalisation(scale)), .aggregate(Aggregation([Aggregation.Level(rule)]))]
        return try Build(
            Dataset(units: units, columns: codes, values: table.table(codes)), framework: Framework(nodes), method: Method(steps))
    }

    @Test("MPI of the Better Life Index 2017, both penalties, to 1e-12", .enabled(if: hasBetterLife))
    func betterLife() throws {
        let expected = try #require(CorpusTable("compind/bli2017-compind.csv"))
        for (penalty, name) in [(Aggregation.Penalty.negative, "NEG"), (.positive, "POS")] {
            let build = try PublishedIndicesTests.betterLife(.zScore(mean: 100, deviation: 10), .mazziottaPareto(penalty))
            for (country, value) in zip(expected.texts("country"), expected.numbers("mpi_z100_10_pen\(name)sign")) {
                let found = try #require(build.score(of: country, "mpi"))
                #expect(abs(found - value) <= 1e-12 * value, "\(country): \(found), expected \(value)")
            }
        }
    }

    @Test("AMPI with goalposts around the mean, at three decimals", .enabled(if: hasBetterLife))
    func adjusted() throws {
        let expected = try #require(CorpusTable("compind/bli2017-compind.csv"))
        let build = try PublishedIndicesTests.betterLife(.centred(at: 100, span: 60), .adjustedMazziottaPareto(.negative))
        for (country, value) in zip(expected.texts("country"), expected.numbers("ampi_gp_mean")) {
            let found = try #require(build.score(of: country, "mpi"))
            #expect(abs(found - value) < 0.00051, "\(country): \(found), expected \(value)")
        }
    }
}
