import Base
import CompositeIndex
import HTML

/// What goes with what among the parts, and whether they count for what they were meant to.
enum IndexStructurePage {
    static func sections(_ scene: Scene, _ view: IndexView, _ audit: Audit) -> Markup {
        "\(importance(scene, view, audit))\(correlations(scene, view, audit))\(reliability(scene, view, audit))"
    }

    private static func importance(_ scene: Scene, _ view: IndexView, _ audit: Audit) -> Markup {
        let words = scene.words
        let language = scene.language
        let heads = [
            "index.part", "index.audit.importance.share", "index.weight", "index.audit.correlation", "index.weight.effective",
        ]
        let usual = view.framework.effectiveWeights(view.build.weights)
        let shown = audit.importance.filter { one in audit.importance.count { $0.whole == one.whole } > 1 }
        return """
            <section><h2>\(words("index.audit.importance"))</h2><p class="help">\(words("index.audit.importance.help"))</p>\
            \(IndexFramePage.table(
                words("index.audit.importance"), class: "ix-intervals",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(shown) { one in
                    let weak = one.share < audit.settings.importance * one.weight || one.correlation < 0
                    return """
                        <tr><th scope="row">\(IndexAuditPage.name(scene, view, one.part))\
                        \(#" <span class="badge guessed">\#(words("index.audit.weak"))</span>"#, if: weak)</th>\
                        <td class="ix-where"><b class="tabular">\(ScoreText.percent(one.share, language, decimals: 0))</b>\
                        \(IndexFigurePage.strip(IndexView.there(one.share), mean: one.weight, best: nil))</td>\
                        <td class="number" data-label="\(words("index.weight"))">\(ScoreText.percent(one.weight, language, decimals: 0))</td>\
                        <td class="number" data-label="\(words("index.audit.correlation"))">\(ScoreText.text(one.correlation, language, decimals: 2))</td>\
                        <td class="number" data-label="\(words("index.weight.effective"))">\(ScoreText.percent(view.node(one.part).map { usual[$0] }, language))</td></tr>
                        """
                }))</section>
            """
    }

    /// A matrix for each whole with parts to compare.
    private static func correlations(_ scene: Scene, _ view: IndexView, _ audit: Audit) -> Markup {
        let wholes = view.tree.map(\.node).filter { view.framework.children[$0].count > 1 }
        let words = scene.words
        return """
            <section><h2>\(words("index.audit.correlations"))</h2><p class="help">\(words("index.audit.correlations.help"))</p>\
            \(matrix(scene, view, audit, view.index))\
            <details><summary>\(words("index.audit.correlations.all"))</summary>\(each(wholes.filter { $0 != view.index }) {
                matrix(scene, view, audit, $0)
            })</details></section>
            """
    }

    private static func matrix(_ scene: Scene, _ view: IndexView, _ audit: Audit, _ whole: Int) -> Markup {
        let parts = view.framework.children[whole]
        return IndexFramePage.table(
            view.name(whole).text(scene.language), class: "ix-heat ix-correlations", isShown: true,
            head: """
                <tr><td></td>\(each(parts) { part in
                    #"<th scope="col"><abbr title="\#(view.name(part).text(scene.language))"><bdi>\#(view.code(part))</bdi></abbr></th>"#
                })</tr>
                """,
            rows: each(parts) { one in
                """
                <tr><th scope="row">\(IndexAuditPage.name(scene, view, view.code(one)))</th>\(each(parts) { other in
                    cell(scene, audit, audit.correlations.coefficients[one, other], isSame: one == other)
                })</tr>
                """
            })
    }

    /// Words say what the colour shows: nearly the same, or against each other.
    private static func cell(_ scene: Scene, _ audit: Audit, _ coefficient: Double, isSame: Bool) -> Markup {
        guard !isSame, !coefficient.isNaN else { return #"<td class="number">–</td>"# }
        let step = min(6, Int(abs(coefficient) * 6) + 1)
        var sign: Markup = .empty
        if coefficient > audit.settings.redundant { sign = "<small>\(scene.words("index.audit.redundant"))</small>" }
        if coefficient < audit.settings.tradeOff { sign = "<small>\(scene.words("index.audit.tradeOff"))</small>" }
        return """
            <td class="number \(coefficient < 0 ? "ix-against" : "ix-step-\(step)")">\(ScoreText.text(coefficient, scene.language, decimals: 2)) \(sign)</td>
            """
    }

    private static func reliability(_ scene: Scene, _ view: IndexView, _ audit: Audit) -> Markup {
        let words = scene.words
        let language = scene.language
        let groups = audit.groups.reversed().filter { !$0.alpha.isNaN }
        guard !groups.isEmpty else { return .empty }
        let heads = [
            "index.part", "index.audit.alpha", "index.audit.adequacy", "index.audit.component", "index.audit.eigenvalues",
            "index.audit.indicators",
        ]
        return """
            <section><h2>\(words("index.audit.reliability"))</h2><p class="help">\(words("index.audit.reliability.help"))</p>\
            \(IndexFramePage.table(
                words("index.audit.reliability"), class: "ix-plain",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(groups) { group in
                    """
                    <tr><th scope="row">\(IndexAuditPage.name(scene, view, group.node))</th>\
                    <td class="number">\(ScoreText.text(group.alpha, language, decimals: 2))</td>\
                    <td class="number">\(ScoreText.text(group.adequacy?.overall, language, decimals: 2))</td>\
                    <td class="number">\(ScoreText.percent(group.components?.shares.first, language, decimals: 0))</td>\
                    <td class="number">\(group.components.map { words.number($0.eigenvalues.count { $0 > 1 }) } ?? "–")</td>\
                    <td class="number">\(words.number(group.indicators.count))</td></tr>
                    """
                }))</section>
            """
    }
}
