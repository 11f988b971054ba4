import Base
import HTML

/// What an organiser prints for an event: badges, signs, the list of participants; and the ways to letters of invitation,
/// certificates and attendance.
package enum PapersDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let places: [PlaceCategoryStore.Counted]
        package let counts: [Identifier: [Registration.State: Int]]
        /// There is a released programme.
        package let isReleased: Bool
        package init(
            event: Event, places: [PlaceCategoryStore.Counted], counts: [Identifier: [Registration.State: Int]],
            isReleased: Bool
        ) {
            self.event = event
            self.places = places
            self.counts = counts
            self.isReleased = isReleased
        }
        var confirmed: Int { counts.values.reduce(0) { $0 + ($1[.confirmed] ?? 0) } }
    }

    package static func path(_ event: Event) -> String { RegistrationTabsPage.Tab.papers.path(event) }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        """
        \(RegistrationTabsPage.head(scene, view.event, .papers, title: scene.words("papers.title")))\
        \(ways(scene, view.event))\(badges(scene, view))\(list(scene, view))\(signs(scene, view))
        """
    }

    /// The other pages of what comes after.
    static func ways(_ scene: Scene, _ event: Event) -> Markup {
        let words = scene.words
        let all = [
            ("papers.badges", path(event)), ("papers.invitation", path(event) + "/invitation"),
            ("certificate.title", path(event) + "/certificates"), ("attendance.title", "/desk\(event.path)/attendance"),
        ]
        return """
            <nav aria-label="\(words("papers.title"))"><ul class="chips ways">\(each(all) { key, way in
                """
                <li><a href="\(url: scene.link(way))"\(#" aria-current="page""#, if: scene.path.split(separator: "?").first.map(String.init) == way)>\
                \(words(key))</a></li>
                """
            })</ul></nav>

            """
    }

    private static func badges(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words)
        let sheets = BadgeOrder.Sheet.allCases.map { (value: $0.rawValue, label: words("papers.sheet.\($0.rawValue)")) }
        return """
            <section class="panel" aria-labelledby="badges"><h2 id="badges">\(words("papers.badges"))</h2>\
            <p>\(words("papers.badges.help"))</p>\(none(words, view))\
            <form class="desk-form" method="get" action="\(url: scene.link(path(view.event) + "/badges.pdf"))">\(language(scene))\
            <div class="row">\(kind(scene, view, "category"))\
            \(parts.choice("sheet", label: words("papers.sheet"), options: sheets))\
            \(parts.input("q", label: words("registration.search"), type: "search", help: words("papers.filter.help")))</div>\
            <p class="actions"><button class="button" type="submit">\(words("papers.badges.do"))</button></p></form></section>

            """
    }

    private static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="list"><h2 id="list">\(words("papers.list"))</h2><p>\(words("papers.list.help"))</p>\
            <form class="desk-form" method="get" action="\(url: scene.link(path(view.event) + "/list.pdf"))">\(language(scene))\
            <div class="row">\(kind(scene, view, "listed"))</div>\
            <p class="actions"><button class="button" type="submit">\(words("papers.list.do"))</button></p></form></section>

            """
    }

    private static func signs(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let way: Markup = """
            <p class="actions"><a class="button" href="\(url: scene.link(path(view.event) + "/signs.pdf"))">\(words("papers.signs.do"))</a></p>
            """
        return """
            <section class="panel" aria-labelledby="signs"><h2 id="signs">\(words("papers.signs"))</h2>\
            <p>\(words("papers.signs.help"))</p>\(way, if: view.isReleased)\
            \(#"<p class="empty">\#(words("site.unpublished"))</p>"#, if: !view.isReleased)</section>
            """
    }

    private static func none(_ words: Words, _ view: View) -> Markup {
        view.confirmed == 0
            ? #"<p class="empty">\#(words("papers.none"))</p>"#
            : #"<p class="meta">\#(words("papers.confirmed", count: view.confirmed))</p>"#
    }

    private static func kind(_ scene: Scene, _ view: View, _ name: String) -> Markup {
        let words = scene.words
        let options =
            [(value: "", label: words("registration.all"))]
            + view.places.map { place in
                let count = view.counts[place.category.id]?[.confirmed] ?? 0
                return (
                    value: place.category.id.text,
                    label: place.category.name.text(scene.language) + " · " + words.number(count)
                )
            }
        return FormParts(words).choice(name, label: words("registration.kind"), options: options)
    }

    /// A form that asks by address loses the query of its own: what is kept goes as fields.
    private static func language(_ scene: Scene) -> Markup {
        each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# }
    }
}
