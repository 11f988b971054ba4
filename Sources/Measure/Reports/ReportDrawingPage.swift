import Base
import HTML

/// Drawings of a report that are more than a bar in a row: each stands above its table.
enum ReportDrawingPage {
    static func radar(_ scene: Scene, _ view: IndexView, _ figure: ReportFigure, _ series: [ReportFigure.Series], title: String)
        -> Markup
    {
        let words = scene.words
        // The whole is no spoke.
        let axes = figure.rows.suffix(series.first?.shares.count ?? 0).map(\.label)
        let drawing = IndexFigurePage.radar(
            title, axes: Array(axes), series.map { IndexFigurePage.Series(name: $0.name, shares: $0.shares) })
        let ends = IndexProfilePage.ends(scene, view)
        return """
            <div class="ix-figure">\(drawing)<div>\(key(series.map { $0.name.isEmpty ? words("index.all") : $0.name }))\
            <p class="help">\(words("index.radar.help", ["low": ends.low, "high": ends.high]))</p></div></div>
            """
    }

    private static func key(_ names: [String]) -> Markup {
        """
        <ul class="ix-key">\(each(names.enumerated()) { place, name in
            #"<li class="ix-key-\#(place + 1)"><bdi>\#(name)</bdi></li>"#
        })</ul>
        """
    }

    /// A place on the line for each edition.
    static func lines(
        _ scene: Scene, _ figure: ReportFigure, _ series: [ReportFigure.Series], _ breaks: Set<Int>, title: String
    ) -> Markup {
        let step = 540 / Double(max(1, figure.rows.count - 1))
        let number = IndexFigurePage.number
        func x(_ place: Int) -> Double { 50 + step * Double(place) }
        func y(_ share: Double) -> Double { 170 - 140 * share }
        let lines = each(series.enumerated()) { index, one -> Markup in
            let style = series.count == 1 ? 2 : index + 1
            let points = one.shares.enumerated().compactMap { place, share in share.map { (place: place, y: y($0)) } }
            return """
                \(each(zip(points, points.dropFirst())) { from, to in
                    """
                    <line class="ix-line ix-line-\(style)\(" ix-broken", if: breaks.contains(to.place))" x1="\(number(x(from.place)))" \
                    y1="\(number(from.y))" x2="\(number(x(to.place)))" y2="\(number(to.y))"/>
                    """
                })\(each(points) { #"<circle class="ix-dot ix-line-\#(style)" cx="\#(number(x($0.place)))" cy="\#(number($0.y))" r="5"/>"# })
                """
        }
        let labels = each(figure.rows.enumerated()) { place, row -> Markup in
            let share = series.count == 1 ? series[0].shares[place] : nil
            let value = row.cells.first.map { ReportFigurePage.text($0, scene.language) } ?? ""
            return """
                <text text-anchor="middle" x="\(number(x(place)))" y="200">\(row.label)</text>\(share.map { share -> Markup in
                    #"<text text-anchor="middle" x="\#(number(x(place)))" y="\#(number(y(share) - 12))">\#(value)</text>"#
                })
                """
        }
        let help = scene.words(breaks.isEmpty ? "index.timeline.help" : "index.timeline.breaks")
        return """
            <div class="ix-figure"><svg class="ix-time\(" ix-radar", if: series.count > 1)" viewBox="0 0 640 210" role="img" aria-label="\(title)">\
            <line class="ix-ring" x1="30" y1="170" x2="610" y2="170"/><line class="ix-ring" x1="30" y1="30" x2="610" y2="30"/>\
            \(each(breaks.sorted()) { place in
                let at = number(x(place) - step / 2)
                return #"<line class="ix-break" x1="\#(at)" y1="16" x2="\#(at)" y2="180"/>"#
            })\(lines)\(labels)</svg></div>\(key(series.map(\.name)), if: series.count > 1)<p class="help">\(help)</p>
            """
    }

    /// A dot a country, the stronger the higher.
    static func map(_ scene: Scene, _ figure: ReportFigure, title: String) -> Markup {
        let shares = figure.rows.compactMap(\.share)
        let low = shares.min() ?? 0
        let width = max(1e-9, (shares.max() ?? 1) - low)
        let places: [WorldMap.Place] = figure.rows.compactMap { row in
            guard let code = row.code, let point = CountryPoint.of(CountryCode.short(code) ?? code), let share = row.share else {
                return nil
            }
            let value = row.cells.last.map { ReportFigurePage.text($0, scene.language) } ?? ""
            let step = min(ScoreSteps.count, Int((share - low) / width * Double(ScoreSteps.count)) + 1)
            return (point.latitude, point.longitude, "\(row.label): \(value)", "step-\(step)")
        }
        return """
            <div class="ix-map">\(WorldMap.markup(places: places, title: title, description: scene.words("index.map.help")))</div>
            """
    }
}
