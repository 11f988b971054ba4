import Base
import HTML

/// The draft as its editors see it: day by day, with what is doubtful.
package enum ProgrammeDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let programme: Programme
        package let warnings: [ProgrammeWarning]
        package let standing: DraftDeskPage.Standing
        package let rights: DraftRights
        /// The whole: rooms, days, tracks.
        package var mayEdit: Bool { rights.isEditor }
        package var complaints = Complaints()
        /// What was typed into a form that had complaints.
        package var typed: [String: String] = [:]
    }

    package static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let event = view.event
        let new = scene.link("/desk\(event.path)/sessions/new")
        return """
            \(DraftDeskPage.head(scene, event, .programme, title: words("programme.desk")))\
            \(DraftDeskPage.notice(scene, event, view.standing))\
            \(FormParts(words, view.complaints).summary)\
            \(#"<p class="notice warn">\#(words("programme.warnings", count: view.warnings.count))</p>"#, if: !view.warnings.isEmpty)\
            \(#"<p class="actions"><a class="button" href="\#(url: new)">\#(words("session.new"))</a> \#(imports(scene, event), if: view.mayEdit)</p>"#,
              if: view.rights.isSome)\
            <div class="desk-columns"><div>\(each(dates(view.programme)) { day(scene, view, $0) })\
            \(#"<p class="lede">\#(words("programme.empty"))</p>"#, if: view.programme.sessions.isEmpty)</div>\
            <div>\(PlanDeskPage.days(scene, view))\(PlanDeskPage.rooms(scene, view))\(TrackDeskPage.tracks(scene, view))</div></div>
            """
    }

    private static func imports(_ scene: Scene, _ event: Event) -> Markup {
        let path = scene.link(ScheduleImportPage.path(event))
        return #"<a class="button quiet" href="\#(url: path)">\#(scene.words("scheduleImport.title"))</a>"#
    }

    private static func dates(_ programme: Programme) -> [CalendarDate] {
        Set(programme.days.map(\.date) + programme.sessions.map(\.date)).sorted()
    }

    private static func day(_ scene: Scene, _ view: View, _ date: CalendarDate) -> Markup {
        let words = scene.words
        let sessions = view.programme.sessions.filter { $0.date == date }
        return """
            <section class="day"><header><h2 id="d\(date.description)">\(words.date(date, .full))</h2></header>
            \(table(scene, view, date, sessions), if: !sessions.isEmpty)\
            \(#"<p>\#(words("programme.dayEmpty"))</p>"#, if: sessions.isEmpty)</section>

            """
    }

    private static func table(_ scene: Scene, _ view: View, _ date: CalendarDate, _ sessions: [Session]) -> Markup {
        let words = scene.words
        let heads = ["programme.column.time", "programme.column.session", "programme.column.kind", "programme.column.room"]
        return """
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="d\(date.description)">\
            <table class="dense agenda"><thead><tr>\(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr></thead>
            <tbody>\(each(sessions) { row(scene, view, $0) })</tbody></table></div>
            """
    }

    private static func row(_ scene: Scene, _ view: View, _ session: Session) -> Markup {
        let words = scene.words
        let path = scene.link("/desk\(view.event.path)/sessions/\(session.id)")
        let warnings = view.warnings.filter { $0.session == session.id }
        let title: Markup = session.title.isEmpty ? "\(words("session.untitled"))" : scene.text(session.title)
        let room = view.programme.room(session.room).map { scene.text($0.name) }
        return """
            <tr id="s\(session.id)"><td class="tabular"><bdi dir="ltr">\(DraftDeskPage.times(session.start, session.end))</bdi></td>\
            <td><a href="\(url: path)">\(title)</a>\(people(session))\
            \(warningList(scene, view.programme, warnings), if: !warnings.isEmpty)</td>\
            <td>\(words("kind.\(session.kind.rawValue)"))</td><td>\(room)</td></tr>

            """
    }

    private static func people(_ session: Session) -> Markup {
        guard !session.appearances.isEmpty else { return .empty }
        return #"<div class="meta">\#(session.appearances.map(\.name).joined(separator: " · "))</div>"#
    }

    /// `linking` names the event when each warning is to say which session it is about.
    package static func warningList(
        _ scene: Scene, _ programme: Programme, _ warnings: [ProgrammeWarning], linking event: Event? = nil
    ) -> Markup {
        let items = each(warnings) { warning -> Markup in
            let about = event.map { link(scene, programme, warning.session, $0) }
            return "<li>\(about)\(sentence(scene, programme, warning))</li>"
        }
        return #"<ul class="warnings">\#(items)</ul>"#
    }

    private static func link(_ scene: Scene, _ programme: Programme, _ id: Identifier, _ event: Event) -> Markup {
        let title = programme.session(id).map(\.title) ?? .empty
        let name: Markup = title.isEmpty ? "\(scene.words("session.untitled"))" : scene.text(title)
        return #"<a href="\#(url: scene.link("/desk\(event.path)/sessions/\(id)"))">\#(name)</a> – "#
    }

    /// A warning in the reader's words.
    package static func sentence(_ scene: Scene, _ programme: Programme, _ warning: ProgrammeWarning) -> String {
        var arguments = warning.arguments
        if let other = warning.other.flatMap(programme.session) { arguments["other"] = other.title.text(scene.language) }
        if let date = arguments["date"].flatMap({ CalendarDate($0) }) { arguments["date"] = scene.words.date(date) }
        return scene.words("programme.warning.\(warning.code.rawValue)", arguments)
    }
}
