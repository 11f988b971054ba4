import Base
import HTML
import People

/// The desk's forms of doors: one door, and the seats of sessions.
package enum DoorSetupPage {
    package static func page(_ scene: Scene, _ view: DoorDeskPage.View, _ door: Door, _ form: DoorForm) -> Markup {
        let words = scene.words
        let way = "\(DoorDeskPage.path(view.event))/\(door.id)"
        let isUsed = view.devices.contains { $0.door == door.id }
        return """
            \(RegistrationTabsPage.head(scene, view.event, .doors, title: door.name.text(scene.language)))\
            \(FormParts(words, view.complaints).summary)\(self.form(scene, view, form, to: way, button: words("door.save")))\
            \(removing(scene, way), if: !isUsed)
            """
    }

    private static func removing(_ scene: Scene, _ way: String) -> Markup {
        """
        <form method="post" action="\(url: scene.link(way))">\(scene.guardField)<input type="hidden" name="do" value="remove">\
        <p class="actions"><button class="button quiet danger" type="submit">\(scene.words("door.remove"))</button></p></form>
        """
    }

    static func form(_ scene: Scene, _ view: DoorDeskPage.View, _ form: DoorForm, to way: String, button: String) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let sessions = [(value: "", label: words("door.whole"))] + options(scene, view)
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(way))">\(scene.guardField)\
            \(EventDeskPage.texts(parts, "name", words("door.name"), form.name))\
            \(parts.choice("session", label: words("door.lets"), options: sessions, selected: form.lines["session"],
                           help: words("door.lets.help")))\
            \(categories(scene, view, form), if: !view.categories.isEmpty)\
            <fieldset><legend>\(words("door.more"))</legend>\
            \(parts.box("demandsPayment", label: words("door.demandsPayment"), isChecked: form.lines["demandsPayment"] == "yes"))\
            \(parts.box("countsOut", label: words("door.countsOut"), isChecked: form.lines["countsOut"] == "yes"))</fieldset>\
            <p class="actions"><button class="button" type="submit">\(button)</button></p></form>
            """
    }

    private static func categories(_ scene: Scene, _ view: DoorDeskPage.View, _ form: DoorForm) -> Markup {
        """
        <fieldset><legend>\(scene.words("door.categories"))</legend><p class="help">\(scene.words("door.categories.help"))</p>\
        \(each(view.categories) { category in
            """
            <div class="field check"><input id="c\(category.id)" name="category" type="checkbox" value="\(category.id)"\
            \(" checked", if: form.categories.contains(category.id.text))><label for="c\(category.id)">\(scene.text(category.name))</label></div>
            """
        })</fieldset>
        """
    }

    private static func options(_ scene: Scene, _ view: DoorDeskPage.View) -> [(value: String, label: String)] {
        view.sessions.filter { !$0.kind.isBreak }.map { session in
            let title = session.title.isEmpty ? scene.words("session.untitled") : session.title.text(scene.language)
            return (session.id.text, "\(scene.words.date(session.date, .short)) \(session.start.onTheWall) · \(title)")
        }
    }

    // MARK: Seats

    static func seats(_ scene: Scene, _ view: DoorDeskPage.View) -> Markup {
        let words = scene.words
        return """
            <h2 id="seats-title">\(words("door.seats.title"))</h2><p class="lede">\(words("door.seats.lede"))</p>\
            \(table(scene, view), if: !view.seats.isEmpty)\(setting(scene, view), if: view.mayRun)
            """
    }

    private static func table(_ scene: Scene, _ view: DoorDeskPage.View) -> Markup {
        let words = scene.words
        return """
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="seats-title"><table class="table stacked">\
            <thead><tr><th scope="col">\(words("door.session"))</th><th scope="col">\(words("door.seats.taken"))</th></tr></thead>\
            <tbody>\(each(view.seats) { seats in
                """
                <tr><th scope="row">\(DoorDeskPage.name(scene, view, seats.session))</th>\
                <td class="number">\(DoorDeskPage.seatCount(scene, view, seats.session))</td></tr>
                """
            })</tbody></table></div>
            """
    }

    private static func setting(_ scene: Scene, _ view: DoorDeskPage.View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <form class="desk-form" method="post" action="\(url: scene.link("/desk\(view.event.path)/seats"))">\(scene.guardField)\
            \(parts.choice("seatSession", label: words("door.session"), options: options(scene, view)))\
            \(parts.input("seats", label: words("door.seats"), help: words("door.seats.help")))\
            <p class="actions"><button class="button" type="submit">\(words("door.seats.set"))</button></p></form>
            """
    }
}
