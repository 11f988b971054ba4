import Base
import CompositeIndex
import HTML

/// What was put right after the release, with what stood there before.
enum IndexCorrectionsPage {
    static func main(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let heads = [
            "index.correction.number", "index.correction.at", "index.unit", "index.part", "index.correction.old",
            "index.correction.new", "index.correction.reason", "index.method.digest",
        ]
        let table = IndexFramePage.table(
            words("index.tab.corrections"), class: "ix-plain",
            head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
            rows: each(view.corrections.sorted { $0.number > $1.number }) { row(scene, view, $0) })
        return """
            \(IndexFramePage.head(scene, view, .corrections))<p class="help">\(words("index.correction.help"))</p>\
            \(view.corrections.isEmpty ? #"<p class="empty">\#(words("index.correction.none"))</p>"# : table)
            """
    }

    private static func row(_ scene: Scene, _ view: IndexView, _ one: Correction) -> Markup {
        let unit = view.build.row(of: one.unit).map { IndexFramePage.unit(scene, view, $0) } ?? "<bdi>\(one.unit)</bdi>"
        let part = view.node(one.indicator).map { scene.text(view.name($0)) } ?? "<bdi>\(one.indicator)</bdi>"
        return """
            <tr><td class="number">\(scene.words.number(one.number))</td><td>\(scene.words.date(one.at.wall().date))</td>\
            <th scope="row">\(unit)</th><td>\(part)</td><td class="number"><del>\(ScoreText.value(one.old, scene.language))</del></td>\
            <td class="number"><ins>\(ScoreText.value(one.new, scene.language))</ins></td><td>\(scene.text(one.reason))</td>\
            <td><bdi class="code">\(String(one.oldDigest.prefix(8))) → \(String(one.newDigest.prefix(8)))</bdi></td></tr>
            """
    }
}
