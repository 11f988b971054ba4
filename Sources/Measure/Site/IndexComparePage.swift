import Base
import CompositeIndex
import HTML

/// Two to five countries side by side: a form that chooses them, a drawing, and every part in a table.
enum IndexComparePage {
    static let most = 5

    static func main(_ scene: Scene, _ view: IndexView, _ rows: [Int]) -> Markup {
        """
        \(IndexFramePage.head(scene, view, .compare))\(form(scene, view, rows))\
        \(rows.count > 1 ? result(scene, view, rows) : #"<p class="help">\#(scene.words("index.compare.choose"))</p>"#)
        """
    }

    private static func form(_ scene: Scene, _ view: IndexView, _ rows: [Int]) -> Markup {
        let words = scene.words
        let options = words.sorted(view.counted) { view.build.units[$0].name }
        return """
            <form class="ix-choose" method="get" action="\(url: view.edition.path + "/compare")">\
            \(each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            \(each(0..<most) { place in
                """
                <div class="field"><label for="u-\(place + 1)">\(words("index.compare.place", ["number": words.number(place + 1)]))</label>\
                <select id="u-\(place + 1)" name="u"><option value="">\(words("index.compare.nobody"))</option>\(each(options) { row in
                    let unit = view.build.units[row]
                    return """
                        <option value="\(unit.code)"\(" selected", if: rows.indices.contains(place) && rows[place] == row)>\(unit.name)</option>
                        """
                })</select></div>
                """
            })<p class="actions"><button class="button" type="submit">\(words("index.compare.show"))</button></p></form>
            """
    }

    private static func result(_ scene: Scene, _ view: IndexView, _ rows: [Int]) -> Markup {
        let words = scene.words
        let parts = view.framework.children[view.index]
        let radar = IndexFigurePage.radar(
            words("index.radar"), axes: parts.map { view.name($0).text(scene.language) },
            rows.map { row in
                IndexFigurePage.Series(
                    name: view.build.units[row].name, shares: parts.map { view.score(row, $0).map(view.share) })
            })
        let ends = IndexProfilePage.ends(scene, view)
        return """
            \(#"""
            <figure class="ix-figure">\#(radar)<figcaption><ul class="ix-key">\#(each(rows.enumerated()) { place, row in
                #"<li class="ix-key-\#(place + 1)"><bdi>\#(view.build.units[row].name)</bdi></li>"#
            })</ul><p class="help">\#(words("index.radar.help", ["low": ends.low, "high": ends.high]))</p></figcaption></figure>
            """#, if: !radar.isEmpty)\
            \(IndexFramePage.table(
                words("index.compare.table"), class: "ix-compare",
                head: """
                    <tr><th scope="col">\(words("index.part"))</th>\(each(rows) { row in
                        #"<th scope="col">\#(IndexFramePage.unit(scene, view, row))</th>"#
                    })</tr>
                    """,
                rows: "\(ranks(scene, view, rows))\(each(view.tree) { line(scene, view, rows, $0.node, $0.depth) })"))
            """
    }

    private static func ranks(_ scene: Scene, _ view: IndexView, _ rows: [Int]) -> Markup {
        """
        <tr><th scope="row">\(scene.words("index.rank"))</th>\(each(rows) { row in
            #"<td class="number">\#(ScoreText.rank(view.rank(row, view.index), scene.language))</td>"#
        })</tr>
        """
    }

    /// The best of the row is in bold and says so.
    private static func line(_ scene: Scene, _ view: IndexView, _ rows: [Int], _ node: Int, _ depth: Int) -> Markup {
        let highest = rows.compactMap { view.score($0, node) }.max()
        return """
            <tr class="ix-depth-\(min(depth, 4))"><th scope="row">\(scene.text(view.name(node)))</th>\(each(rows) { row in
                let score = view.score(row, node)
                let text = ScoreText.text(score, scene.language)
                let best: Markup = #"<b>\#(text)<span class="visually-hidden"> \#(scene.words("index.compare.best"))</span></b>"#
                return """
                    <td class="number">\(score != nil && score == highest ? best : "\(text)")\(score.map { IndexFigurePage.bar(view.share(of: $0)) })</td>
                    """
            })</tr>
            """
    }
}
