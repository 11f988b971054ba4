import Base
import HTML

/// What a reader chose: her own schedule with its clashes, what is no more in the programme, and her calendar.
package enum FavouritePage {
    package struct View: Sendable {
        package let event: Event
        package let programme: ProgrammeView?
        /// What she chose, as it is kept.
        package let chosen: [Identifier]
        /// Chosen, and no more in the programme.
        package var gone: [Session] = []
        /// A star without script leads here: the session that she may want.
        package var offered: Identifier?
        /// So many of this browser are not in her account.
        package var toAdopt = 0
        package var calendarMade: Instant?
        /// The whole address of the calendar that was just made.
        package var address: String?
        package var complaints = Complaints()
        package init(event: Event, programme: ProgrammeView?, chosen: [Identifier]) {
            self.event = event
            self.programme = programme
            self.chosen = chosen
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        """
        \(EventPlacesPage.bar(scene, view.event, current: .mine))\(FormParts(scene.words, view.complaints).summary)\
        \(address(scene, view))\(offer(scene, view))\(adoption(scene, view))\(schedule(scene, view))\(gone(scene, view))\
        \(calendar(scene, view))
        """
    }

    // MARK: What is asked

    private static func offer(_ scene: Scene, _ view: View) -> Markup {
        guard let offered = view.offered, !view.chosen.contains(offered), let programme = view.programme,
            let index = programme.index(of: offered)
        else { return .empty }
        let item = programme.items[index]
        let cards = ItemPage(scene, programme, event: view.event)
        return """
            <section class="panel" aria-labelledby="offer"><h2 id="offer">\(scene.words("favourite.offer"))</h2>\
            <ol class="ribbon"><li class="slot">\(cards.rail(item))<div>\(cards.card(item, under: false))</div></li></ol>\
            \(form(scene, view, .add, item.session.id, scene.words("favourite.add"), "button"))</section>
            """
    }

    private static func adoption(_ scene: Scene, _ view: View) -> Markup {
        guard view.toAdopt > 0 else { return .empty }
        let words = scene.words
        return """
            <section class="notice" id="adopt"><p>\(words("favourite.kept", count: view.toAdopt))</p>\
            \(form(scene, view, .adopt, nil, words("favourite.adopt"), "button"))</section>
            """
    }

    private static func form(
        _ scene: Scene, _ view: View, _ action: FavouriteForm.Action, _ session: Identifier?, _ label: Markup, _ style: Markup
    ) -> Markup {
        """
        <form method="post" action="\(url: scene.link(view.event.path + "/favourites"))">\(scene.guardField)\
        \(session.map { #"<input type="hidden" name="session" value="\#($0)">"# as Markup })\
        <button class="\(style)" type="submit" name="action" value="\(action.rawValue)">\(label)</button></form>
        """
    }
    private static func form(
        _ scene: Scene, _ view: View, _ action: FavouriteForm.Action, _ session: Identifier?, _ label: String, _ style: Markup
    ) -> Markup { form(scene, view, action, session, "\(label)" as Markup, style) }

    // MARK: The schedule

    private static func schedule(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let items = view.programme?.items.filter { view.chosen.contains($0.session.id) } ?? []
        guard let programme = view.programme, !items.isEmpty else {
            return """
                <div class="empty"><p class="lede">\(words("favourite.none"))</p><p>\(words("favourite.how"))</p>\
                <p><a class="button" href="\(url: scene.link(view.event.path + "/programme"))">\(words("site.wholeProgramme"))</a></p></div>
                """
        }
        let clashes = FavouriteClashes.found(among: items)
        let cards = ItemPage(scene, programme, event: view.event)
        let days = Dictionary(grouping: items, by: \.session.date).sorted { $0.key < $1.key }
        return """
            <p class="lede">\(words("favourite.count", count: items.count)) · \(ProgrammePage.zones(scene, programme))</p>\
            \(#"<p class="notice warn">\#(words("favourite.clashes", count: clashes.count))</p>"#, if: !clashes.isEmpty)\
            \(each(days) { day, items in
                """
                <section class="day"><header><h2>\(words.date(day, .full))</h2></header><ol class="ribbon">\(each(items) { item in
                    row(scene, view, item, clashes[item.session.id] ?? [], cards)
                })</ol></section>

                """
            })
            """
    }

    private static func row(
        _ scene: Scene, _ view: View, _ item: ProgrammeView.Item, _ clashes: [ProgrammeView.Item], _ cards: ItemPage
    ) -> Markup {
        let words = scene.words
        let notes = each(clashes) { other in
            """
            <li>\(words("favourite.clash")): <a href="\(url: cards.path(other))">\(cards.reading(other.title))</a> \
            <span class="tabular" dir="ltr">\(other.begins.text)–\(other.ends.text)</span></li>
            """
        }
        let label: Markup = """
            \(words("favourite.remove"))<span class="visually-hidden">: \(cards.reading(item.title))</span>
            """
        return """
            <li class="slot">\(cards.rail(item))<div>\(cards.card(item, under: false))\
            \(#"<ul class="plain warnings">\#(notes)</ul>"#, if: !clashes.isEmpty)\
            \(form(scene, view, .remove, item.session.id, label, "link"))</div></li>

            """
    }

    private static func gone(_ scene: Scene, _ view: View) -> Markup {
        guard !view.gone.isEmpty else { return .empty }
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="gone"><h2 id="gone">\(words("favourite.gone"))</h2>\
            <ul class="plain">\(each(view.gone) { session in
                let label: Markup = """
                    \(words("favourite.remove"))<span class="visually-hidden">: \(scene.text(session.title))</span>
                    """
                return """
                    <li><del>\(scene.text(session.title))</del> <span class="meta">\(words.date(session.date, .dayMonth))</span>\
                    \(form(scene, view, .remove, session.id, label, "link"))</li>
                    """
            })</ul></section>
            """
    }

    // MARK: The calendar

    private static func address(_ scene: Scene, _ view: View) -> Markup {
        guard let address = view.address else { return .empty }
        let words = scene.words
        return """
            <section class="panel" role="status" aria-labelledby="made"><h2 id="made">\(words("favourite.calendar.made"))</h2>\
            <p>\(words("favourite.calendar.once"))</p><p><code class="wide" dir="ltr">\(address)</code></p></section>
            """
    }

    private static func calendar(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let path = view.event.path
        let download: Markup = """
            <a class="button quiet" href="\(url: scene.link(path + "/mine.ics"))">\(words("favourite.calendar.file"))</a>
            """
        guard scene.viewer != nil else {
            let next = percentEncoded(path + "/mine")
            return """
                <section class="panel" aria-labelledby="calendar"><h2 id="calendar">\(words("favourite.calendar"))</h2>\
                <p>\(words("favourite.browser"))</p><p class="actions">\(download, if: !view.chosen.isEmpty)\
                <a class="button quiet" href="\(url: scene.link("/sign-in?next=" + next))">\(words("favourite.signIn"))</a></p></section>
                """
        }
        let made = view.calendarMade.map { words("favourite.calendar.since", ["date": words.date($0.wall().date)]) }
        return """
            <section class="panel" aria-labelledby="calendar"><h2 id="calendar">\(words("favourite.calendar"))</h2>\
            <p>\(made ?? words("favourite.calendar.lede"))</p><div class="actions">\(download)\
            <form method="post" action="\(url: scene.link(path + "/favourites/calendar"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words(made == nil ? "favourite.calendar.make" : "favourite.calendar.renew"))\
            </button></form>\(end(scene, view), if: made != nil)</div></section>
            """
    }

    private static func end(_ scene: Scene, _ view: View) -> Markup {
        """
        <form method="post" action="\(url: scene.link(view.event.path + "/favourites/calendar/end"))">\(scene.guardField)\
        <button class="button quiet danger" type="submit">\(scene.words("favourite.calendar.end"))</button></form>
        """
    }
}
