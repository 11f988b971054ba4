import Base
import HTML
import Paper

/// The doors of an event at the desk: who is in, what works where, what does not agree. It works without script; with one the
/// figures renew themselves.
package enum DoorDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let doors: [Door]
        package let devices: [DoorDevice]
        package let counts: [DoorCount]
        package let attendance: [PlaceAttendance]
        /// How many may come: the confirmed registrations.
        package let expected: Int
        package let conflicts: [DoorPage.Line]
        package let seats: [SessionSeats]
        /// The sessions of the draft, for choices and names.
        package let sessions: [Session]
        package let categories: [PlaceCategory]
        package let mayRun: Bool
        /// The last change before this page was made, so that the script misses none.
        package let live: String
        package var form = DoorForm()
        package var complaints = Complaints()
        /// What was typed as a device's name, and at which door.
        package var typedDevice: [String: String] = [:]
        /// A device that was just made: its address is shown this once.
        package var made: Made?

        package struct Made: Sendable {
            package let device: DoorDevice
            package let address: String
        }
    }

    package static func path(_ event: Event) -> String { "/desk\(event.path)/doors" }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .doors, title: words("door.desk")))\(FormParts(words, view.complaints).summary)\
            \(view.made.map { made(scene, $0) })\
            <div id="doors" data-live="\(url: path(view.event))/live?from=\(view.live)">\(figures(scene, view))\
            \(conflicts(scene, view), if: !view.conflicts.isEmpty)</div>\
            <h2>\(words("door.doors"))</h2>\(#"<p class="lede">\#(words("door.doors.none"))</p>"#, if: view.doors.isEmpty)\
            <div class="columns">\(each(view.doors) { door(scene, view, $0) })</div>\
            \(adding(scene, view), if: view.mayRun)\(DoorSetupPage.seats(scene, view))
            """
    }

    private static func adding(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let isOpen = view.doors.isEmpty || ["name_en", "session"].contains { view.complaints[$0] != nil }
        return """
            <details\(" open", if: isOpen)><summary>\(words("door.add"))</summary>\
            \(DoorSetupPage.form(scene, view, view.form, to: path(view.event), button: words("door.add")))</details>
            """
    }

    // MARK: Figures

    private static func figures(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let whole = view.attendance.first { $0.session == nil } ?? PlaceAttendance(session: nil, came: 0, inside: 0)
        let rows = view.attendance.filter { $0.session != nil }
        return """
            <section class="panel" aria-labelledby="now"><h2 id="now">\(words("door.now"))</h2><ul class="counts">\
            <li><b>\(words.number(whole.came))</b> \(words("door.cameOf", ["count": words.number(view.expected)]))</li>\
            <li><b>\(words.number(whole.inside))</b> \(words("door.inside"))</li>\
            <li><b>\(words.number(view.counts.reduce(0) { $0 + $1.scans }))</b> \(words("door.scans"))</li></ul>\
            \(sessions(scene, view, rows), if: !rows.isEmpty)</section>
            """
    }

    private static func sessions(_ scene: Scene, _ view: View, _ rows: [PlaceAttendance]) -> Markup {
        let words = scene.words
        let heads = ["door.session", "door.came", "door.inside", "door.seats"]
        return """
            <div class="table-wrap" role="region" tabindex="0" aria-labelledby="now"><table class="table stacked">\
            <thead><tr>\(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr></thead><tbody>\(each(rows) { row in
                """
                <tr><th scope="row">\(name(scene, view, row.session))</th><td class="number">\(words.number(row.came))</td>\
                <td class="number">\(words.number(row.inside))</td><td class="number">\(seatCount(scene, view, row.session))</td></tr>
                """
            })</tbody></table></div>
            """
    }

    static func seatCount(_ scene: Scene, _ view: View, _ session: Identifier?) -> String {
        guard let count = view.seats.first(where: { $0.session == session })?.count else { return "" }
        return "\(scene.words.number(count.taken)) / \(scene.words.number(count.capacity))"
    }

    static func name(_ scene: Scene, _ view: View, _ session: Identifier?) -> Markup {
        guard let session else { return "\(scene.words("door.whole"))" }
        guard let found = view.sessions.first(where: { $0.id == session }), !found.title.isEmpty else {
            return "\(scene.words("session.untitled"))"
        }
        return scene.text(found.title)
    }

    private static func clock(_ instant: Instant, _ view: View) -> String {
        (Zone(view.event.zone) ?? .utc).wall(at: instant).time.description
    }

    // MARK: What does not agree

    private static func conflicts(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="disagree"><h2 id="disagree">\(words("door.conflicts"))</h2>\
            <p class="help">\(words("door.conflicts.help"))</p><ul class="plain">\(each(view.conflicts) { line in
                "<li>\(conflict(scene, view, line))</li>"
            })</ul></section>
            """
    }

    private static func conflict(_ scene: Scene, _ view: View, _ line: DoorPage.Line) -> Markup {
        let words = scene.words
        func place(_ scan: DoorScan) -> [String: String] {
            [
                "door": view.doors.first { $0.id == scan.door }?.name.text(scene.language) ?? "",
                "time": clock(scan.happened, view),
            ]
        }
        let name = line.entry?.name ?? words("door.somebody")
        let device = view.devices.first { $0.id == line.scan.device }?.name ?? ""
        let said = line.scan.said.map { words("door.shown", ["result": words("door.result.\($0.rawValue)")]) } ?? ""
        return """
            <p><b dir="auto">\(name)</b> \(words("door.at", place(line.scan))) <small dir="auto">\(device)</small></p>\
            <p class="meta"><span>\(said)</span> <span>\(words("door.counts", ["result": words("door.result.\(line.scan.result.rawValue)")]))</span> \
            \(line.earlier.map { "<span>\(words("door.earlier", place($0)))</span>" as Markup })</p>
            """
    }

    // MARK: One door

    private static func door(_ scene: Scene, _ view: View, _ door: Door) -> Markup {
        let words = scene.words
        let count = view.counts.first { $0.door == door.id }
        let devices = view.devices.filter { $0.door == door.id }
        let way = scene.link("\(path(view.event))/\(door.id)")
        let name: Markup =
            view.mayRun ? #"<a href="\#(url: way)">\#(scene.text(door.name))</a>"# : "\(scene.text(door.name))"
        return """
            <section class="panel" aria-labelledby="d\(door.id)"><h3 id="d\(door.id)">\(name)</h3>\
            <p class="meta"><span>\(words("door.people", count: count?.people ?? 0))</span> \
            \(count?.last.map { "<span>\(words("door.lastAt", ["time": clock($0, view)]))</span>" as Markup })</p>\
            <ul class="chips plain"><li>\(DoorDeskPage.name(scene, view, door.session))</li>\
            \(each(view.categories.filter { door.categories.contains($0.id) }) { "<li>\(scene.text($0.name))</li>" })\
            \("<li>\(words("door.demandsPayment"))</li>", if: door.demandsPayment)\
            \("<li>\(words("door.countsOut"))</li>", if: door.countsOut)</ul>\
            \(list(scene, view, devices))\(addingDevice(scene, view, door), if: view.mayRun)</section>
            """
    }

    private static func list(_ scene: Scene, _ view: View, _ devices: [DoorDevice]) -> Markup {
        let words = scene.words
        guard !devices.isEmpty else { return #"<p class="help">\#(words("door.devices.none"))</p>"# }
        return #"<ul class="plain">\#(each(devices) { "<li>\(device(scene, view, $0))</li>" })</ul>"#
    }

    private static func device(_ scene: Scene, _ view: View, _ device: DoorDevice) -> Markup {
        let words = scene.words
        let isLive = device.isLive(at: scene.now)
        let seen = device.seenAt.map { seenWords(scene, view, $0) } ?? words("door.device.never")
        let state = device.revokedAt != nil ? words("door.device.revoked") : isLive ? seen : words("door.device.over")
        let way = "\(path(view.event))/\(device.door)/devices/\(device.id)/revoke"
        return """
            <p><b dir="auto">\(device.name)</b></p><p class="meta"><span>\(state)</span>\
            \(" <span>\(words("door.device.noNames"))</span>", if: !device.keepsNames && isLive)</p>\
            \(revoking(scene, way, device), if: view.mayRun && isLive)
            """
    }

    private static func seenWords(_ scene: Scene, _ view: View, _ seen: Instant) -> String {
        let wall = (Zone(view.event.zone) ?? .utc).wall(at: seen)
        return scene.words(
            "door.device.seen", ["time": wall.time.description, "date": scene.words.date(wall.date, .dayMonth)])
    }

    private static func revoking(_ scene: Scene, _ way: String, _ device: DoorDevice) -> Markup {
        """
        <form class="actions" method="post" action="\(url: scene.link(way))">\(scene.guardField)\
        <button class="button quiet" type="submit">\(scene.words("door.device.revoke"))<span class="visually-hidden"> \(device.name)</span></button></form>
        """
    }

    private static func addingDevice(_ scene: Scene, _ view: View, _ door: Door) -> Markup {
        let words = scene.words
        let field = "device-\(door.id)"
        let parts = FormParts(words, view.complaints)
        return """
            <details\(" open", if: view.complaints[field] != nil)><summary>\(words("door.device.add"))</summary>\
            <form class="desk-form" method="post" action="\(url: scene.link("\(path(view.event))/\(door.id)/devices"))">\(scene.guardField)\
            \(parts.input(field, label: words("door.device.name"), value: view.typedDevice[field] ?? "",
                          help: words("door.device.name.help"), required: true))\
            <div class="field check"><input id="names-\(door.id)" name="names" type="checkbox" value="yes" checked \
            aria-describedby="names-\(door.id)-help"><label for="names-\(door.id)">\(words("door.device.names"))</label></div>\
            <p class="help" id="names-\(door.id)-help">\(words("door.device.names.help"))</p>\
            <p class="actions"><button class="button" type="submit">\(words("door.device.make"))</button></p></form></details>
            """
    }

    private static func made(_ scene: Scene, _ made: View.Made) -> Markup {
        let words = scene.words
        return """
            <section class="panel" role="status" aria-labelledby="made"><h2 id="made">\(words("door.device.made", ["name": made.device.name]))</h2>\
            <p>\(words("door.device.once"))</p>\(code(made.address, words))\
            <p><code class="wide" dir="ltr">\(made.address)</code></p></section>
            """
    }

    /// For the camera of the device itself: nobody types such an address.
    private static func code(_ address: String, _ words: Words) -> Markup? {
        (try? QRMatrix(address)).map { matrix in
            let drawn = QRPath(matrix)
            return """
                <svg width="240" height="240" viewBox="0 0 \(drawn.side) \(drawn.side)" role="img" aria-label="\(words("door.device.code"))">\
                <path fill="#fff" d="M0 0h\(drawn.side)v\(drawn.side)h-\(drawn.side)z"/><path d="\(drawn.d)"/></svg>
                """
        }
    }
}
