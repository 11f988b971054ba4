import Base
import HTML

/// "What changed since I last looked": the mark that a script compares with what this browser saw last, and the page that
/// shows all changes since a release as one.
package enum NewsPage {
    /// Hidden until a script finds that the browser saw an earlier release.
    static func mark(_ scene: Scene, _ event: Event, _ release: Release) -> Markup {
        let words = scene.words
        return """
            <p class="notice" id="news" data-event="\(event.path)" data-release="\(release.number)" hidden>\(words("news.changed")) \
            <a href="\(url: scene.link("\(event.path)/changes?since=\(release.number)"))">\(words("news.see"))</a> \
            <button class="link" type="button">\(words("news.seen"))</button></p>
            """
    }

    package struct View: Sendable {
        package let event: Event
        package let since: ReleaseHead
        package let now: Release
        package let changes: [ProgrammeChange]
        /// Newest first: the reader may compare with another.
        package let releases: [ReleaseHead]
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let event = view.event
        let sessions = Set(view.changes.compactMap(\.session?.id)).count
        let numbers = ["from": words.number(view.since.number), "to": words.number(view.now.number)]
        return """
            \(EventPlacesPage.bar(scene, event, current: .changes))\
            <p class="lede" id="seen" data-event="\(event.path)" data-release="\(view.now.number)">\(words("news.between", numbers)) \
            \(stamp(scene, view))</p>\(choice(scene, view))\
            \("<h2>\(words("news.sessions", count: sessions))</h2>", if: sessions > 0)\
            \(ChangeLogPage.log(scene, event, view.changes, linking: Set(view.now.programme.sessions.map(\.id))))\
            <p class="actions"><a class="button" href="\(url: scene.link(event.path + "/programme"))">\(words("site.wholeProgramme"))</a> \
            <a class="button quiet" href="\(url: scene.link(event.path + "/changes"))">\(words("news.all"))</a></p>
            """
    }

    private static func stamp(_ scene: Scene, _ view: View) -> Markup {
        let zone = Zone(view.event.zone) ?? .utc
        func text(_ at: Instant) -> Markup {
            let wall = zone.wall(at: at)
            return #"<time datetime="\#(at.description)">\#(scene.words.date(wall.date)) \#(wall.time.description)</time>"#
        }
        return "<small>(\(text(view.since.at)) – \(text(view.now.at)), \(zone.city))</small>"
    }

    /// The way without script: any release can be compared with what is public now.
    static func choice(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let zone = Zone(view.event.zone) ?? .utc
        return """
            <form class="inline-form" method="get" action="\(url: view.event.path + "/changes")"><label for="since">\(words("news.since"))</label>\
            <select id="since" name="since">\(each(view.releases) { head in
                """
                <option value="\(head.number)"\(" selected", if: head.number == view.since.number)>\
                \(words("site.release", ["number": words.number(head.number)])) · \(words.date(zone.wall(at: head.at).date))</option>
                """
            })</select>\(each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# })\
            <button class="button quiet" type="submit">\(words("news.show"))</button></form>
            """
    }
}
