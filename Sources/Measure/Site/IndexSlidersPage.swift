import Base
import CompositeIndex
import HTML

/// Weights as a reader likes them. The form is answered by the server; a module computes the same in the browser, at once.
enum IndexSlidersPage {
    struct State {
        let address: WeightAddress
        /// With the reader's weights; nil where they leave nothing to compute.
        let build: Build?
    }

    static func main(_ scene: Scene, _ view: IndexView, _ state: State) -> Markup {
        let words = scene.words
        let isKnown = SliderData.isKnown(view.build)
        return """
            \(IndexFramePage.head(scene, view, .sliders))\(faults(scene, state))\
            \(#"<p class="notice">\#(words("index.sliders.serverOnly"))</p>"#, if: !isKnown)\
            <div class="ix-sliders" id="\(isKnown ? "sliders" : "sliders-plain")" data-scores="\(view.edition.path)/scores.json" \
            data-decimal="\(ScoreText.separator(scene.language))">\(form(scene, view, state))\
            <section><h2>\(words("index.sliders.result"))</h2>\
            <p class="help" role="status" data-live="\(words("index.sliders.live"))">\(words("index.sliders.server"))</p>\
            \(table(scene, view, state))</section></div>
            """
    }

    private static func faults(_ scene: Scene, _ state: State) -> Markup {
        let words = scene.words
        return """
            \(#"<p class="notice bad">\#(words("index.sliders.weightless"))</p>"#, if: state.build == nil)\
            \(#"<p class="notice warn">\#(words("index.sliders.unread", ["list": state.address.unread.prefix(5).joined(separator: ", ")]))</p>"#,
              if: !state.address.unread.isEmpty)
            """
    }

    // MARK: Weights

    private static func form(_ scene: Scene, _ view: IndexView, _ state: State) -> Markup {
        let words = scene.words
        let path = view.edition.path + "/sliders"
        let framework = view.framework
        let wholes = view.tree.map(\.node).filter { framework.children[$0].count > 1 }
        let below = wholes.filter { $0 != view.index }
        return """
            <form class="ix-weights" method="get" action="\(url: path)"><h2>\(words("index.sliders.weights"))</h2>\
            <p class="help">\(words("index.sliders.help"))</p>\
            \(each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            \(group(scene, view, state, view.index))\
            \(each(below) { whole in
                """
                <details><summary>\(scene.text(view.name(whole)))</summary>\(group(scene, view, state, whole))</details>
                """
            })<p class="actions"><button class="button" type="submit">\(words("index.sliders.compute"))</button>\
            <a class="button quiet" href="\(url: scene.link(path))">\(words("index.sliders.reset"))</a></p></form>
            """
    }

    private static func group(_ scene: Scene, _ view: IndexView, _ state: State, _ whole: Int) -> Markup {
        let parts = view.framework.children[whole]
        let weights = parts.map { state.address.weights[view.code($0)] ?? view.build.weights[$0] }
        let total = weights.reduce(0, +)
        return """
            <fieldset><legend>\(scene.text(view.name(whole)))</legend>\(each(zip(parts, weights)) { part, weight in
                let code = view.code(part)
                return """
                    <div class="ix-weight"><label id="l-\(code)" for="w-\(code)">\(scene.text(view.name(part)))</label>\
                    <input id="w-\(code)" name="w-\(code)" type="number" min="0" step="any" inputmode="decimal" value="\(NumberText.text(weight))" \
                    data-published="\(NumberText.text(view.build.weights[part]))" data-whole="\(view.code(whole))">\
                    <span class="tabular ix-share" data-share="\(code)">\(ScoreText.percent(total > 0 ? weight / total : nil, scene.language))</span></div>
                    """
            })</fieldset>
            """
    }

    // MARK: Result

    private static func table(_ scene: Scene, _ view: IndexView, _ state: State) -> Markup {
        let words = scene.words
        let build = state.build ?? view.build
        let shown = IndexView(view.edition, view.content, build: build)
        let heads = ["index.rank", "index.sliders.change", "index.unit", "index.score"]
        return IndexFramePage.table(
            words("index.sliders.result"), class: "ix-ranking ix-reader",
            head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
            rows: each(shown.sorted(shown.counted, by: shown.index)) { row in
                let unit = build.units[row]
                let usual = view.build.row(of: unit.code).flatMap { view.rank($0, view.index) }
                let score = shown.score(row, shown.index)
                return """
                    <tr data-unit="\(unit.code)" data-usual="\(usual.map { NumberText.text($0) } ?? "")">\
                    <td class="number ix-rank">\(ScoreText.rank(shown.rank(row, shown.index), scene.language))</td>\
                    <td class="number ix-change">\(change(shown.rank(row, shown.index), usual, scene.language))</td>\
                    <th scope="row">\(IndexFramePage.unit(scene, view, row))</th>\
                    <td class="number ix-score"><b data-value="\(score.map { NumberText.text($0) } ?? "")">\(ScoreText.text(score, scene.language))</b>\
                    \(IndexFigurePage.bar(score.map(view.share) ?? 0))</td></tr>
                    """
            })
    }

    /// Places won or lost against the published ranking.
    static func change(_ rank: Double?, _ usual: Double?, _ language: Language) -> String {
        guard let rank, let usual else { return "" }
        if rank == usual { return "=" }
        return (rank < usual ? "▲ " : "▼ ") + ScoreText.rank(abs(usual - rank), language)
    }
}
