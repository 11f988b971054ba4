import Base
import HTML

/// The other forms of a programme, on its page: folded away, since few readers want one.
package enum FormatsPage {
    /// The place to jump to.
    package static let anchor = "formats"

    package static func list(_ scene: Scene, _ event: Event, _ view: ProgrammeView) -> Markup {
        let words = scene.words
        let tracks = view.release.programme.tracks.filter { track in view.items.contains { $0.session.track == track.id } }
        let formats = ProgrammeExport.Format.allCases.sorted { ($0 == .ics ? 0 : 1) < ($1 == .ics ? 0 : 1) }
        return """
            <details class="formats" id="\(anchor)"><summary>\(words("export.formats"))</summary><ul>\(each(formats) { format in
                link(scene, event, format.name, "\(words("export.format.\(format.rawValue)"))")
            })\(link(scene, event, "changes.atom", "\(words("export.format.atom"))"))</ul>\
            \(parts(scene, event, "export.rooms", view.rooms.map { ("rooms/\($0.id)/room.ics", $0.name) }))\
            \(parts(scene, event, "export.tracks", tracks.map { ("tracks/\($0.id)/track.ics", $0.name) }))</details>
            """
    }

    private static func parts(_ scene: Scene, _ event: Event, _ title: String, _ parts: [(path: String, name: Localized)])
        -> Markup
    {
        guard !parts.isEmpty else { return .empty }
        return """
            <h2 class="section">\(scene.words(title))</h2><ul>\(each(parts) { link(scene, event, $0.path, scene.text($0.name)) })</ul>
            """
    }

    private static func link(_ scene: Scene, _ event: Event, _ path: String, _ name: Markup) -> Markup {
        #"<li><a href="\#(url: scene.link("\(event.path)/\(path)"))">\#(name)</a></li>"#
    }
}
