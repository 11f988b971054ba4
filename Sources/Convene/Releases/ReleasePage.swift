import Base
import HTML

/// The public's view of releases: all with their change logs, and one compared with another.
package enum ReleasePage {
    /// A release and what it changed; nil for the first, which changed nothing that anybody had seen, and for those
    /// too old for the page, which are only named.
    package struct Entry: Sendable {
        package let head: ReleaseHead
        package let sessions: Int?
        package let changes: [ProgrammeChange]?
    }

    /// `live` are the sessions of the latest release.
    package static func list(_ scene: Scene, _ event: Event, _ entries: [Entry], live: Set<Identifier>) -> Markup {
        let words = scene.words
        return """
            \(EventPlacesPage.bar(scene, event, current: .changes))
            <p class="lede">\(words("release.changes.lede"))</p>
            \(each(entries) { entry(scene, event, $0, live) })\
            \(#"<p>\#(words("release.none"))</p>"#, if: entries.isEmpty)
            """
    }

    private static func entry(_ scene: Scene, _ event: Event, _ entry: Entry, _ live: Set<Identifier>) -> Markup {
        let words = scene.words
        let first: Markup? = entry.sessions.map { "<p>\(words("changes.first", count: $0))</p>" }
        return """
            <section class="release" id="r\(entry.head.number)">\
            <h2><a href="\(url: scene.link("\(event.path)/releases/\(entry.head.number)"))">\
            \(words("release.number", ["number": words.number(entry.head.number)]))</a></h2>\
            \(about(scene, event, entry.head))\
            \(first)\(entry.changes.map { ChangeLogPage.log(scene, event, $0, linking: live) })\
            <p><a href="\(url: scene.link("\(event.path)/changes?since=\(entry.head.number)"))">\
            \(words("news.sinceThis", ["number": words.number(entry.head.number)]))</a></p></section>

            """
    }

    /// When it was, what it says, what it brought back.
    package static func about(_ scene: Scene, _ event: Event, _ head: ReleaseHead) -> Markup {
        let words = scene.words
        let restores = head.restores.map { words("release.restores", ["number": words.number($0)]) }
        return """
            <p class="meta"><time datetime="\(head.at.description)">\(moment(scene, event, head.at))</time></p>\
            \(#"<p class="message">\#(scene.text(head.message))</p>"#, if: !head.message.isEmpty)\
            \(restores.map { #"<p class="meta">\#($0)</p>"# })
            """
    }

    /// Date and time in the venue's zone, which is named.
    package static func moment(_ scene: Scene, _ event: Event, _ at: Instant) -> String {
        event.moment(at, scene.words)
    }

    private static func crumbs(_ scene: Scene, _ event: Event, title: String, below: String? = nil) -> Markup {
        """
        <nav class="breadcrumb" aria-label="\(scene.words("programme.breadcrumb"))"><ol>\
        <li><a href="\(url: scene.link(event.path))">\(scene.text(event.name))</a></li>\
        \(below.map { #"<li><a href="\#(url: scene.link(event.path + "/changes"))">\#($0)</a></li>"# })\
        <li aria-current="page">\(title)</li></ol></nav>

        """
    }

    // MARK: One release

    package struct Comparison: Sendable {
        package let event: Event
        package let release: Release
        package let against: Release?
        package let others: [ReleaseHead]
        /// The sessions of the latest release.
        package let live: Set<Identifier>
        package var changes: [ProgrammeChange] { ProgrammeChange.diff(against?.programme, release.programme) }
    }

    package static func compare(_ scene: Scene, _ view: Comparison) -> Markup {
        let words = scene.words
        let title = words("release.number", ["number": words.number(view.release.number)])
        return """
            \(crumbs(scene, view.event, title: title, below: words("release.changes")))<h1>\(title)</h1>
            \(about(scene, view.event, view.release.head))\(chooser(scene, view))\
            \(difference(scene, view))
            <h2>\(words("release.programme"))</h2>\(programme(scene, view.release.programme))
            <p class="meta">\(words("release.digest")) <code>\(view.release.digest)</code></p>
            """
    }

    private static func difference(_ scene: Scene, _ view: Comparison) -> Markup {
        guard let against = view.against else { return .empty }
        let words = scene.words
        return """
            <h2>\(words("release.against", ["number": words.number(against.number)]))</h2>\
            \(ChangeLogPage.log(scene, view.event, view.changes, linking: view.live))
            """
    }

    private static func chooser(_ scene: Scene, _ view: Comparison) -> Markup {
        let words = scene.words
        let others = view.others.filter { $0.number != view.release.number }
        guard !others.isEmpty else { return .empty }
        let options = others.map {
            (value: String($0.number), label: words("release.number", ["number": words.number($0.number)]))
        }
        return """
            <form class="inline-form" method="get" action="\(url: "\(view.event.path)/releases/\(view.release.number)")">\
            \(each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            \(FormParts(words).choice("against", label: words("release.compareWith"), options: options,
                                      selected: view.against.map { String($0.number) } ?? ""))\
            <button class="button quiet" type="submit">\(words("release.compare"))</button></form>

            """
    }

    /// A plain list by day: what this release said.
    package static func programme(_ scene: Scene, _ programme: Programme) -> Markup {
        let days = Dictionary(grouping: programme.sessions, by: \.date).sorted { $0.key < $1.key }
        return each(days) { date, sessions in
            """
            <section class="day"><header><h3>\(scene.words.date(date, .full))</h3></header><ul class="plain">\(each(sessions) { session in
                """
                <li><span class="tabular" dir="ltr">\(DraftDeskPage.times(session.start, session.end))</span> \
                \(scene.text(session.title))\(programme.room(session.room).map { " · \(scene.text($0.name))" })</li>
                """
            })</ul></section>

            """
        }
    }
}
