import Base
import HTML

/// The form of one session: the first language on top, the others folded, people as rows. It works without script.
package enum SessionDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let programme: Programme
        /// Nil for a new one.
        package let session: Identifier?
        package let form: SessionForm
        package let warnings: [ProgrammeWarning]
        package let rights: DraftRights
        /// This very session.
        package let mayEdit: Bool
        package var complaints = Complaints()
    }

    package static func edit(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = words(view.session == nil ? "session.new" : "session.edit")
        let parts = FormParts(words, view.complaints)
        let place = view.session.map { "/desk\(view.event.path)/sessions/\($0)" } ?? "/desk\(view.event.path)/sessions/new"
        return """
            \(DraftDeskPage.head(scene, view.event, .programme, title: title, below: words("programme.desk")))\
            \(parts.summary)\
            \(ProgrammeDeskPage.warningList(scene, view.programme, view.warnings), if: !view.warnings.isEmpty)\
            \(view.session.map { materials(scene, view.event, $0) })\
            <form class="desk-form sides" method="post" action="\(url: scene.link(place))">\(scene.guardField)\
            <input type="hidden" name="version" value="\(view.form["version"])">
            <div class="side">\(when(scene, view, parts))\(what(scene, view, parts))\(recording(scene, view, parts))</div>\
            <div>\(texts(scene, view, parts))\(slots(scene, view, parts))</div>\(people(scene, view, parts))\
            \(#"<p class="actions"><button class="button" type="submit">\#(words("session.save"))</button></p>"#, if: view.mayEdit)</form>
            \(remove(scene, place), if: view.session != nil && view.mayEdit)
            """
    }

    private static func materials(_ scene: Scene, _ event: Event, _ session: Identifier) -> Markup {
        #"<p><a href="\#(url: scene.link(MaterialDeskPage.path(event, session)))">\#(scene.words("material.title"))</a></p>"#
    }

    private static func when(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let rooms =
            [(value: "", label: words("session.noRoom"))]
            + view.programme.rooms.map { (value: $0.id.text, label: $0.name.text(scene.language)) }
        return """
            <fieldset class="columns"><legend>\(words("session.when"))</legend>\
            \(parts.input("date", label: words("session.date"), value: view.form["date"], type: "date", required: true))\
            \(parts.input("start", label: words("session.start"), value: view.form["start"], help: words("session.time.help"), required: true))\
            \(parts.input("end", label: words("session.end"), value: view.form["end"], help: words("session.end.help")))\
            \(parts.input("minutes", label: words("session.minutes"), value: view.form["minutes"], type: "number"))\
            \(parts.choice("room", label: words("session.room"), options: rooms, selected: view.form["room"]))\
            \(parts.box("unplaced", label: words("session.unplaced"), isChecked: view.form.isUnplaced), if: view.session == nil)</fieldset>

            """
    }

    private static func what(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let kinds = ItemKind.allCases.map { (value: $0.rawValue, label: words("kind.\($0.rawValue)")) }
        var tags = Language.allCases.map(\.rawValue)
        if !view.form["authentic"].isEmpty, !tags.contains(view.form["authentic"]) { tags.append(view.form["authentic"]) }
        let languages = tags.map { (value: $0, label: words.languageName($0)) }
        // Whoever looks after some tracks is offered those alone; one who may only look sees what is.
        let known = view.mayEdit ? view.rights.choice(view.programme) : view.programme.tracks
        let none = view.rights.isEditor || !view.mayEdit ? [(value: "", label: words("session.noTrack"))] : []
        let tracks = none + known.map { (value: $0.id.text, label: $0.name.text(scene.language)) }
        return """
            <fieldset class="columns"><legend>\(words("session.what"))</legend>\
            \(parts.choice("kind", label: words("session.kind"), options: kinds, selected: view.form["kind"]))\
            \(parts.choice("authentic", label: words("session.authentic"), options: languages, selected: view.form["authentic"],
                           help: words("session.authentic.help")))\
            \(parts.input("languages", label: words("session.languages"), value: view.form["languages"], help: words("session.languages.help")))\
            \(parts.choice("track", label: words("session.track"), options: tracks, selected: view.form["track"]), if: !known.isEmpty)\
            \(parts.box("internal", label: words("session.internal"), isChecked: view.form["internal"] == "yes"))\
            </fieldset>

            """
    }

    /// The authentic language stands open, and every other that has a complaint.
    private static func texts(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let authentic = Language(rawValue: view.form["authentic"]) ?? .en
        let others = Language.allCases.filter { $0 != authentic }
        return """
            <fieldset><legend>\(words("session.texts"))</legend>\(language(scene, view, parts, authentic))\
            \(each(others) { other in
                """
                <details\(" open", if: view.complaints["title-\(other.rawValue)"] != nil)>\
                <summary><span lang="\(other.rawValue)" dir="\(other.direction)">\(other.autonym)</span>\
                \(" ✓", if: !view.form["title-\(other.rawValue)"].isEmpty)</summary>\(language(scene, view, parts, other))</details>
                """
            })</fieldset>

            """
    }

    private static func language(_ scene: Scene, _ view: View, _ parts: FormParts, _ language: Language) -> Markup {
        let words = scene.words
        let tag = language.rawValue
        let name = ["language": words.languageName(tag)]
        return """
            \(parts.input("title-\(tag)", label: words("session.title", name), value: view.form["title-\(tag)"], language: language))\
            \(parts.input("subtitle-\(tag)", label: words("session.subtitle", name), value: view.form["subtitle-\(tag)"], language: language))\
            \(parts.input("section-\(tag)", label: words("session.section", name), value: view.form["section-\(tag)"], language: language))\
            \(parts.area("abstract-\(tag)", label: words("session.abstract", name), value: view.form["abstract-\(tag)"], language: language))\
            \(parts.area("description-\(tag)", label: words("session.description", name), value: view.form["description-\(tag)"],
                         help: words("session.description.help"), language: language))
            """
    }

    private static func slots(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        return """
            <fieldset><legend>\(words("session.slots"))</legend>\
            \(parts.area("slots", label: words("session.slots.label"), value: view.form["slots"], rows: 3, help: words("session.slots.help")))\
            </fieldset>

            """
    }

    private static func recording(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        return """
            <fieldset class="columns"><legend>\(words("session.recording"))</legend>\
            \(parts.box("optOut", label: words("session.optOut"), isChecked: view.form["optOut"] == "yes"))\
            \(parts.input("licence", label: words("session.licence"), value: view.form["licence"], help: words("session.licence.help")))\
            </fieldset>

            """
    }

    private static func people(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        #"<fieldset><legend>\#(scene.words("session.people"))</legend>\#(each(0..<view.form.rows) { person(scene, view, parts, $0) })</fieldset>"#
    }

    private static func person(_ scene: Scene, _ view: View, _ parts: FormParts, _ row: Int) -> Markup {
        let words = scene.words
        func name(_ part: String) -> String { SessionForm.field(row, part) }
        func value(_ part: String) -> String { view.form[name(part)] }
        let roles = AppearanceRole.allCases.map { (value: $0.rawValue, label: words("appearance.role.\($0.rawValue)")) }
        let presences = Presence.allCases.map { (value: $0.rawValue, label: words("presence.\($0.rawValue)")) }
        return """
            <div class="row" role="group" aria-label="\(words("session.person", ["number": words.number(row + 1)]))">\
            <input type="hidden" name="\(name("id"))" value="\(value("id"))">\
            \(parts.input(name("name"), label: words("session.person.name"), value: value("name")))\
            \(parts.input(name("affiliation"), label: words("session.person.affiliation"), value: value("affiliation")))\
            \(parts.choice(name("role"), label: words("session.person.role"), options: roles, selected: value("role")))\
            \(parts.choice(name("presence"), label: words("session.person.presence"), options: presences, selected: value("presence")))\
            \(parts.input(name("readBy"), label: words("session.person.readBy"), value: value("readBy")))</div>
            """
    }

    private static func remove(_ scene: Scene, _ place: String) -> Markup {
        let words = scene.words
        return """
            <details class="danger"><summary>\(words("session.remove"))</summary><p>\(words("session.remove.help"))</p>\
            <form method="post" action="\(url: scene.link(place + "/remove"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("session.remove.confirm"))</button></form></details>
            """
    }
}
