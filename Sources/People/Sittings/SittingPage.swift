import Base
import HTML

/// In which browsers one is signed in.
enum SittingPage {
    struct Line: Sendable {
        let key: String
        let device: String
        let createdAt: Instant
        let seenAt: Instant
        let isThis: Bool
    }

    static func main(_ scene: Scene, _ lines: [Line]) -> Markup {
        let words = scene.words
        let heads = ["sitting.device", "sitting.made", "sitting.seen", "sitting.state"].map { words($0) }
        let hasOthers = lines.contains { !$0.isThis }
        return """
            \(AccountPage.places(scene, current: "/account/sessions"))<p class="lede">\(words("sitting.lede"))</p>\
            \(FramePage.table(words("sitting.title"), heads: heads, rows: each(lines) { row(scene, $0) }))\
            \(FramePage.form(scene, to: "/account/sessions/others/end", button: words("sitting.endOthers"), .empty), if: hasOthers)
            """
    }

    private static func row(_ scene: Scene, _ line: Line) -> Markup {
        let words = scene.words
        let device = line.device.isEmpty ? words("sitting.unknown") : line.device
        let state: Markup =
            line.isThis
            ? "<strong>\(words("sitting.this"))</strong>"
            : """
            <form class="inline" method="post" action="\(url: scene.link("/account/sessions/\(line.key)/end"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("sitting.end"))<span class="visually-hidden"> \(device)</span></button></form>
            """
        return """
            <tr><th scope="row"><bdi>\(device)</bdi></th><td>\(moment(scene, line.createdAt))</td>\
            <td>\(moment(scene, line.seenAt))</td><td>\(state)</td></tr>

            """
    }

    /// In UTC where the reader asked for no zone.
    private static func moment(_ scene: Scene, _ instant: Instant) -> Markup {
        let wall = scene.zone.map { instant.wall(offset: $0.offset(at: instant)) } ?? instant.wall()
        let zone = scene.zone?.name ?? "UTC"
        return """
            <time datetime="\(instant.description)">\(scene.words.date(wall.date)), <bdi>\(wall.time.description)</bdi></time> \
            <span class="meta">\(zone)</span>
            """
    }
}
