import Base
import CompositeIndex
import HTML

/// Computed weights beside those in use: two bars and three numbers for each part, a table for each whole.
enum WeightResultPage {
    static func tables(_ scene: Scene, _ content: IndexContent, _ found: WeightComputation) -> Markup {
        let words = scene.words
        var wholes: [String] = []
        for line in found.lines.reversed() where !wholes.contains(line.whole) { wholes.append(line.whole) }
        let key: Markup = """
            <ul class="ix-key"><li class="ix-key-fill">\(words("measure.compute.computed"))</li>\
            <li class="ix-key-fill ix-key-second">\(words("measure.compute.inUse"))</li></ul>
            """
        return """
            \(wholes.isEmpty ? Markup.empty : key)\(each(wholes) { whole in
                table(scene, content, whole, found.lines.filter { $0.whole == whole })
            })
            """
    }

    private static func table(_ scene: Scene, _ content: IndexContent, _ whole: String, _ lines: [WeightComputation.Line])
        -> Markup
    {
        let (words, language) = (scene.words, scene.language)
        let title = WeightDeskPage.name(scene, content, whole)
        let heads = ["index.part", "measure.compute.computed", "measure.compute.inUse", "measure.compute.difference"]
        return """
            <h3>\(title)</h3>\(IndexFramePage.table(
                title, class: "ix-intervals",
                head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
                rows: each(lines) { line in
                    """
                    <tr><th scope="row">\(WeightDeskPage.name(scene, content, line.part))</th>\
                    <td class="ix-where"><b class="tabular">\(ScoreText.percent(line.share, language))</b>\(IndexFigurePage.pair(max(0, line.share), line.inUse))</td>\
                    <td class="number" data-label="\(words("measure.compute.inUse"))">\(ScoreText.percent(line.inUse, language))</td>\
                    <td class="number" data-label="\(words("measure.compute.difference"))">\(ScoreText.signed((line.share - line.inUse) * 100, language))</td></tr>
                    """
                }))
            """
    }
}
