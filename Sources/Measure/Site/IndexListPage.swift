import Base
import HTML

/// All released editions: of each index the newest first, the older ones as its archive.
enum IndexListPage {
    static func masthead(_ scene: Scene) -> Markup {
        """
        <div class="masthead small">\(Band.markup("index"))<div class="wrap"><h1>\(scene.words("index.title"))</h1>\
        <p class="lede">\(scene.words("index.lede"))</p></div></div>

        """
    }

    static func main(_ scene: Scene, _ editions: [IndexEdition]) -> Markup {
        guard !editions.isEmpty else {
            return #"<div class="empty">\#(Hemicycle.large(seats: 120))<p>\#(scene.words("index.none"))</p></div>"#
        }
        return each(series(editions)) { one in
            """
            <section><h2>\(scene.text(one[0].name))</h2><ol class="timeline">\(each(one.enumerated()) { place, edition in
                entry(scene, edition, isNewest: place == 0)
            })</ol></section>
            """
        }
    }

    /// For the start page: the newest edition of each index.
    static func panel(_ scene: Scene, _ editions: [IndexEdition]) -> Markup {
        guard !editions.isEmpty else { return .empty }
        return """
            <section class="panel wing-measure"><h2>\(scene.words("index.title"))</h2><ul class="plain">\(each(series(editions)) { one in
                """
                <li><a href="\(url: scene.link(one[0].path))">\(IndexFramePage.name(scene, one[0]))</a> \(sample(scene, one[0]))</li>
                """
            })</ul></section>
            """
    }

    /// The newest period of an index decides its place.
    private static func series(_ editions: [IndexEdition]) -> [[IndexEdition]] {
        Dictionary(grouping: editions, by: \.series).values
            .map { $0.sorted { ($0.period, $0.id) > ($1.period, $1.id) } }
            .sorted { ($0[0].period, $1[0].series) > ($1[0].period, $0[0].series) }
    }

    private static func sample(_ scene: Scene, _ edition: IndexEdition) -> Markup {
        guard edition.isSample else { return .empty }
        return #"<span class="badge guessed">\#(scene.words("index.sample"))</span>"#
    }

    private static func entry(_ scene: Scene, _ edition: IndexEdition, isNewest: Bool) -> Markup {
        let words = scene.words
        let places: [IndexFramePage.Tab] =
            isNewest ? [.ranking, .matrix, .sliders, .method, .downloads] : [.ranking, .downloads]
        return """
            <li class="edition"><p class="year">\(edition.period)</p><div>\
            <h3><a href="\(url: scene.link(edition.path))">\(IndexFramePage.name(scene, edition))</a></h3>\
            <p class="meta">\(sample(scene, edition))\(edition.releasedAt.map { at -> Markup in
                "<span>\(words("index.releasedOn", ["date": words.date(at.wall().date)]))</span>"
            })\("<span>\(words("index.archived"))</span>", if: !isNewest)</p>\
            \("<p>\(scene.text(edition.description))</p>", if: !edition.description.isEmpty)\
            \(#"<p class="help"><strong>\#(words("index.comparability"))</strong> \#(scene.text(edition.comparability))</p>"#,
              if: !edition.comparability.isEmpty)\
            <ul class="chips">\(each(places) { tab in
                """
                <li><a href="\(url: scene.link(tab.path(edition)))">\(words("index.tab.\(tab.rawValue)"))\
                <span class="visually-hidden"> \(edition.period)</span></a></li>
                """
            })</ul></div></li>
            """
    }
}
