import Base
import CompositeIndex
import Foundation
import HTML
import Testing

@testable import Measure

/// The public pages as functions of values, over the demo's sixty countries.
@Suite struct IndexPagesTests {
    private let scene = IndexSample.scene()
    private func demo(archive: [IndexEdition] = []) throws -> IndexView {
        try IndexSample.view(MeasureDemo.content, archive: archive)
    }

    @Test("The ranking has a row a country with its score, says that the data are invented and that few places mean nothing")
    func ranking() throws {
        let text = IndexRankingPage.main(scene, try demo(), RankingFilter(), RankRanges(try demo())).text
        #expect(text.components(separatedBy: "<tr><td class=\"number ix-rank\">").count == 61)
        #expect(text.contains("Sample data.") && text.contains("not significant") && text.contains("Estimated values: "))
        #expect(!text.contains("Markup(") && !text.contains("index.") && !text.contains("Optional("))
    }

    @Test("Filters narrow down, keep the sorting, and their links say where they lead")
    func filters() throws {
        let text = IndexRankingPage.main(scene, try demo(), RankingFilter(groups: ["region": "East"], sort: "B"), nil).text
        #expect(text.contains("Countries: 12 of 60") && text.contains("aria-sort=\"descending\""))
        #expect(text.contains("/index/tiny-2026?income=Low&amp;region=East&amp;sort=B"))
    }

    @Test("An old edition says so and leads to the newest")
    func old() throws {
        let newer = IndexSample.edition("tiny-2027", period: "2027", number: 2)
        let text = IndexRankingPage.main(scene, try demo(archive: [newer, IndexSample.edition()]), RankingFilter(), nil).text
        #expect(text.contains("This is an earlier edition") && text.contains(#"href="/index/tiny-2027""#))
    }

    @Test("A profile has every part in the table, strengths and weaknesses, a drawing with its words")
    func profile() throws {
        let view = try demo()
        let profile = UnitProfile(view, row: 6, grouping: nil)
        let text = IndexProfilePage.main(scene, view, profile, EditionHistory([])).text
        #expect(text.components(separatedBy: "<tr class=\"ix-depth-").count == 34)
        #expect(text.contains("<svg class=\"ix-radar\"") && text.contains("Strengths") && text.contains("Weaknesses"))
        #expect(!text.contains("Markup(") && !text.contains("NaN") && !text.contains("nan"))
    }

    @Test("The time line is broken where the method changed")
    func timeline() throws {
        var later = MeasureDemo.content
        later.nodes[3].weight = 2
        let chapters = [
            (IndexSample.edition(), MeasureDemo.content), (IndexSample.edition("tiny-2027", period: "2027", number: 2), later),
        ]
        let history = EditionHistory(try chapters.map { ($0.0, $0.1, try $0.1.build()) })
        let text = IndexTimelinePage.section(scene, try demo(), history, unit: "X03").text
        #expect(text.contains("ix-broken") && text.contains("<td>changed</td>") && text.contains("/index/tiny-2027/u/X03"))
    }

