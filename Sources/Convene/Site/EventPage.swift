import Base
import Foundation
import HTML

/// An event's own page: what is on, what not to miss, what came of it, and the numbers with their sources.
package enum EventPage {
    package static func main(_ scene: Scene, _ file: EventFile, _ view: ProgrammeView?) -> Markup {
        """
        \(EventPlacesPage.bar(scene, file.event, current: .event))\(strip(scene, file.event, view))\(highlights(scene, file.event, view))\(outcomes(scene, file))\
        \(figures(scene, file))\(themes(scene, file))
        """
    }

    /// "Now" and "next", while the event is on.
    private static func strip(_ scene: Scene, _ event: Event, _ view: ProgrammeView?) -> Markup {
        guard let view, view.isOn(at: scene.now) else { return .empty }
        let (now, next) = view.nowAndNext(at: scene.now)
        let cards = ItemPage(scene, view, event: event)
        return """
            <section class="strip">\(column(scene.words("site.onNow"), now, cards))\(column(scene.words("site.onNext"), next, cards))</section>
            """
    }

    private static func column(_ title: String, _ items: [ProgrammeView.Item], _ cards: ItemPage) -> Markup {
        guard !items.isEmpty else { return .empty }
        return "<div><h2>\(title)</h2><ol class=\"ribbon\">\(each(items) { row($0, cards) })</ol></div>"
    }

    private static func row(_ item: ProgrammeView.Item, _ cards: ItemPage, under section: Bool = false) -> Markup {
        #"<li class="slot">\#(cards.rail(item))<div>\#(cards.card(item, under: section))</div></li>"#
    }

    private static func highlights(_ scene: Scene, _ event: Event, _ view: ProgrammeView?) -> Markup {
        guard let view, !view.items.isEmpty else { return .empty }
        let words = scene.words
        let cards = ItemPage(scene, view, event: event)
        let days = Dictionary(grouping: view.highlights(6), by: \.session.date).sorted { $0.key < $1.key }
        return """
            <section class="highlights"><header><h2>\(words("site.highlights"))</h2><p class="lede">\(ProgrammePage.zones(scene, view))</p></header>\
            \(each(days) { day, items in
                "<h3 class=\"section\">\(words.date(day, .full))</h3><ol class=\"ribbon\">\(each(items) { row($0, cards, under: true) })</ol>"
            })<p><a href="\(url: scene.link(event.path + "/programme"))">\(words("site.wholeProgramme"))</a></p></section>
            """
    }

    private static func outcomes(_ scene: Scene, _ file: EventFile) -> Markup {
        guard !file.outcomes.isEmpty else { return .empty }
        return """
            <section class="outcomes"><h2>\(scene.words("event.outcomes"))</h2>\
            <ul>\(each(file.outcomes) { "<li>\(scene.text($0.title))</li>" })</ul></section>
            """
    }

    // MARK: Numbers

    private static func figures(_ scene: Scene, _ file: EventFile) -> Markup {
        guard !file.figures.isEmpty else { return .empty }
        return """
            <section><h2>\(scene.words("event.figures"))</h2><dl class="figures">\(each(file.figures) { figure(scene, $0) })</dl></section>
            """
    }

    private static func figure(_ scene: Scene, _ figure: EventFigure) -> Markup {
        let words = scene.words
        let date = figure.asOf.map { words("event.asOf", ["date": words.date($0)]) + " · " } ?? ""
        return """
            <div class="figure"><dt>\(words("event.standing.\(figure.standing.rawValue)"))</dt>\
            <dd><b>\(EventFactsPage.amount(words, figure))</b> <small>\(date)\(words("event.source")): \(source(figure.source))</small></dd></div>
            """
    }

    /// A source that is an address is a link that shows its host.
    static func source(_ text: String) -> Markup {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), let host = URLComponents(string: text)?.host else {
            return "<span dir=\"auto\">\(text)</span>"
        }
        return #"<a href="\#(url: text)" rel="noopener">\#(host)</a>"#
    }

    private static func themes(_ scene: Scene, _ file: EventFile) -> Markup {
        guard file.themes.count > 1 else { return .empty }
        let words = scene.words
        return """
            <section><h2>\(words("event.themes"))</h2><ol class="themes">\(each(file.themes) { theme in
                """
                <li><span>\(scene.text(theme.text))</span> <small>\(theme.announced.map { "\(words.date($0)) · " as Markup })\
                \("\(words("event.source")): \(source(theme.source))", if: !theme.source.isEmpty)</small></li>
                """
            })</ol></section>
            """
    }
}
