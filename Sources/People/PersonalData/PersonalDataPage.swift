import Base
import HTML

/// What is held of somebody, with its two buttons: give it to me, erase it.
package enum PersonalDataPage {
    package struct Line: Sendable {
        package let name: String
        package let count: Int
        /// Why it stays after an erasure; nil: it goes.
        package let reason: String?
        package init(name: String, count: Int, reason: String?) {
            self.name = name
            self.count = count
            self.reason = reason
        }
    }
    package struct View: Sendable {
        package let person: Person
        package let lines: [Line]
        package var complaints = Complaints()
        package init(person: Person, lines: [Line], complaints: Complaints = Complaints()) {
            self.person = person
            self.lines = lines
            self.complaints = complaints
        }
    }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let heads = [words("personal.what"), words("personal.count"), words("personal.after")]
        return """
            \(AccountPage.places(scene, current: "/account/data"))\(parts.summary)<p class="lede">\(words("personal.lede"))</p>
            \(FramePage.table(words("personal.title"), heads: heads, rows: each(view.lines) { line($0, words) }))
            <p><a class="button" href="\(url: scene.link("/account/data/personal-data.zip"))" download>\(words("personal.download"))</a></p>
            <section class="panel" aria-labelledby="erase"><h2 id="erase">\(words("personal.erase"))</h2>\
            <p>\(words("personal.erase.help"))</p>\
            \(FramePage.form(
                scene, to: "/account/data/erase", button: words("personal.erase.button"), isDanger: true,
                parts.input(
                    "typed", label: words("personal.erase.typed", ["text": view.person.email ?? view.person.name]),
                    required: true, autocomplete: "off")))</section>
            """
    }

    private static func line(_ line: Line, _ words: Words) -> Markup {
        let after = line.reason.map { words("personal.kept.\($0)") } ?? words("personal.goes")
        return """
            <tr><th scope="row">\(words("personal.record.\(line.name)"))</th><td class="tabular">\(words.number(line.count))</td>\
            <td>\(after)</td></tr>

            """
    }

    // MARK: Two entries of one person

    package struct Merging: Sendable {
        package let kept: Person
        package let others: [Person]
        package var complaints = Complaints()
        package init(kept: Person, others: [Person], complaints: Complaints = Complaints()) {
            self.kept = kept
            self.others = others
            self.complaints = complaints
        }
    }

    package static func merge(_ scene: Scene, _ view: Merging) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let named = words.sorted(view.others) { $0.sorting }
            .map { (value: $0.id.text, label: [$0.name, $0.email ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")) }
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/people"))\(parts.summary)\
            <p class="lede">\(words("personal.merge.lede", ["name": view.kept.name]))</p>\
            <p>\(words("personal.merge.help"))</p>\
            \(FramePage.form(
                scene, to: "/desk/people/\(view.kept.id)/merge", button: words("personal.merge.button"), isDanger: true,
                parts.choice("other", label: words("personal.merge.other"), options: [(value: "", label: "–")] + named)))
            """
    }
}