    @Test("Two countries are compared part by part, the higher marked in words; none asks for a choice")
    func compare() throws {
        let view = try demo()
        let text = IndexComparePage.main(scene, view, [0, 1]).text
        #expect(
            text.contains("<b>") && !text.contains("&lt;") && text.contains("(highest here)")
                && text.contains("<option value=\"X01\" selected>Alvaria</option>"))
        #expect(IndexComparePage.main(scene, view, []).text.contains("Choose two to five countries"))
    }

    @Test("Each cell of the matrix has its number; invented codes are tiles, real ones points on the map")
    func pictures() throws {
        let view = try demo()
        #expect(
            IndexMatrixPage.main(scene, view).text.components(separatedBy: "<td class=\"number ix-step-").count == 60 * 15 + 1)
        #expect(IndexMapPage.main(scene, view).text.contains("ix-tiles"))
        var content = MeasureStage.tiny
        for (place, code) in ["MEX", "CN", "KEN", "FRA"].enumerated() { content.data?.units[place].code = code }
        let map = IndexMapPage.main(scene, try IndexSample.view(content)).text
        #expect(map.components(separatedBy: "<circle").count == 5 && map.contains("dot-step-6"))
    }

    @Test("The sliders' form has a number for each part that has a brother, and the ranking at full precision")
    func sliders() throws {
        let view = try demo()
        let state = IndexSlidersPage.State(address: WeightAddress([:]), build: view.build)
        let text = IndexSlidersPage.main(scene, view, state).text
        let inputs = view.framework.aggregates.filter { view.framework.children[$0].count > 1 }
            .reduce(0) { $0 + view.framework.children[$1].count }
        #expect(text.components(separatedBy: "type=\"number\"").count == inputs + 1)
        let row = view.sorted(view.counted, by: view.index)[0]
        #expect(text.contains("data-value=\"\(view.build.scores[row, view.index])\""))
        let empty = IndexSlidersPage.main(
            scene, view, IndexSlidersPage.State(address: WeightAddress([:], unread: ["Z:1"]), build: nil))
        #expect(empty.text.contains("something must have weight") && empty.text.contains("Z:1"))
        let other = try IndexSample.view(IndexSample.demo(.copeland))
        let plain = IndexSlidersPage.main(scene, other, IndexSlidersPage.State(address: WeightAddress([:]), build: other.build))
            .text
        #expect(plain.contains("id=\"sliders-plain\"") && plain.contains("answered by the server"))
    }

    @Test("The method page tells every step, override and exemption")
    func method() throws {
        var content = IndexSample.demo(.power(0.5), missing: .threshold(0.6))
        content.method.overrides = [Override(unit: "X01", node: "A", score: 50, reason: "By decision")]
        content.method.exemptions = [Exemption(node: "A22", units: ["X02"], reason: "No schools")]
        let text = IndexMethodPage.main(scene, try IndexSample.view(content)).text
        for part in [
            "By decision", "No schools", "p = 0.5", "60%", "(x − min)/(max − min)", "Gaps are filled with the median",
            String(repeating: "ab", count: 32),
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("index.") && !text.contains("Markup("))
    }

    @Test("Every rule, filling and normalisation has words in every language", arguments: Language.allCases)
    func words(language: Language) throws {
        let view = try IndexSample.view()
        let scene = IndexSample.scene(language)
        let rules: [Aggregation.Rule] = [
            .arithmetic, .geometric, .harmonic, .power(2), .median, .minimum, .copeland, .mazziottaPareto(.negative),
            .adjustedMazziottaPareto(.positive), .benefitOfTheDoubt(nil),
        ]
        let missing: [Aggregation.Missing] = [.rescale, .threshold(0.5), .strict, .groupMean("region")]
        let fillings: [Imputation.Rule] = [
            .none, .mean, .median, .groupMean("income"), .groupMedian("x"), .constant(1), .latest, .linear, .nearest(3),
            .expectationMaximisation,
        ]
        let scales: [Normalisation.Rule] = [
            .none, .minMax(low: 0, high: 1), .zScore(mean: 0, deviation: 1), .scaled(from: 0, to: 1, factor: 2), .rank,
            .percentileRank, .borda, .distanceToMaximum, .distanceToReference(unit: "AA", capped: true),
            .distanceToTarget(capped: false), .goalposts(factor: 1, cut: true, logarithmic: true), .centred(at: 100, span: 60),
            .fractionOfMaximum, .categorical(percentiles: [0.5]), .aboveBelowMean(threshold: 0.2),
        ]
        var steps: [Step] = [
            .denominate(Denomination()),
            .screen(Screening(leastPresent: 0.5, leastNonZero: 0.5, included: ["AA": "a"], excluded: ["BB": "b"])),
            .treat(Treatment(transformation: .boxCox(0.5))),
        ]
        steps += fillings.map { .impute(Imputation($0)) } + scales.map { .normalise(Normalisation($0)) }
        steps += rules.flatMap { rule in missing.map { .aggregate(Aggregation([Aggregation.Level(rule, missing: $0)])) } }
        for step in steps {
            let text = MethodStepPage.step(scene, view, step).text
            #expect(!text.contains(/index\.[a-zA-Z]/), "\(text)")
        }
    }

    @Test("The audit shows coverage, ranges of ranks, shares, correlations and treatments, each number in a table")
    func audit() throws {
        let view = try demo()
        let text = IndexAuditPage.main(scene, view, try Audit(view.build), RankRanges(view), Robustness(view)).text
        for part in [
            "Coverage", "Between which ranks", "What the ranking depends on", "What goes with what", "Importance and weight",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("index.audit") && !text.contains("nan") && !text.contains("Markup("))
    }

    @Test("A correction stands there with what was before, and its reason")
    func corrections() throws {
        let view = try IndexSample.view(corrections: [IndexSample.correction()])
        let text = IndexCorrectionsPage.main(scene, view).text
        #expect(text.contains("<del>3</del>") && text.contains("<ins>1</ins>") && text.contains("A slip of the pen"))
        #expect(IndexCorrectionsPage.main(scene, try IndexSample.view()).text.contains("Nothing has been corrected"))
    }

    @Test("Each file of the archive has its card and words", arguments: Language.allCases)
    func downloads(language: Language) throws {
        let view = try IndexSample.view()
        let text = IndexDownloadsPage.main(IndexSample.scene(language), view).text
        for name in EditionArchive.names(view) { #expect(text.contains("/index/tiny-2026/download/\(name.rawValue)")) }
        #expect(!text.contains("index.download") && text.contains(EditionArchive.command))
    }

    @Test("The list has the newest edition first, older ones as archive, comparability with each")
    func list() throws {
        var newer = IndexSample.edition("tiny-2027", period: "2027", number: 2)
        newer.comparability = Localized("Comparable in all parts but one")
        let text = IndexListPage.main(scene, [IndexSample.edition(), newer]).text
        let places = ["tiny-2027", "tiny-2026"].compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == 2 && places[0] < places[1])
        #expect(text.contains("Comparable in all parts but one") && text.contains("Archive"))
    }
}
