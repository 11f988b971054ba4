import Base
import HTML

/// Moving one session by a form: day, clock, room, length, and where it would fit.
package enum PlacementPage {
    package struct View: Sendable {
        package let event: Event
        package let programme: Programme
        package let session: Session
        package let isPlaced: Bool
        package let form: PlacementForm
        package let grid: PlanGrid
        package let availability: [Availability]
        package let warnings: [ProgrammeWarning]
        package let mayEdit: Bool
        package var complaints = Complaints()
    }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title: String = view.session.title.isEmpty ? words("session.untitled") : view.session.title.text(scene.language)
        let base = "/desk\(view.event.path)/sessions/\(view.session.id)"
        return """
            \(DraftDeskPage.head(scene, view.event, .plan, title: title, below: words("editing.plan")))\
            \(FormParts(words, view.complaints).summary)\
            \(ProgrammeDeskPage.warningList(scene, view.programme, view.warnings), if: !view.warnings.isEmpty)\
            \(spans(scene, view))\(form(scene, view, base), if: view.mayEdit)\
            \(unplace(scene, base), if: view.mayEdit && view.isPlaced)
            <p><a href="\(url: scene.link(base))">\(words("session.edit"))</a></p>
            """
    }

    private static func form(_ scene: Scene, _ view: View, _ base: String) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let days = view.programme.days.map { (value: $0.date.description, label: words.date($0.date, .full)) }
        let rooms =
            [(value: "", label: words("session.noRoom"))]
            + view.programme.rooms.map { (value: $0.id.text, label: $0.name.text(scene.language)) }
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(base + "/place"))">\(scene.guardField)\
            <input type="hidden" name="version" value="\(view.form.version.map { String($0) } ?? "")">\
            \(parts.choice("date", label: words("session.date"), options: days, selected: view.form.date))\
            \(parts.input("start", label: words("session.start"), value: view.form.start, help: words("session.time.help"), required: true))\
            \(parts.choice("room", label: words("session.room"), options: rooms, selected: view.form.room))\
            \(parts.input("minutes", label: words("session.minutes"), value: view.form.minutes, type: "number", required: true))
            <p class="actions"><button class="button" type="submit">\(words("editing.place"))</button></p></form>
            \(fits(scene, view, base))
            """
    }

    /// Free places of the day, room by room: a button each.
    private static func fits(_ scene: Scene, _ view: View, _ base: String) -> Markup {
        let words = scene.words
        let ends = view.programme.days.first { $0.date == view.grid.date }?.ends ?? ClockTime(minutes: 1440)
        let rooms = view.programme.rooms.map { ($0.id as Identifier?, $0.name.text(scene.language)) }
        let rows = each(rooms) { room, name -> Markup in
            let gaps = view.grid.gaps(in: room, minutes: view.session.minutes, without: view.session.id, ends: ends)
            guard !gaps.isEmpty else { return .empty }
            return """
                <li><b>\(name)</b> \(each(gaps.prefix(12)) { start in
                    """
                    <button class="button quiet" type="submit" name="fit" \
                    value="\(start.description) \(room?.text ?? "")"><bdi dir="ltr">\(start.description)</bdi></button> 
                    """
                })</li>

                """
        }
        return """
            <form method="post" class="panel" action="\(url: scene.link(base + "/place"))" aria-labelledby="fits">\(scene.guardField)\
            <h2 id="fits">\(words("editing.fits", ["date": words.date(view.grid.date, .full)]))</h2>\
            <input type="hidden" name="version" value="\(view.form.version.map { String($0) } ?? "")">\
            <input type="hidden" name="date" value="\(view.grid.date.description)">\
            <input type="hidden" name="minutes" value="\(view.session.minutes)"><ul class="plain">\(rows)</ul></form>

            """
    }

    private static func spans(_ scene: Scene, _ view: View) -> Markup {
        guard !view.availability.isEmpty else { return .empty }
        let lines = each(view.availability) { span -> Markup in
            """
            <li>\(scene.words.date(span.date, .full)), <bdi dir="ltr">\(DraftDeskPage.times(span.from, span.until))</bdi></li>
            """
        }
        return """
            <section class="notice"><p>\(scene.words("editing.available"))</p><ul>\(lines)</ul></section>

            """
    }

    private static func unplace(_ scene: Scene, _ base: String) -> Markup {
        """
        <form method="post" action="\(url: scene.link(base + "/unplace"))">\(scene.guardField)\
        <p><button class="button quiet" type="submit">\(scene.words("editing.unplace"))</button></p></form>

        """
    }

    // MARK: Speakers and when they can come

    package struct Speaker: Sendable {
        package let key: SpeakerKey
        package let name: String
        package let sessions: [Session]
    }
    package struct Speakers: Sendable {
        package let event: Event
        package let speakers: [Speaker]
        package let availability: [String: [Availability]]
        package let mayEdit: Bool
        package var complaints = Complaints()
        /// Whose form was wrong, and what was typed.
        package var typed: (key: String, text: String)?
    }

    package static func speakers(_ scene: Scene, _ view: Speakers) -> Markup {
        let words = scene.words
        return """
            \(DraftDeskPage.head(scene, view.event, .speakers, title: words("editing.speakers")))\
            \(FormParts(words, view.complaints).summary)<p class="lede">\(words("editing.speakers.lede"))</p>
            <ul class="cards">\(each(view.speakers) { speaker(scene, view, $0) })</ul>
            """
    }

    private static func speaker(_ scene: Scene, _ view: Speakers, _ one: Speaker) -> Markup {
        let words = scene.words
        let isWrong = view.typed?.key == one.key.text
        let text = isWrong ? view.typed?.text ?? "" : (view.availability[one.key.text] ?? []).map(\.line).joined(separator: "\n")
        let parts = FormParts(words, isWrong ? view.complaints : Complaints())
        let sessions = each(one.sessions) { session -> Markup in
            """
            <li><a href="\(url: scene.link("/desk\(view.event.path)/sessions/\(session.id)/place"))">\(scene.text(session.title))</a></li>
            """
        }
        let form: Markup = """
            <form method="post" action="\(url: scene.link("/desk\(view.event.path)/speakers/\(one.key)"))">\(scene.guardField)\
            \(parts.area("spans-\(one.key)", label: words("editing.spans"), value: text, rows: 2, help: words("editing.spans.help")))\
            <p class="actions"><button class="button quiet" type="submit">\(words("editing.spans.save"))</button></p></form>
            """
        return """
            <li class="card"><h2><bdi>\(one.name)</bdi></h2><ul class="plain">\(sessions)</ul>\(form, if: view.mayEdit)</li>

            """
    }
}
