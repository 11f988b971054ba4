import Base
import CompositeIndex
import HTML

/// The periods before, computed anew with the method, the weights and the scale of this edition: what other editions said then is
/// another line.
enum IndexSeriesPage {
    static func section(_ scene: Scene, _ view: IndexView, unit: String) -> Markup {
        let points = view.series.filter { $0.build.row(of: unit) != nil }
        guard points.count > 1 else { return .empty }
        let words = scene.words
        let isOneScale = view.build.method.scopes?.normalisation == .together
        let dots = points.map {
            IndexTimelinePage.Dot(label: $0.period, score: $0.build.score(of: unit, $0.build.framework.code))
        }
        // Without a common scale a line would say what the numbers do not.
        let figure: Markup = """
            <figure class="ix-figure">\(IndexTimelinePage.drawing(scene, view, dots, title: words("index.series")))\
            <figcaption class="help">\(words("index.series.help"))</figcaption></figure>
            """
        return """
            <section id="series"><h2>\(words("index.series"))</h2>\
            \(isOneScale ? figure : #"<p class="help">\#(words("index.series.eachPeriod"))</p>"#)\(table(scene, view, points, unit))</section>
            """
    }

    private static func table(_ scene: Scene, _ view: IndexView, _ points: [IndexSeries.Point], _ unit: String) -> Markup {
        let words = scene.words
        let own = view.series.last?.period
        let heads = ["measure.period", "index.score", "index.rank", "index.series.made"]
        return IndexFramePage.table(
            words("index.series"), class: "ix-plain",
            head: #"<tr>\#(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr>"#,
            rows: each(points) { point in
                let index = point.build.framework.code
                let count = point.build.units.count { $0.kind == .unit }
                return """
                    <tr><th scope="row"><bdi>\(point.period)</bdi></th>\
                    <td class="number">\(ScoreText.text(point.build.score(of: unit, index), scene.language))</td>\
                    <td class="number">\(ScoreText.rank(point.build.rank(of: unit, index), scene.language)) / \(words.number(count))</td>\
                    <td>\(words(point.period == own ? "index.series.own" : "index.series.again"))</td></tr>
                    """
            })
    }

    /// On the page of the method: which periods have a part in it, and over which of them a scale is made.
    static func method(_ scene: Scene, _ view: IndexView) -> Markup {
        guard !view.series.isEmpty, let scopes = view.build.method.scopes else { return .empty }
        let words = scene.words
        let periods = words.list(view.series.map(\.period))
        return """
            <section><h2>\(words("index.periods"))</h2>\
            <p>\(words("index.periods.\(scopes.normalisation.rawValue)", ["periods": periods])) \
            \(words("index.periods.treatment.\(scopes.treatment.rawValue)"))</p></section>
            """
    }
}
