import Base
import CompositeIndex
import HTML

/// Where the scores lie: on a map of the world if the codes are those of ISO 3166, else as tiles by group. The ranking is the
/// table beside it.
enum IndexMapPage {
    static func main(_ scene: Scene, _ view: IndexView) -> Markup {
        let words = scene.words
        let steps = ScoreSteps(view, nodes: [view.index])
        let rows = view.sorted(view.counted, by: view.index)
        let placed = rows.filter { point(view.build.units[$0].code) != nil }
        let isMap = !placed.isEmpty && placed.count * 2 >= rows.count
        return """
            \(IndexFramePage.head(scene, view, .map))<p class="help">\(words(isMap ? "index.map.help" : "index.map.tiles"))</p>\
            \(IndexMatrixPage.legend(scene, steps))\(isMap ? map(scene, view, steps, placed) : tiles(scene, view, steps, rows))\
            <p>\(words("index.map.table")) <a href="\(url: scene.link(view.edition.path))">\(words("index.tab.ranking"))</a></p>
            """
    }

    private static func point(_ code: String) -> (latitude: Double, longitude: Double)? {
        CountryPoint.of(CountryCode.short(code) ?? code)
    }

    private static func map(_ scene: Scene, _ view: IndexView, _ steps: ScoreSteps, _ rows: [Int]) -> Markup {
        let places: [WorldMap.Place] = rows.compactMap { row in
            let unit = view.build.units[row]
            guard let point = point(unit.code), let score = view.score(row, view.index) else { return nil }
            return (
                point.latitude, point.longitude, "\(unit.name): \(ScoreText.text(score, scene.language))",
                "step-\(steps.step(score))"
            )
        }
        let title = scene.words("index.map.title")
        return """
            <figure class="ix-map">\(WorldMap.markup(places: places, title: title, description: scene.words("index.map.help")))</figure>
            """
    }

    /// Each group a heading, each country a tile, the best first.
    private static func tiles(_ scene: Scene, _ view: IndexView, _ steps: ScoreSteps, _ rows: [Int]) -> Markup {
        let grouping = view.groupings.first { $0 == "region" } ?? view.groupings.first
        let groups = grouping.map(view.groups) ?? []
        func list(_ rows: [Int]) -> Markup {
            """
            <ul class="ix-tiles">\(each(rows) { row in
                let score = view.score(row, view.index)
                let style: Markup = score.map { #" class="ix-step-\#(steps.step($0))""# } ?? .empty
                return """
                    <li\(style)>\(IndexFramePage.unit(scene, view, row))<b class="tabular">\(ScoreText.text(score, scene.language))</b></li>
                    """
            })</ul>
            """
        }
        guard let grouping, !groups.isEmpty else { return list(rows) }
        return each(groups) { group in
            "<section><h2><bdi>\(group)</bdi></h2>\(list(rows.filter { view.build.units[$0].groups[grouping] == group }))</section>"
        }
    }
}
