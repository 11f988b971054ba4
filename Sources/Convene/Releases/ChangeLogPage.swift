import Base
import HTML

/// The change log that people read: what happened to which session, old → new, in the reader's language. All times are
/// the venue's.
package enum ChangeLogPage {
    /// `linking` names the sessions that have a public page now: what was taken away or is not published has none.
    package static func log(_ scene: Scene, _ event: Event, _ changes: [ProgrammeChange], linking: Set<Identifier> = []) -> Markup
    {
        guard !changes.isEmpty else { return #"<p class="changes-none">\#(scene.words("changes.none"))</p>"# }
        let frame = changes.filter { $0.session == nil }
        let list: Markup = frame.isEmpty ? .empty : items(scene, frame)
        return #"<div class="changelog">\#(list)\#(each(grouped(changes)) { group(scene, event, $0, linking) })</div>"#
    }

    /// Runs of changes to one session, in the order in which they come.
    private static func grouped(_ changes: [ProgrammeChange]) -> [[ProgrammeChange]] {
        changes.filter { $0.session != nil }.reduce(into: []) { groups, change in
            if groups.last?.last?.session?.id == change.session?.id {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
    }

    private static func group(_ scene: Scene, _ event: Event, _ changes: [ProgrammeChange], _ linking: Set<Identifier>) -> Markup
    {
        guard let session = changes.first?.session else { return .empty }
        let title: Markup = session.title.isEmpty ? "\(scene.words("session.untitled"))" : scene.text(session.title)
        let link = linking.contains(session.id) ? scene.link("\(event.path)/s/\(session.id)") : nil
        let heading: Markup = link.map { #"<a href="\#(url: $0)">\#(title)</a>"# } ?? title
        return """
            <div class="change"><h3>\(heading)</h3>\(items(scene, changes))</div>

            """
    }

    private static func items(_ scene: Scene, _ changes: [ProgrammeChange]) -> Markup {
        """
        <ul>\(each(changes) { change in
            """
            <li class="\(change.code)"><b>\(scene.words("changes.\(change.code)"))</b> \(ChangeTextPage.detail(scene, change))</li>
            """
        })</ul>
        """
    }
}
