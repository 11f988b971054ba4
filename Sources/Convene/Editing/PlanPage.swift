import Base
import HTML

/// The plan of one day: the grid, what has no place yet, what is doubtful. Every block leads to a form that does what
/// dragging does.
package enum PlanPage {
    package struct View: Sendable {
        package let event: Event
        package let programme: Programme
        package let grid: PlanGrid
        package let warnings: [ProgrammeWarning]
        package let availability: [String: [Availability]]
        package let standing: DraftDeskPage.Standing
        package let version: Int
        /// Where the live stream goes on, so that nothing between page and stream is missed.
        package let live: String
        package let rights: DraftRights
        package let mayUndo: Bool
        package let mayRedo: Bool
        /// Who changed the plan last, and when.
        package let last: (name: String, verb: String, at: Instant)?
    }
    package static func path(_ event: Event) -> String { "/desk\(event.path)/plan" }
    static func block(_ id: Identifier) -> String { "p-\(id.text)" }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(DraftDeskPage.head(scene, view.event, .plan, title: words("editing.plan")))\
            \(DraftDeskPage.notice(scene, view.event, view.standing))\(days(scene, view))
            <div id="plan" class="plan-desk" data-event="/desk\(view.event.path)" data-version="\(view.version)" \
            data-date="\(view.grid.date.description)" data-opens="\(view.grid.opens.minutes)" data-live="\(view.live)"\
            \(#" data-edit="yes""#, if: view.rights.isSome) data-help="\(words("editing.keys.picked"))" \
            data-moved="\(words("editing.keys.moved"))" data-failed="\(words("editing.keys.failed"))" \
            data-cancelled="\(words("editing.keys.cancelled"))"><div>\(tools(scene, view))\
            <p class="plan-status" role="status" id="plan-status"></p>\(grid(scene, view))\(warnings(scene, view))</div>\
            \(unplaced(scene, view))</div>
            \(breakForm(scene, view), if: view.rights.isEditor)
            """
    }

    private static func days(_ scene: Scene, _ view: View) -> Markup {
        let dates = view.programme.days.map(\.date)
        guard dates.count > 1 else { return .empty }
        return """
            <ul class="chips">\(each(dates) { date in
                let path = scene.link(path(view.event) + "?day=\(date)")
                return #"<li><a href="\#(url: path)"\#(#" aria-current="page""#, if: date == view.grid.date)>\#(scene.words.date(date, .dayMonth))</a></li>"#
            })</ul>

            """
    }

    private static func tools(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        func button(_ path: String, _ key: String, _ isOpen: Bool) -> Markup {
            """
            <form class="inline" method="post" action="\(url: scene.link("/desk\(view.event.path)/\(path)"))">\(scene.guardField)\
            <input type="hidden" name="day" value="\(view.grid.date.description)">\
            <button class="button quiet" type="submit" id="plan-\(path)"\(" disabled", if: !isOpen)>\(words(key))</button></form>
            """
        }
        let last = view.last.map { one -> Markup in
            let arguments = ["name": one.name, "what": words("editing.verb.\(one.verb)")]
            return #"<p class="meta">\#(words("editing.last", arguments))</p>"#
        }
        let buttons: Markup = """
            \(button("undo", "editing.undo", view.mayUndo)) \(button("redo", "editing.redo", view.mayRedo)) \
            <a class="button quiet" href="\(url: scene.link("/desk\(view.event.path)/sessions/new?date=\(view.grid.date)"))">\
            \(words("session.new"))</a>
            """
        return #"<div class="plan-tools">\#(buttons, if: view.rights.isSome)\#(last)</div>"#
    }

    // MARK: The grid

    private static func grid(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let hours = stride(from: view.grid.opens.minutes, to: view.grid.closes.minutes, by: 60).map { ClockTime(minutes: $0) }
        let house = view.grid.blocks.filter { $0.room == nil }
        return """
            <h2>\(words.date(view.grid.date, .full))</h2>
            <link rel="stylesheet" href="\(url: scene.link("\(path(view.event)).css?day=\(view.grid.date)&v=\(view.version)"))">\
            <div class="plan-scroll" role="region" tabindex="0" aria-label="\(words("editing.grid", ["date": words.date(view.grid.date, .full)]))">\
            <div class="plan-grid" data-rows="\(view.grid.rows)">\(each(hours) { hour in
                #"<span class="plan-hour h-\#(hour.minutes)" aria-hidden="true" dir="ltr">\#(hour.description)</span>"#
            })\(column(scene, view, "house", words("session.noRoom"), house), if: !house.isEmpty)\
            \(each(view.grid.columns) { one in
                column(scene, view, one.room.id.text, one.room.name.text(scene.language), view.grid.blocks.filter { $0.room == one.room.id })
            })</div></div>

            """
    }

    private static func column(
        _ scene: Scene, _ view: View, _ id: String, _ name: String, _ blocks: [PlanGrid.Block]
    ) -> Markup {
        """
        <section class="plan-room" aria-labelledby="r-\(id)"><h3 id="r-\(id)" class="room-\(id)" data-room="\(id == "house" ? "" : id)">\
        \(name)</h3><ul>\(each(blocks) { block(scene, view, $0.session) })</ul></section>

        """
    }

    private static func block(_ scene: Scene, _ view: View, _ session: Session) -> Markup {
        let words = scene.words
        let warnings = view.warnings.filter { $0.session == session.id }
        let place = scene.link("/desk\(view.event.path)/sessions/\(session.id)/place")
        let title: Markup = session.title.isEmpty ? "\(words("session.untitled"))" : scene.text(session.title)
        let track = view.programme.track(session.track)
        let isPlaced = view.programme.session(session.id) != nil
        let time: Markup =
            isPlaced
            ? #"<span class="meta" dir="ltr">\#(DraftDeskPage.times(session.start, session.end))</span>"#
            : #"<span class="meta">\#(words("site.minutes", count: session.minutes))</span>"#
        let colour = track.map { "track-\($0.position % 8)" } ?? ""
        return """
            <li class="plan-block \(self.block(session.id)) \(colour)\(" break", if: session.kind.isBreak)\
            \(" internal", if: session.isInternal)\(" doubtful", if: !warnings.isEmpty)" data-session="\(session.id)"\(#" data-fixed="yes""#, if: !view.rights.mayChange(session)) \
            data-start="\(session.start.minutes)" data-minutes="\(session.minutes)" data-room="\(session.room?.text ?? "")"\(hours(scene, view, session))>\
            <a href="\(url: place)"><b>\(title)</b></a> \(time)\
            \(track.map { #" <span class="meta">\#(scene.text($0.name))</span>"# as Markup })\
            \(#" <span class="tag">\#(words("editing.internal"))</span>"#, if: session.isInternal)\
            \(#" <span class="tag warn">\#(words("editing.doubtful", count: warnings.count))</span>"#, if: !warnings.isEmpty)</li>
            """
    }

    /// When all its people can come on this day, for the script to show and for the status line to say; nothing if nobody
    /// has said.
    private static func hours(_ scene: Scene, _ view: View, _ session: Session) -> Markup {
        let told = session.appearances.compactMap { SpeakerKey($0).flatMap { view.availability[$0.text] } }
        guard !told.isEmpty else { return .empty }
        let free = Availability.common(told, on: view.grid.date)
        let text = free.isEmpty ? "-" : free.map { "\($0.from.minutes)-\($0.until.minutes)" }.joined(separator: " ")
        let clock = free.map { "\($0.from)–\($0.until)" }.joined(separator: ", ")
        let words = free.isEmpty ? scene.words("editing.never") : scene.words("editing.free", ["times": clock])
        return #" data-hours="\#(text)" data-free="\#(words)""#
    }

    private static func unplaced(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel plan-aside" aria-labelledby="unplaced"><h2 id="unplaced">\
            \(words("editing.unplaced", count: view.programme.unplaced.count))</h2>\
            <ul>\(each(view.programme.unplaced) { block(scene, view, $0) })</ul>\
            \(#"<p class="keys">\#(words("editing.keys"))</p>"#, if: view.rights.isSome)</section>

            """
    }

    private static func warnings(_ scene: Scene, _ view: View) -> Markup {
        let own = view.warnings.filter { one in view.programme.session(one.session)?.date == view.grid.date }
        guard !own.isEmpty else { return .empty }
        return """
            <section class="panel" aria-labelledby="warnings"><h2 id="warnings">\(scene.words("editing.warnings"))</h2>\
            \(ProgrammeDeskPage.warningList(scene, view.programme, own, linking: view.event))</section>

            """
    }

    private static func breakForm(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words)
        return """
            <details class="panel"><summary>\(words("editing.break"))</summary>\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view.event) + "/break"))">\(scene.guardField)\
            <input type="hidden" name="date" value="\(view.grid.date.description)">\
            \(parts.input("title", label: words("editing.break.title"), value: words("kind.break"), required: true))\
            \(parts.input("start", label: words("session.start"), value: "12:00", required: true))\
            \(parts.input("minutes", label: words("session.minutes"), value: "60", type: "number", required: true))
            <p class="actions"><button class="button" type="submit">\(words("editing.break.lay"))</button></p></form></details>

            """
    }

    // MARK: Its own styles

    /// Where each block stands: the one thing that is different on every page, and no style may stand in one.
    package static func styles(_ grid: PlanGrid) -> String {
        // The shortest block still holds its title and can be hit: 24 CSS pixels (WCAG 2.2, 2.5.8) and its edges.
        let shortest = grid.blocks.map(\.rows.count).min() ?? 1
        let row = max(72, 175 / max(1, shortest))
        var lines = [
            ".plan-grid{grid-template-columns:4rem repeat(\(max(1, grid.end - 2)),minmax(8rem,1fr));grid-template-rows:auto repeat(\(grid.rows),\(row / 100).\(row % 100 / 10)\(row % 10)rem)}"
        ]
        for hour in stride(from: grid.opens.minutes, to: grid.closes.minutes, by: 60) {
            lines.append(".h-\(hour){grid-row:\((hour - grid.opens.minutes) / PlanGrid.minutesARow + 2);grid-column:1/-1}")
        }
        lines.append(".room-house{grid-row:1;grid-column:1}")
        for column in grid.columns {
            lines.append(".room-\(column.room.id){grid-row:1;grid-column:\(column.line)/span \(column.lanes)}")
        }
        for block in grid.blocks {
            let rows = "grid-row:\(block.rows.lowerBound + 1)/\(block.rows.upperBound + 1)"
            let place = block.room.flatMap { grid.column($0) }.map { "\($0.line + block.lane)" } ?? "2/-1"
            lines.append(".p-\(block.session.id){\(rows);grid-column:\(place)}")
        }
        return "@media (min-width:60em){\(lines.joined())}\n"
    }
}
