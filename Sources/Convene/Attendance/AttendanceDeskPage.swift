import Base
import HTML

/// What came of it: who registered, who came, session by session, planned against actual; the table for other programs, and
/// how long names are kept.
package enum AttendanceDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let figures: AttendanceFigures
        package let places: [PlaceCategoryStore.Counted]
        package let counts: [Identifier: [Registration.State: Int]]
        package let file: EventFile
        package let months: Int
        package var complaints = Complaints()
        package var typed: String?
        package init(
            event: Event, figures: AttendanceFigures, places: [PlaceCategoryStore.Counted],
            counts: [Identifier: [Registration.State: Int]], file: EventFile, months: Int
        ) {
            self.event = event
            self.figures = figures
            self.places = places
            self.counts = counts
            self.file = file
            self.months = months
        }
    }

    package static func path(_ event: Event) -> String { "/desk\(event.path)/attendance" }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .papers, title: words("attendance.title")))\
            \(PapersDeskPage.ways(scene, view.event))\(FormParts(words, view.complaints).summary)\
            \(totals(scene, view))\(planned(scene, view))\(sessions(scene, view))\(kinds(scene, view))\
            \(files(scene, view))\(retention(scene, view))
            """
    }

    private static func totals(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let lines = [("attendance.registered", view.figures.registered), ("attendance.came", view.figures.came)]
        return table(
            words, "attendance.totals", ["attendance.people", "attendance.organisations", "attendance.countries"],
            each(lines) { key, count in
                """
                <tr><th scope="row">\(words(key))</th>\
                <td>\(AttendanceBarPage.markup(words, count.people, of: view.figures.registered.people))</td>\
                <td>\(AttendanceBarPage.markup(words, count.organisations, of: view.figures.registered.organisations))</td>\
                <td>\(AttendanceBarPage.markup(words, count.countries, of: view.figures.registered.countries))</td></tr>
                """
            })
    }

    /// Planned and actual are two figures; what is counted now can become the actual one.
    private static func planned(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return table(
            words, "attendance.planned", ["attendance.figure.planned", "attendance.figure.actual", "attendance.now"],
            each(AttendanceFigures.units) { unit in
                let now = view.figures.value(unit) ?? 0
                let wanted = view.file.figures.last { $0.standing == .planned && $0.unit == unit }
                let actual = view.file.figures.last { $0.standing == .actual && $0.unit == unit }
                let most = max(now, wanted?.value ?? 0, actual?.value ?? 0)
                let taken: Markup = """
                    <form class="inline" method="post" action="\(url: scene.link(path(view.event) + "/take-over"))">\(scene.guardField)\
                    <input type="hidden" name="unit" value="\(unit)"><button class="button quiet" type="submit" \
                    aria-label="\(words("attendance.takeOver.of", ["what": words("attendance.unit.\(unit)")]))">\
                    \(words("attendance.takeOver"))</button></form>
                    """
                return """
                    <tr><th scope="row">\(words("attendance.unit.\(unit)"))</th>\
                    <td>\(wanted.map { AttendanceBarPage.markup(words, $0.value, of: most) } ?? "—")</td>\
                    <td>\(actual.map { AttendanceBarPage.markup(words, $0.value, of: most, mark: wanted?.value) } ?? "—")</td>\
                    <td>\(AttendanceBarPage.markup(words, now, of: most, mark: wanted?.value)) \(taken, if: actual?.value != now)</td></tr>
                    """
            })
    }

    private static func sessions(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard !view.figures.sessions.isEmpty else { return #"<p class="empty">\#(words("attendance.sessions.none"))</p>"# }
        let most = view.figures.sessions.map(\.count.people).max() ?? 1
        return table(
            words, "attendance.sessions", ["attendance.people", "attendance.organisations", "attendance.countries"],
            each(view.figures.sessions) { line in
                """
                <tr><th scope="row">\(scene.text(line.session.title)) <span class="meta">\(words.date(line.session.date, .short)) \
                <bdi dir="ltr">\(DraftDeskPage.times(line.session.start, line.session.end))</bdi></span></th>\
                <td>\(AttendanceBarPage.markup(words, line.count.people, of: most))</td>\
                <td>\(words.number(line.count.organisations))</td><td>\(words.number(line.count.countries))</td></tr>
                """
            })
    }

    private static func kinds(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let states: [Registration.State] = [.confirmed, .applied, .waiting, .offered, .cancelled, .declined]
        let most = view.counts.values.flatMap(\.values).max() ?? 1
        guard !view.places.isEmpty else { return .empty }
        let rows = each(view.places) { place in
            let counts = view.counts[place.category.id] ?? [:]
            return """
                <tr><th scope="row">\(scene.text(place.category.name))</th>\(each(states) { state in
                    let count = counts[state] ?? 0
                    let cell: Markup = count == 0 ? "—" : AttendanceBarPage.markup(words, count, of: most)
                    return "<td>\(cell)</td>"
                })</tr>
                """
        }
        return table(words, "attendance.kinds", states.map { "registration.state.\($0.rawValue)" }, rows)
    }

    private static func table(_ words: Words, _ caption: String, _ columns: [String], _ rows: Markup) -> Markup {
        """
        <div class="table-wrap" role="region" tabindex="0" aria-label="\(words(caption))"><table class="table"><caption>\(words(caption))</caption><thead><tr><td></td>\
        \(each(columns) { #"<th scope="col">\#(words($0))</th>"# })</tr></thead><tbody>\(rows)</tbody></table></div>

        """
    }

    private static func files(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let way = "/desk\(view.event.path)/registrations"
        return """
            <section class="panel" aria-labelledby="files"><h2 id="files">\(words("attendance.files"))</h2>\
            <p>\(words("attendance.files.help"))</p><p class="actions">\
            <a class="button" href="\(url: scene.link(way + ".csv"))">CSV</a> \
            <a class="button quiet" href="\(url: scene.link(way + ".json"))">JSON</a></p></section>

            """
    }

    private static func retention(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let day = Retention.day(of: view.event, months: view.months)
        return """
            <section class="panel" aria-labelledby="kept"><h2 id="kept">\(words("retention.title"))</h2>\
            <p>\(words("retention.until", ["date": words.date(day)]))</p>\
            <form class="desk-form" method="post" action="\(url: scene.link("/desk\(view.event.path)/retention"))">\(scene.guardField)\
            \(FormParts(words, view.complaints).input(
                "months", label: words("retention.months"), value: view.typed ?? String(view.months), type: "number",
                help: words("retention.months.help"), required: true))\
            <p class="actions"><button class="button quiet" type="submit">\(words("event.desk.save"))</button></p></form></section>
            """
    }
}
