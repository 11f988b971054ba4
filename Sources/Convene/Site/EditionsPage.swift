import Base
import HTML

/// All editions as a line of time, the newest first; also the block of the start page.
package enum EditionsPage {
    package static func masthead(_ scene: Scene) -> Markup {
        """
        <div class="masthead small">\(MastheadPage.band("editions"))<div class="wrap"><h1>\(scene.words("edition.title"))</h1>\
        <p class="lede">\(scene.words("edition.lede"))</p></div></div>

        """
    }

    package static func main(_ scene: Scene, _ files: [EventFile]) -> Markup {
        guard !files.isEmpty else { return #"<p class="empty">\#(scene.words("edition.none"))</p>"# }
        return #"<ol class="timeline">\#(each(files) { entry(scene, $0, heading: "h2") })</ol>"#
    }

    /// For the start page: short.
    package static func panel(_ scene: Scene, _ files: [EventFile]) -> Markup {
        guard !files.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("edition.title"))</h2><ol class="timeline">\(each(files.prefix(6)) { entry(scene, $0, heading: "h3") })</ol>\
            <p><a href="\(url: scene.link("/editions"))">\(words("edition.all"))</a></p></section>
            """
    }

    private static func entry(_ scene: Scene, _ file: EventFile, heading: Markup) -> Markup {
        let words = scene.words
        let event = file.event
        let hosts = file.parties(.host).map { scene.text(file.name(of: $0)) }
        return """
            <li class="edition"><p class="year">\(String(event.first.year))</p><div>\
            <\(heading)><a href="\(url: scene.link(event.path))">\(scene.text(event.name))</a></\(heading)>\
            \(file.theme.map { #"<p class="theme">\#(scene.text($0.text))</p>"# as Markup })\
            <p class="meta"><span>\(words.dates(event.first, event.last))</span> <span>\(MastheadPage.place(scene, event))</span>\
            \(" <span>\(words("party.host", count: hosts.count)): \(joined(hosts))</span>", if: !hosts.isEmpty)</p>\
            \(figures(scene, file))</div></li>
            """
    }

    private static func joined(_ names: [Markup]) -> Markup {
        each(names.enumerated()) { index, name in index == 0 ? name : " · \(name)" }
    }

    private static func figures(_ scene: Scene, _ file: EventFile) -> Markup {
        guard !file.figures.isEmpty else { return .empty }
        return """
            <ul class="chips plain">\(each(file.figures.prefix(4)) { figure in
                """
                <li><span>\(EventFactsPage.amount(scene.words, figure))</span> \
                <small>\(scene.words("event.standing.\(figure.standing.rawValue)"))</small></li>
                """
            })</ul>
            """
    }
}
