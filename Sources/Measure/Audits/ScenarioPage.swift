import Base
import CompositeIndex
import HTML

/// Other choices side by side at the desk: how far each would move the ranks.
enum ScenarioPage {
    static func section(_ scene: Scene, _ index: IndexView, _ scenarios: MethodScenarios) -> Markup {
        guard !scenarios.lines.isEmpty else { return .empty }
        let words = scene.words
        let heads = ["change", "mean", "greatest", "correlation"].map { words("measure.scenario.\($0)") }
        let most = scenarios.lines.compactMap { $0.comparison?.meanShift }.max() ?? 0
        return """
            <section id="scenarios"><h2>\(words("measure.scenarios"))</h2><p class="help">\(words("measure.scenarios.help"))</p>\
            \(IndexFramePage.table(
                words("measure.scenarios"), class: "ix-intervals",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#($0)</th>"# })</tr>"#,
                rows: each(scenarios.lines) { row(scene, index, $0, most) }))</section>
            """
    }

    private static func row(_ scene: Scene, _ index: IndexView, _ line: MethodScenarios.Line, _ most: Double) -> Markup {
        let (words, language) = (scene.words, scene.language)
        let title: Markup = #"<th scope="row">\#(name(words, line.change))</th>"#
        guard let found = line.comparison, let mean = found.meanShift else {
            return #"<tr>\#(title)<td class="ix-where" colspan="3">\#(words("measure.problem.build-failed"))</td></tr>"#
        }
        let mover = line.mover.flatMap { row -> Markup? in
            guard let shift = row.shift, shift != 0, let place = index.build.row(of: row.unit) else { return nil }
            return
                "<bdi>\(index.build.units[place].name)</bdi> <span dir=\"ltr\">\(ScoreText.signed(-shift, language, decimals: 0))</span>"
        }
        return """
            <tr>\(title)<td class="ix-where"><b class="tabular">\(ScoreText.text(mean, language))</b>\
            \(IndexFigurePage.strip(most > 0 ? mean / most : 0, mean: nil, best: nil))</td>\
            <td class="number" data-label="\(words("measure.scenario.greatest"))">\(mover ?? "–")</td>\
            <td class="number" data-label="\(words("measure.scenario.correlation"))">\(ScoreText.text(found.rankCorrelation, language, decimals: 3))</td></tr>
            """
    }

    private static func name(_ words: Words, _ change: MethodScenarios.Change) -> String {
        switch change {
        case .frameworkWeights: words("measure.weights.framework")
        case .equalWeights: words("measure.weights.equal")
        case .set(let name): words("measure.weights.set", ["name": name])
        case .arithmetic: words("measure.scenario.arithmetic")
        case .geometric: words("measure.scenario.geometric")
        case .untreated: words("measure.scenario.untreated")
        case .unfilled: words("measure.scenario.unfilled")
        case .minMax: words("measure.normalise.minMax")
        case .zScore: words("measure.normalise.zScore")
        case .ranks: words("measure.normalise.rank")
        }
    }
}
