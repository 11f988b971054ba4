import Base
import CompositeIndex
import HTML

/// The scores of one country over the editions of an index: a line that is broken where the method changed, and its table.
enum IndexTimelinePage {
    static func section(_ scene: Scene, _ view: IndexView, _ history: EditionHistory, unit: String) -> Markup {
        let points = history.points(of: unit)
        guard points.count > 1 else { return .empty }
        let words = scene.words
        let hasBreaks = points.contains(where: \.isBreak)
        return """
            <section><h2>\(words("index.timeline"))</h2><figure class="ix-figure">\(drawing(
                scene, view, points.map { Dot(label: $0.edition.period, score: $0.score, isBreak: $0.isBreak) },
                title: words("index.timeline")))\
            <figcaption class="help">\(words(hasBreaks ? "index.timeline.breaks" : "index.timeline.help"))</figcaption></figure>\
            \(IndexFramePage.table(
                words("index.timeline"), class: "ix-plain",
                head: """
                    <tr><th scope="col">\(words("index.edition"))</th><th scope="col" class="number">\(words("index.score"))</th>\
                    <th scope="col" class="number">\(words("index.rank"))</th><th scope="col">\(words("index.method"))</th></tr>
                    """,
                rows: each(points.enumerated()) { place, point in
                    """
                    <tr><th scope="row"><a href="\(url: scene.link(IndexFramePage.path(point.edition, unit: unit)))">\(point.edition.period)</a></th>\
                    <td class="number">\(ScoreText.text(point.score, scene.language))</td>\
                    <td class="number">\(ScoreText.rank(point.rank, scene.language)) / \(words.number(point.count))</td>\
                    <td>\(place == 0 ? "–" : words(point.isBreak ? "index.timeline.changed" : "index.timeline.same"))</td></tr>
                    """
                }))</section>
            """
    }

    /// What a line has at each place.
    struct Dot {
        let label: String
        let score: Double?
        /// The line before it is broken.
        var isBreak = false
    }

    static func drawing(_ scene: Scene, _ view: IndexView, _ dots: [Dot], title: String) -> Markup {
        let step = 540 / Double(max(1, dots.count - 1))
        let places = dots.enumerated().map { place, dot in
            (x: 50 + step * Double(place), y: dot.score.map { 170 - 140 * view.share(of: $0) }, dot: dot)
        }
        let number = IndexFigurePage.number
        return """
            <svg class="ix-time" viewBox="0 0 640 210" role="img" aria-label="\(title)">\
            <line class="ix-ring" x1="30" y1="170" x2="610" y2="170"/><line class="ix-ring" x1="30" y1="30" x2="610" y2="30"/>\
            \(each(zip(places, places.dropFirst())) { one, next in
                guard let from = one.y, let to = next.y else { return .empty }
                let broken: Markup = #"<line class="ix-break" x1="\#(number(next.x - step / 2))" y1="16" x2="\#(number(next.x - step / 2))" y2="180"/>"#
                return """
                    <line class="ix-line ix-line-1\(" ix-broken", if: next.dot.isBreak)" x1="\(number(one.x))" y1="\(number(from))" \
                    x2="\(number(next.x))" y2="\(number(to))"/>\(broken, if: next.dot.isBreak)
                    """
            })\(each(places) { place in
                """
                <text text-anchor="middle" x="\(number(place.x))" y="200">\(place.dot.label)</text>\
                \(place.y.map { y -> Markup in
                    """
                    <circle class="ix-dot ix-line-1" cx="\(number(place.x))" cy="\(number(y))" r="5"/>\
                    <text text-anchor="middle" x="\(number(place.x))" y="\(number(y - 12))">\(ScoreText.text(place.dot.score, scene.language))</text>
                    """
                })
                """
            })</svg>
            """
    }
}
