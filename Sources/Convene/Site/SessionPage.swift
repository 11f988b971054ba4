import Base
import HTML

/// One session: when and where, what it is about, who appears and how, and the ways to its neighbours.
package enum SessionPage {
    /// `materials` is the list of what belongs to the session, made beside it: it changes without a release.
    package static func main(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, at index: Int, materials: Markup = .empty,
        stars: StarPage.Keeping = .browser
    ) -> Markup {
        let item = view.items[index]
        let cards = ItemPage(scene, view, event: event)
        let isNow = item.start <= scene.now && scene.now < item.end
        let star = StarPage(scene, event, stars).markup(item.session.id, item.title.text, isAlone: true)
        return """
            \(EventPlacesPage.bar(scene, event, current: nil))<article class="session\(ItemPage.style(item.session.kind))">\
            <p class="kind">\(cards.kind(item.session.kind))\(" · \(scene.words("site.now"))", if: isNow)</p>\
            \(subtitle(scene, item.session))\(facts(scene, view, item, cards))\(texts(scene, item.session))\
            \(people(scene, event, item.session))\(talks(scene, item, cards))\(materials)\
            <div class="actions">\(star)<a class="button quiet" href="\(url: scene.link(cards.base + item.session.id.text + "/session.ics"))">\
            \(scene.words("site.calendar"))</a></div></article>\(neighbours(scene, event, view, index, cards))
            """
    }

    private static func facts(_ scene: Scene, _ view: ProgrammeView, _ item: ProgrammeView.Item, _ cards: ItemPage) -> Markup {
        let words = scene.words
        let session = item.session
        let readers: Markup =
            view.reader.flatMap { reader in
                item.readers.map {
                    "<br><small>\(words("site.inZone", ["place": reader.city])): \($0.text)\(cards.days($0))</small>"
                }
            } ?? .empty
        let tongues = words.list(session.languages.map(cards.tongue))
        return """
            <dl class="facts"><div><dt>\(words("event.when"))</dt><dd>\(words.date(session.date, .full)), \
            <time datetime="\(item.stamp)" data-local>\(item.begins.text)\(cards.days(item.begins))</time>–\
            \(item.ends.text)\(cards.days(item.ends)) \(words("site.inZone", ["place": view.venue.city]))\(readers)</dd></div>\
            <div><dt>\(words("site.length"))</dt><dd>\(cards.length(session.minutes))</dd></div>\
            \(item.roomName.map { "<div><dt>\(words("site.room"))</dt><dd>\(cards.reading($0))</dd></div>" as Markup })\
            \("<div><dt>\(words("site.language"))</dt><dd>\(tongues)</dd></div>", if: !session.languages.isEmpty)\
            \(cards.track(session).map { "<div><dt>\(words("site.track"))</dt><dd>\(cards.reading($0))</dd></div>" as Markup })\
            \("<div><dt>\(words("site.section"))</dt><dd>\(cards.reading(item.section))</dd></div>", if: !session.section.isEmpty)\
            </dl>
            """
    }

    private static func subtitle(_ scene: Scene, _ session: Session) -> Markup {
        guard !session.detail.subtitle.isEmpty else { return .empty }
        return #"<p class="lede">\#(scene.text(session.detail.subtitle))</p>"#
    }

    /// The short text, then the long one: both in Markdown, under headings of the session's own.
    private static func texts(_ scene: Scene, _ session: Session) -> Markup {
        each([session.abstract, session.detail.description].filter { !$0.isEmpty }) { text in
            let (whole, tag) = text.reading(scene.language)
            return #"<div class="prose" lang="\#(tag)" dir="auto">\#(Markdown.markup(whole, headingsFrom: 2))</div>"#
        }
    }

    private static func people(_ scene: Scene, _ event: Event, _ session: Session) -> Markup {
        guard !session.appearances.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section><h2>\(words("site.people"))</h2><ul class="appearances">\(each(session.appearances) { one in
                """
                <li>\(name(scene, event, one))\(#" <span dir="auto">\#(one.affiliation)</span>"#, if: !one.affiliation.isEmpty) \
                <span class="meta">\(words("appearance.role.\(one.role.rawValue)")) · \(presence(words, one))</span></li>
                """
            })</ul></section>
            """
    }

    private static func name(_ scene: Scene, _ event: Event, _ one: Appearance) -> Markup {
        let name: Markup = #"<b dir="auto">\#(one.name)</b>"#
        guard let key = SpeakerKey(one) else { return name }
        return #"<a href="\#(url: scene.link(Speaker.path(event, key)))">\#(name)</a>"#
    }

    private static func presence(_ words: Words, _ one: Appearance) -> String {
        one.presence == .readOut && !one.readBy.isEmpty
            ? words("presence.readOutBy", ["name": one.readBy]) : words("presence.\(one.presence.rawValue)")
    }

    private static func talks(_ scene: Scene, _ item: ProgrammeView.Item, _ cards: ItemPage) -> Markup {
        guard !item.talks.isEmpty else { return .empty }
        return "<section><h2>\(scene.words("site.talks"))</h2>\(cards.talks(item))</section>"
    }

    private static func neighbours(
        _ scene: Scene, _ event: Event, _ view: ProgrammeView, _ index: Int, _ cards: ItemPage
    ) -> Markup {
        let words = scene.words
        func link(_ other: Int, _ label: String, _ relation: Markup) -> Markup {
            guard view.items.indices.contains(other) else { return .empty }
            let item = view.items[other]
            return """
                <a rel="\(relation)" href="\(url: cards.path(item))"><small>\(label)</small> \(cards.reading(item.title))</a>
                """
        }
        return """
            <nav class="neighbours" aria-label="\(words("site.programme"))">\(link(index - 1, words("site.previous"), "prev"))\
            <a href="\(url: scene.link(event.path + "/programme"))#s-\(view.items[index].session.id)">\(words("site.programme"))</a>\
            \(link(index + 1, words("site.next"), "next"))</nav>
            """
    }
}
