import Base
import HTML

/// A released programme: a ribbon of time, day by day, with chips to choose from.
package enum ProgrammePage {
    package static func main(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ filter: ProgrammeFilter, stars: StarPage.Keeping = .browser
    ) -> Markup {
        let found = filter.text.isEmpty ? nil : ProgrammeShelf.shared.index(of: view.release)
        let items = filter.items(of: view, index: found)
        let cards = ItemPage(scene, view, event: event, areTargets: true, stars: stars, wish: filter.wish)
        var out = EventPlacesPage.bar(scene, event, current: .programme)
        out += NewsPage.mark(scene, event, view.release)
        out += FilterPage.bar(scene, event, view, filter, cards, found: items.count)
        if items.isEmpty {
            out += FilterPage.nothing(scene, event, view, filter, index: found)
            return out
        }
        var index = items.startIndex
        while index < items.endIndex {
            let date = items[index].session.date
            let end = items[index...].firstIndex { $0.session.date != date } ?? items.endIndex
            let day = Array(items[index..<end])
            let table = filter.isGrid ? GridPage.day(day, cards) : nil
            out += """
                <section class="day" id="d-\(date.description)"><header><h2>\(scene.words.date(date, .full))</h2>\
                <span class="lede">\(zones(scene, view))</span></header>\(table ?? ribbon(day, cards))</section>

                """
            index = end
        }
        return out
    }

    /// No release yet.
    package static func unpublished(_ scene: Scene, _ event: Event) -> Markup {
        """
        <div class="empty"><p class="lede">\(scene.words("site.unpublished"))</p>\
        <p><a href="\(url: scene.link(event.path))">\(scene.text(event.name))</a></p></div>
        """
    }

    /// Which zone the clocks are in, said in words wherever clocks are shown.
    static func zones(_ scene: Scene, _ view: ProgrammeView) -> Markup {
        // A browser that knows its own zone says so in these words.
        guard let reader = view.reader else {
            let yours = scene.words("site.zones", ["place": view.venue.city, "yours": "%"])
            return #"<span data-yours="\#(yours)">\#(scene.words("site.zone", ["place": view.venue.city]))</span>"#
        }
        return "\(scene.words("site.zones", ["place": view.venue.city, "yours": reader.city]))"
    }

    /// One list for each section: a heading, then what begins at one time side by side.
    private static func ribbon(_ items: [ProgrammeView.Item], _ cards: ItemPage) -> Markup {
        var out = Markup()
        var index = items.startIndex
        while index < items.endIndex {
            let section = items[index].section
            let end = items[index...].firstIndex { $0.section != section } ?? items.endIndex
            if !section.text.isEmpty { out += "<h3 class=\"section\">\(cards.reading(section))</h3>" }
            out += #"<ol class="ribbon">"#
            while index < end {
                let start = items[index].start
                let next = items[index..<end].firstIndex { $0.start != start } ?? end
                out += slot(items[index..<next], cards, under: !section.text.isEmpty)
                index = next
            }
            out += "</ol>"
        }
        return out
    }

    private static func slot(_ items: ArraySlice<ProgrammeView.Item>, _ cards: ItemPage, under section: Bool) -> Markup {
        guard let first = items.first else { return .empty }
        let inside =
            items.count == 1
            ? cards.card(first, under: section)
            : #"<div class="parallel">\#(each(items) { cards.card($0, under: section) })</div>"#
        return "<li class=\"slot\">\(cards.rail(first))<div>\(inside)</div></li>\n"
    }

    /// Which release this is, and the way to what changed.
    package static func footnote(_ scene: Scene, _ event: Event, _ release: Release) -> Markup {
        let zone = Zone(event.zone) ?? .utc
        let at = zone.wall(at: release.at)
        let words = scene.words
        return """
            <p>\(words("site.release", ["number": String(release.number)])) · \
            <time datetime="\(release.at.description)">\(words.date(at.date)) \(at.time.description) (\(zone.city))</time> · \
            <a href="\(url: scene.link(event.path + "/changes"))">\(words("site.changes"))</a> · \
            <a href="\(url: scene.link(event.path + "/programme.ics"))">\(words("site.calendar"))</a> · \
            <a href="\(url: scene.link(event.path + "/programme#" + FormatsPage.anchor))">\(words("export.formats"))</a></p>
            """
    }
}
