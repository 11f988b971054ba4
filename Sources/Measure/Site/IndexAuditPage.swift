import Base
import CompositeIndex
import HTML

/// Whether the index hangs together: how much was measured, what was treated, what goes with what, and how sure the ranks are.
enum IndexAuditPage {
    static func main(_ scene: Scene, _ view: IndexView, _ audit: Audit?, _ ranges: RankRanges?, _ robustness: Robustness?)
        -> Markup
    {
        """
        \(IndexFramePage.head(scene, view, .audit))<p class="lede">\(scene.words("index.audit.lede"))</p>\
        \(sections(scene, view, audit, ranges, robustness))
        """
    }

    /// The same for everyone and for those who make the edition.
    static func sections(
        _ scene: Scene, _ view: IndexView, _ audit: Audit?, _ ranges: RankRanges?, _ robustness: Robustness?
    ) -> Markup {
        """
        \(audit.map { coverage(scene, view, $0) })\(IndexRobustnessPage.sections(scene, view, ranges, robustness))\
        \(audit.map { IndexStructurePage.sections(scene, view, $0) })\(screening(scene, view))\(treatments(scene, view))\
        \(audit.map { moments(scene, view, $0) })
        """
    }

    private static func coverage(_ scene: Scene, _ view: IndexView, _ audit: Audit) -> Markup {
        let words = scene.words
        let language = scene.language
        let lowest = zip(audit.units, audit.coverage.units).filter { $0.1 < 1 }.sorted { $0.1 < $1.1 }.prefix(8)
        let filled = view.counted.reduce(0) { sum, row in
            sum + view.framework.indicators.count { view.build.marks[row, $0].contains(.imputed) }
        }
        let least: Markup = """
            <h3>\(words("index.audit.least"))</h3><ul class="chips plain">\(each(lowest) { unit, share in
                #"<li><bdi>\#(unit.name)</bdi> <b class="tabular">\#(ScoreText.percent(share, language, decimals: 0))</b></li>"#
            })</ul>
            """
        return """
            <section><h2>\(words("index.audit.coverage"))</h2><dl class="figures">\
            <div class="figure"><dt>\(words("index.audit.measured"))</dt><dd><b>\(ScoreText.percent(audit.coverage.whole, language))</b></dd></div>\
            <div class="figure"><dt>\(words("index.audit.filled"))</dt><dd><b>\(words.number(filled))</b></dd></div>\
            <div class="figure"><dt>\(words("index.audit.units"))</dt><dd><b>\(words.number(view.unitCount))</b></dd></div>\
            <div class="figure"><dt>\(words("index.audit.indicators"))</dt><dd><b>\(words.number(view.framework.indicators.count))</b></dd></div></dl>\
            \(lowest.isEmpty ? Markup.empty : least)</section>
            """
    }

    private static func screening(_ scene: Scene, _ view: IndexView) -> Markup {
        let said = view.build.screening.filter { !$0.isKept || $0.verdict == .included }
        guard !said.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section><h2>\(words("index.audit.screening"))</h2><ul>\(each(said) { one in
                """
                <li><bdi>\(one.unit)</bdi>: \(words("index.audit.screening.\(one.verdict.rawValue)")) (\(words.number(one.present)) / \(words.number(one.all)))\
                \(one.reason.map { " – <bdi>\($0)</bdi>" as Markup })</li>
                """
            })</ul></section>
            """
    }

    private static func treatments(_ scene: Scene, _ view: IndexView) -> Markup {
        let said = view.build.treatments.filter { $0.outcome != .passed }
        let words = scene.words
        let language = scene.language
        guard !view.build.treatments.isEmpty else { return .empty }
        guard !said.isEmpty else {
            return "<section><h2>\(words("index.audit.treatments"))</h2><p>\(words("index.audit.treatments.none"))</p></section>"
        }
        let heads = ["index.part", "index.audit.outcome", "index.audit.rounds", "index.audit.skewness", "index.audit.kurtosis"]
        return """
            <section><h2>\(words("index.audit.treatments"))</h2>\(IndexFramePage.table(
                words("index.audit.treatments"), class: "ix-plain",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(said) { one in
                    """
                    <tr><th scope="row">\(name(scene, view, one.indicator))</th><td>\(words("index.audit.outcome.\(one.outcome.rawValue)"))</td>\
                    <td class="number">\(words.number(one.high + one.low))</td>\
                    <td class="number">\(ScoreText.text(one.skewnessBefore, language, decimals: 2)) → \(ScoreText.text(one.skewness, language, decimals: 2))</td>\
                    <td class="number">\(ScoreText.text(one.kurtosisBefore, language, decimals: 2)) → \(ScoreText.text(one.kurtosis, language, decimals: 2))</td></tr>
                    """
                }))</section>
            """
    }

    static func name(_ scene: Scene, _ view: IndexView, _ code: String) -> Markup {
        guard let node = view.node(code) else { return "<bdi>\(code)</bdi>" }
        let name = scene.text(view.name(node))
        let path = "\(view.edition.desk)/framework/\(percentEncoded(code))"
        return """
            \(view.isAtDesk ? #"<a href="\#(url: scene.link(path))">\#(name)</a>"# : name) <small class="code"><bdi>\(code)</bdi></small>
            """
    }

    private static func moments(_ scene: Scene, _ view: IndexView, _ audit: Audit) -> Markup {
        let words = scene.words
        let language = scene.language
        let heads = [
            "index.part", "index.audit.present", "index.audit.minimum", "index.audit.median", "index.audit.mean",
            "index.audit.maximum", "index.audit.skewness", "index.audit.kurtosis",
        ]
        return """
            <section><h2>\(words("index.audit.moments"))</h2>\(IndexFramePage.table(
                words("index.audit.moments"), class: "ix-plain",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(zip(view.framework.indicators, audit.moments)) { node, one in
                    let numbers = [one.minimum, one.median, one.mean, one.maximum, one.skewness, one.kurtosis]
                    return """
                        <tr><th scope="row">\(name(scene, view, view.code(node)))</th><td class="number">\(words.number(one.count))</td>\
                        \(each(numbers) { #"<td class="number">\#(ScoreText.text($0, language, decimals: 2))</td>"# })</tr>
                        """
                }))</section>
            """
    }
}
