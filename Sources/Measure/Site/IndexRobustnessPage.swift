import Base
import CompositeIndex
import HTML

/// How certain the ranks are, and what they depend on.
enum IndexRobustnessPage {
    static func sections(_ scene: Scene, _ view: IndexView, _ ranges: RankRanges?, _ robustness: Robustness?) -> Markup {
        "\(ranges.map { intervals(scene, view, $0) })\(robustness.map { shares(scene, view, $0) })"
    }

    private static func intervals(_ scene: Scene, _ view: IndexView, _ ranges: RankRanges) -> Markup {
        let words = scene.words
        let heads = ["index.rank", "index.unit", "index.audit.interval", "index.audit.median"]
        let count = Double(max(2, view.unitCount))
        return """
            <section id="intervals"><h2>\(words("index.audit.intervals"))</h2><p class="help">\(words("index.audit.intervals.help", [
                "runs": words.number(RankRanges.samples), "noise": ScoreText.percent(Robustness.noise, scene.language, decimals: 0),
            ]))</p>\(IndexFramePage.table(
                words("index.audit.intervals"), class: "ix-intervals",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(view.sorted(view.counted, by: view.index)) { row in
                    let code = view.build.units[row].code
                    let one = ranges[code]
                    let rank = view.rank(row, view.index)
                    return """
                        <tr><td class="number" data-label="\(words("index.rank"))">\(ScoreText.rank(rank, scene.language))</td><th scope="row">\(IndexFramePage.unit(scene, view, row))</th>\
                        <td class="ix-where"><b class="tabular">\(ranges.text(code, scene.language) ?? "–")</b>\(one.map { drawing($0, rank, count) })</td>\
                        <td class="number" data-label="\(words("index.audit.median"))">\(ScoreText.rank(one?.median, scene.language))</td></tr>
                        """
                }))</section>
            """
    }

    /// The first rank at the beginning of the line.
    private static func drawing(_ one: RankStatistics, _ rank: Double?, _ count: Double) -> Markup {
        guard let low = one.quantiles.first, let high = one.quantiles.last, let rank else { return .empty }
        func place(_ rank: Double) -> Double { (rank - 1) / (count - 1) }
        return IndexFigurePage.range(place(low), place(rank), place(high))
    }

    private static func shares(_ scene: Scene, _ view: IndexView, _ robustness: Robustness) -> Markup {
        let shown = robustness.shares.filter { $0.total.value != nil }.prefix(12)
        guard !shown.isEmpty else { return .empty }
        let words = scene.words
        let heads = ["index.audit.choice", "index.audit.total", "index.audit.first"]
        return """
            <section><h2>\(words("index.audit.sobol"))</h2><p class="help">\(words("index.audit.sobol.help"))</p>\
            \(IndexFramePage.table(
                words("index.audit.sobol"), class: "ix-intervals",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(shown) { share in
                    """
                    <tr><th scope="row">\(subject(scene, view, share.subject))</th>\
                    <td class="ix-where"><b class="tabular">\(estimate(share.total, scene.language))</b>\
                    \(IndexFigurePage.strip(min(max(share.total.value ?? 0, 0), 1), mean: nil, best: share.first.value.map { min(max($0, 0), 1) }))</td>\
                    <td class="number" data-label="\(words("index.audit.first"))">\(estimate(share.first, scene.language))</td></tr>
                    """
                }))</section>
            """
    }

    private static func estimate(_ one: SobolIndices.Estimate, _ language: Language) -> String {
        let value = ScoreText.text(one.value, language, decimals: 2)
        guard let low = one.low, let high = one.high else { return value }
        return "\(value) (\(ScoreText.text(low, language, decimals: 2))–\(ScoreText.text(high, language, decimals: 2)))"
    }

    private static func subject(_ scene: Scene, _ view: IndexView, _ subject: Robustness.Subject) -> Markup {
        switch subject {
        case .rule: "\(scene.words("index.audit.choice.rule"))"
        case .imputation: "\(scene.words("index.audit.choice.imputation"))"
        case .weight(let code):
            "\(scene.words("index.audit.choice.weight")) \(view.node(code).map { scene.text(view.name($0)) } ?? "\(code)")"
        }
    }
}
