import Base
import CompositeIndex
import HTML

/// All countries by all parts as a heat table: each cell has its number, so that the colour says nothing alone.
enum IndexMatrixPage {
    static func main(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let nodes = view.tree.filter { $0.depth <= 2 }.map(\.node)
        let steps = ScoreSteps(view, nodes: nodes)
        let rows = view.sorted(view.counted, by: view.index)
        return """
            \(IndexFramePage.head(scene, view, .matrix))<p class="help">\(words("index.matrix.help"))</p>\(legend(scene, steps))\
            \(IndexFramePage.table(
                words("index.tab.matrix"), class: "ix-heat",
                head: """
                    <tr><th scope="col">\(words("index.unit"))</th>\(each(nodes) { node in
                        #"<th scope="col"><abbr title="\#(view.name(node).text(scene.language))"><bdi>\#(view.code(node))</bdi></abbr></th>"#
                    })</tr>
                    """,
                rows: each(rows) { row in
                    """
                    <tr><th scope="row">\(IndexFramePage.unit(scene, view, row))</th>\(each(nodes) { cell(scene, view, steps, row, $0) })</tr>
                    """
                }))\
            <section class="panel"><h2>\(words("index.codes"))</h2><dl class="ix-codes">\(each(nodes) { node in
                "<div><dt><bdi>\(view.code(node))</bdi></dt><dd>\(scene.text(view.name(node)))</dd></div>"
            })</dl></section>
            """
    }

    private static func cell(_ scene: Scene, _ view: IndexView, _ steps: ScoreSteps, _ row: Int, _ node: Int) -> Markup {
        guard let score = view.score(row, node) else { return #"<td class="number">–</td>"# }
        return #"<td class="number ix-step-\#(steps.step(score))">\#(ScoreText.text(score, scene.language, decimals: 0))</td>"#
    }

    static func legend(_ scene: Scene, _ steps: ScoreSteps) -> Markup {
        let language = scene.language
        return """
            <ul class="ix-legend" aria-label="\(scene.words("index.legend"))">\(each(steps.ranges.enumerated()) { place, range in
                """
                <li class="ix-step-\(place + 1)">\(ScoreText.text(range.low, language, decimals: 0))–\(ScoreText.text(range.high, language, decimals: 0))</li>
                """
            })</ul>
            """
    }
}
