import Base
import HTML

/// The list of registrations at the desk, and one of them.
package enum RegistrationDeskPage {
    package struct ListView: Sendable {
        package let event: Event
        package let places: [PlaceCategoryStore.Counted]
        package let counts: [Identifier: [Registration.State: Int]]
        package let rows: [Registration]
        package let filter: RegistrationFilter
        /// From 1.
        package var page = 1
        package init(
            event: Event, places: [PlaceCategoryStore.Counted], counts: [Identifier: [Registration.State: Int]],
            rows: [Registration], filter: RegistrationFilter
        ) {
            self.event = event
            self.places = places
            self.counts = counts
            self.rows = rows
            self.filter = filter
        }
    }

    package static func path(_ event: Event) -> String { RegistrationTabsPage.Tab.registrations.path(event) }

    package static func list(_ scene: Scene, _ view: ListView) -> Markup {
        let words = scene.words
        let part = ListPartPage(view.page, of: view.rows.count)
        return """
            \(RegistrationTabsPage.head(scene, view.event, .registrations, title: words("registration.desk")))\
            \(fullness(scene, view))\(filters(scene, view))\
            <p class="meta">\(words("registration.count", count: view.rows.count))</p>\
            \(#"<p class="empty">\#(words("registration.noneYet"))</p>"#, if: view.rows.isEmpty)\
            \(table(scene, view, part.of(view.rows)), if: !view.rows.isEmpty)\(part.ways(scene) { address(view, $0) })\
            <p class="actions"><a class="button" href="\(url: scene.link(path(view.event) + "/new"))">\(words("registration.add"))</a></p>
            """
    }

    /// How full each kind is: a bar with its table twin in words.
    private static func fullness(_ scene: Scene, _ view: ListView) -> Markup {
        let words = scene.words
        guard !view.places.isEmpty else {
            return """
                <p class="notice">\(words("places.none")) <a href="\(url: scene.link(RegistrationTabsPage.Tab.places.path(view.event)))">\
                \(words("registration.tab.places"))</a></p>
                """
        }
        return """
            <div class="table-wrap" role="region" tabindex="0" aria-label="\(words("places.title"))"><table class="table">\
            <caption class="visually-hidden">\(words("places.title"))</caption><thead><tr>\
            <th scope="col">\(words("registration.kind"))</th><th scope="col">\(words("places.taken"))</th>\
            <th scope="col">\(words("registration.state.waiting"))</th></tr></thead>\
            <tbody>\(each(view.places) { place in
                let waiting = view.counts[place.category.id]?[.waiting] ?? 0
                return """
                    <tr><th scope="row">\(scene.text(place.category.name))</th><td>\(PlaceBarPage.markup(words, place.count))</td>\
                    <td>\(words.number(waiting))</td></tr>
                    """
            })</tbody></table></div>
            """
    }

    private static func filters(_ scene: Scene, _ view: ListView) -> Markup {
        let words = scene.words
        let kinds =
            [(value: "", label: words("registration.all"))]
            + view.places.map { (value: $0.category.id.text, label: $0.category.name.text(scene.language)) }
        let states =
            [(value: "", label: words("registration.all"))]
            + Registration.State.allCases.map { (value: $0.rawValue, label: words("registration.state.\($0.rawValue)")) }
        let parts = FormParts(words)
        return """
            <form class="desk-form filter-row" method="get" action="\(url: scene.link(path(view.event)))" role="search"><div class="row">\
            \(parts.input("q", label: words("registration.search"), value: view.filter.text, type: "search"))\
            \(parts.choice("category", label: words("registration.kind"), options: kinds, selected: view.filter.category?.text ?? ""))\
            \(parts.choice("state", label: words("registration.state"), options: states, selected: view.filter.states.first?.rawValue ?? ""))\
            </div><button class="button quiet" type="submit">\(words("registration.show"))</button></form>
            """
    }

    private static func table(_ scene: Scene, _ view: ListView, _ rows: ArraySlice<Registration>) -> Markup {
        let words = scene.words
        let names = Dictionary(uniqueKeysWithValues: view.places.map { ($0.category.id, $0.category.name) })
        return """
            <div class="table-wrap"><table class="table stacked"><thead><tr><th scope="col">\(words("registration.name"))</th>\
            <th scope="col">\(words("registration.organisation"))</th><th scope="col">\(words("registration.kind"))</th>\
            <th scope="col">\(words("registration.state"))</th><th scope="col">\(words("registration.number"))</th></tr></thead>\
            <tbody>\(each(rows) { one in
                """
                <tr><th scope="row"><a href="\(url: scene.link("\(path(view.event))/\(one.id)"))"><bdi>\
                \(one.holder.name.isEmpty ? one.number : one.holder.name)</bdi></a></th>\
                <td><bdi>\(one.holder.organisation)</bdi></td><td>\(names[one.category].map { scene.text($0) } ?? .empty)</td>\
                <td><span class="badge">\(words("registration.state.\(one.state.rawValue)"))</span></td>\
                <td><bdi class="code">\(one.number)</bdi></td></tr>
                """
            })</tbody></table></div>
            """
    }

    private static func address(_ view: ListView, _ number: Int) -> String {
        "\(path(view.event))?q=\(percentEncoded(view.filter.text))&category=\(view.filter.category?.text ?? "")"
            + "&state=\(view.filter.states.first?.rawValue ?? "")&page=\(number)"
    }
}
