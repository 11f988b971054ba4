import Base
import CompositeIndex
import HTML

/// How the numbers came about, made from the method that is stored with the edition: each step in words with its formula.
enum IndexMethodPage {
    static func main(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        return """
            \(IndexFramePage.head(scene, view, .method))<p class="lede">\(words("index.method.lede"))</p>\
            \(IndexSeriesPage.method(scene, view))<section><h2>\(words("index.method.steps"))</h2><ol class="ix-steps">\(each(view.build.method.steps) { step in
                "<li>\(MethodStepPage.step(scene, view, step))</li>"
            })<li><h3>\(words("index.step.rank"))</h3><p>\(ranking(scene, view.build.method.ranking))</p></li></ol></section>\
            \(weights(scene, view))\(WeightOriginPage.section(scene, view))\(exemptions(scene, view))\(overrides(scene, view))\(program(scene, view))
            """
    }

    private static func ranking(_ scene: Scene, _ ranking: Ranking) -> String {
        let words = scene.words
        let rounding =
            ranking.decimals.map { words("index.rank.decimals", ["count": words.number($0)]) } ?? words("index.rank.exact")
        return rounding + " " + words("index.rank.\(ranking.ties.rawValue)")
    }

    private static func weights(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let usual = view.framework.effectiveWeights(view.build.weights)
        let heads = ["index.part", "index.direction", "index.measuredIn", "index.weight", "index.weight.effective"]
        return """
            <section><h2>\(words("index.method.framework"))</h2><p class="help">\(words("index.method.framework.help"))</p>\
            \(IndexFramePage.table(
                words("index.method.framework"), class: "ix-profile",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(view.tree) { node, depth in
                    let one = view.framework.nodes[node]
                    let gloss = view.content.gloss(of: one.code)
                    let direction = one.direction == .positive ? "index.direction.up" : "index.direction.down"
                    return """
                        <tr class="ix-depth-\(min(depth, 4))"><th scope="row">\(scene.text(view.name(node))) <small class="code"><bdi>\(one.code)</bdi></small>\
                        \("<small>\(scene.text(gloss))</small>", if: !gloss.isEmpty)</th>\
                        <td>\(one.level == 1 ? words(direction) : "")</td><td>\(one.unit.map { "<bdi>\($0)</bdi>" as Markup })</td>\
                        <td class="number" data-label="\(words("index.weight"))">\(one.parent == nil ? "" : ScoreText.value(view.build.weights[node], scene.language))</td>\
                        <td class="number" data-label="\(words("index.weight.effective"))">\(ScoreText.percent(usual[node], scene.language))</td></tr>
                        """
                }))</section>
            """
    }

    private static func exemptions(_ scene: Scene, _ view: IndexView) -> Markup {
        let all = view.build.method.exemptions
        guard !all.isEmpty else { return .empty }
        return """
            <section><h2>\(scene.words("index.method.exemptions"))</h2><ul>\(each(all) { one in
                "<li><bdi>\(one.node)</bdi>: <bdi>\(one.units.joined(separator: ", "))</bdi> – <bdi>\(one.reason)</bdi></li>"
            })</ul></section>
            """
    }

    private static func overrides(_ scene: Scene, _ view: IndexView) -> Markup {
        let all = view.build.method.overrides
        guard !all.isEmpty else { return .empty }
        return """
            <section><h2>\(scene.words("index.method.overrides"))</h2><ul>\(each(all) { one in
                """
                <li><bdi>\(one.unit)</bdi>, <bdi>\(one.node)</bdi>: \(ScoreText.value(one.score, scene.language)) – <bdi>\(one.reason)</bdi></li>
                """
            })</ul></section>
            """
    }

    private static func program(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("index.method.program"))</h2><dl class="answers">\(view.edition.seal.map { seal -> Markup in
                """
                <div><dt>\(words("index.method.engine"))</dt><dd><bdi>\(seal.program)</bdi></dd></div>\
                <div><dt>\(words("index.method.digest"))</dt><dd><bdi class="code">\(seal.digest)</bdi></dd></div>\
                <div><dt>\(words("index.method.frozen"))</dt><dd>\(words.date(seal.at.wall().date))</dd></div>
                """
            })</dl><p>\(words("index.method.reproduce"))</p><p class="actions">\
            <a class="button" href="\(url: view.edition.path + "/download/reproduce.zip")">reproduce.zip</a> \
            <a class="button quiet" href="\(url: view.edition.path + "/download/method.json")">method.json</a></p></section>
            """
    }
}
