import Base
import HTML

/// Figures and lists on the page of a device: how many came, what does not agree, what was scanned last.
enum DoorLinesPage {
    static func all(_ scene: Scene, _ view: DoorPage.View) -> Markup {
        "\(counts(scene, view))\(conflicts(scene, view))\(last(scene, view))"
    }

    static func earlier(_ scene: Scene, _ view: DoorPage.View, _ scan: DoorScan) -> [String: String] {
        let name = view.doors.first { $0.id == scan.door }?.name.text(scene.language) ?? ""
        return ["door": name, "time": clock(scan.happened, view)]
    }

    static func clock(_ instant: Instant, _ view: DoorPage.View) -> String {
        (Zone(view.event.zone) ?? .utc).wall(at: instant).time.description
    }

    private static func counts(_ scene: Scene, _ view: DoorPage.View) -> Markup {
        let words = scene.words
        func figure(_ id: Markup, _ key: String, _ number: Int, isHidden: Bool = false) -> Markup {
            """
            <div\(" hidden", if: isHidden)><dt>\(words(key))</dt><dd id="door-\(id)">\(words.number(number))</dd></div>
            """
        }
        return """
            <dl class="door-counts">\(figure("came", "door.came", view.came))\
            \(figure("inside", "door.inside", view.inside), if: view.door.countsOut)\
            \(figure("waiting", "door.waiting", 0, isHidden: true))\(figure("conflicts", "door.conflicts", view.conflicts.count))</dl>

            """
    }

    private static func conflicts(_ scene: Scene, _ view: DoorPage.View) -> Markup {
        """
        <section class="door-list" id="door-disagree" aria-labelledby="disagree"\(" hidden", if: view.conflicts.isEmpty)>\
        <h2 id="disagree">\(scene.words("door.conflicts"))</h2><p class="help">\(scene.words("door.conflicts.help"))</p>\
        <ul>\(each(view.conflicts) { "<li>\(row(scene, view, $0))\(disagreement(scene, view, $0))</li>" })</ul></section>

        """
    }

    /// "Shown there: let in. Already in: Door B, 09:14."
    private static func disagreement(_ scene: Scene, _ view: DoorPage.View, _ line: DoorPage.Line) -> Markup {
        let words = scene.words
        let said = line.scan.said.map { words("door.shown", ["result": words("door.result.\($0.rawValue)")]) } ?? ""
        let before = line.earlier.map { words("door.earlier", earlier(scene, view, $0)) } ?? ""
        return #"<p class="meta"><span>\#(said)</span> <span>\#(before)</span></p>"#
    }

    private static func last(_ scene: Scene, _ view: DoorPage.View) -> Markup {
        let words = scene.words
        let lines = view.last.filter { $0.scan.kind != .undo }
        return """
            <section class="door-list" aria-labelledby="last"><h2 id="last">\(words("door.last"))</h2>\
            <p id="door-nolast"\(" hidden", if: !lines.isEmpty)>\(words("door.last.none"))</p><ol id="door-last">\(each(lines) { line in
                "<li>\(row(scene, view, line))\(undo(scene, view, line), if: line.scan.result.letsIn && !line.scan.isUndone)</li>"
            })</ol></section>

            """
    }

    private static func row(_ scene: Scene, _ view: DoorPage.View, _ line: DoorPage.Line) -> Markup {
        let words = scene.words
        let result = line.scan.isUndone ? DoorResult.undone : line.scan.result
        return """
            <p class="door-line \(DoorTonePage.of(result))"><time>\(clock(line.scan.happened, view))</time> \
            <span class="door-sign" aria-hidden="true">\(DoorTonePage.sign(result))</span> \
            <span>\(line.entry.map { "<bdi>\($0.name)</bdi> " as Markup })<small>\(words("door.result.\(result.rawValue)"))</small></span></p>
            """
    }

    private static func undo(_ scene: Scene, _ view: DoorPage.View, _ line: DoorPage.Line) -> Markup {
        """
        <form method="post" action="\(url: scene.link(DoorDevice.path(view.secret)))">\(scene.guardField)\
        <input type="hidden" name="undoes" value="\(line.scan.id)"><button class="button quiet" type="submit">\(scene.words("door.undo"))\
        <span class="visually-hidden"> \(line.entry?.name ?? "")</span></button></form>
        """
    }
}
