import Base
import HTML
import People

/// The kinds of places of an event at the desk: their capacities, times and ways in; quotas and codes.
package enum PlaceDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let places: [PlaceCategoryStore.Counted]
        package let quotas: [PlaceQuota]
        package let codes: [PlaceCode]
        package let organisations: [Organisation]
        package var complaints = Complaints()
        package init(
            event: Event, places: [PlaceCategoryStore.Counted], quotas: [PlaceQuota], codes: [PlaceCode],
            organisations: [Organisation]
        ) {
            self.event = event
            self.places = places
            self.quotas = quotas
            self.codes = codes
            self.organisations = organisations
        }
    }

    package static func path(_ event: Event) -> String { RegistrationTabsPage.Tab.places.path(event) }

    package static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .places, title: words("places.title")))\
            \(FormParts(words, view.complaints).summary)\
            \(#"<p class="empty">\#(words("places.none"))</p>"#, if: view.places.isEmpty)\
            <ul class="cards">\(each(view.places) { card(scene, view, $0) })</ul>\
            <p class="actions"><a class="button" href="\(url: scene.link(path(view.event) + "/new"))">\(words("places.add"))</a></p>\
            \(quotas(scene, view), if: !view.places.isEmpty)\(codes(scene, view), if: !view.places.isEmpty)
            """
    }

    private static func card(_ scene: Scene, _ view: View, _ place: PlaceCategoryStore.Counted) -> Markup {
        let words = scene.words
        let category = place.category
        let marks = [
            category.needsCode ? "places.needsCode" : nil, category.needsApproval ? "places.needsApproval" : nil,
            category.hasWaitingList ? "places.hasWaitingList" : nil, category.lottery == nil ? nil : "places.lottery",
        ].compactMap { $0 }
        return """
            <li class="card"><h2><a href="\(url: scene.link("\(path(view.event))/\(category.id)"))">\(scene.text(category.name))</a></h2>\
            <p class="meta"><span class="badge">\(words("places.mode.\(category.mode.rawValue)"))</span> \
            <span class="badge">\(words("registration.door.\(category.door(at: scene.now).rawValue)"))</span></p>\
            <p>\(PlaceBarPage.markup(words, place.count))</p>\
            <ul class="chips plain">\(each(marks) { "<li>\(words($0))</li>" })</ul></li>
            """
    }

    // MARK: Quotas

    private static func quotas(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words)
        return """
            <section class="panel"><h2>\(words("places.quotas"))</h2><p class="help">\(words("places.quotas.help"))</p>\
            \(table(scene, [words("registration.kind"), words("registration.organisation"), words("places.taken")], view.quotas.map { quota in
                [name(scene, view, quota.category), organisation(scene, view, quota.organisation), PlaceBarPage.markup(words, quota.count)]
            }))\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view.event) + "/quotas"))">\(scene.guardField)\
            <div class="row">\(parts.choice("category", label: words("registration.kind"), options: kinds(scene, view)))\
            \(parts.choice("organisation", label: words("registration.organisation"), options: organisations(scene, view)))\
            \(parts.input("quota", label: words("places.quota"), help: words("places.quota.help")))</div>\
            <p class="actions"><button class="button quiet" type="submit">\(words("event.desk.save"))</button></p></form></section>
            """
    }

    // MARK: Codes

    private static func codes(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let heads = [
            words("places.code"), words("registration.kind"), words("registration.organisation"), words("places.taken"),
            words("places.note"), words("places.close"),
        ]
        let organisations = [(value: "", label: "—")] + organisations(scene, view)
        return """
            <section class="panel"><h2>\(words("places.codes"))</h2><p class="help">\(words("places.codes.help"))</p>\
            \(table(scene, heads, view.codes.map { code in
                [
                    #"<bdi class="code">\#(code.code)</bdi>"#, name(scene, view, code.category),
                    code.organisation.map { organisation(scene, view, $0) } ?? .empty, PlaceBarPage.markup(words, code.count),
                    "<bdi>\(code.note)</bdi>", close(scene, view, code),
                ]
            }))\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view.event) + "/codes"))">\(scene.guardField)\
            <div class="row">\(parts.choice("code-category", label: words("registration.kind"), options: kinds(scene, view)))\
            \(parts.input("code", label: words("places.code"), help: words("places.code.help")))\
            \(parts.input("uses", label: words("places.uses"), value: "1", type: "number", required: true))\
            \(parts.choice("code-organisation", label: words("registration.organisation"), options: organisations))\
            \(parts.input("note", label: words("places.note")))</div>\
            <p class="actions"><button class="button quiet" type="submit">\(words("places.code.add"))</button></p></form></section>
            """
    }

    private static func close(_ scene: Scene, _ view: View, _ code: PlaceCode) -> Markup {
        guard code.count.free > 0 else { return "—" }
        return RegistrationPage.button(
            scene, "\(path(view.event))/codes/\(code.id)/close", scene.words("places.close"), "button quiet")
    }

    // MARK: Parts

    private static func kinds(_ scene: Scene, _ view: View) -> [(value: String, label: String)] {
        view.places.map { (value: $0.category.id.text, label: $0.category.name.text(scene.language)) }
    }
    private static func organisations(_ scene: Scene, _ view: View) -> [(value: String, label: String)] {
        scene.words.sorted(view.organisations.map { (value: $0.id.text, label: $0.names.text(scene.language)) }) { $0.label }
    }
    private static func name(_ scene: Scene, _ view: View, _ id: Identifier) -> Markup {
        view.places.first { $0.category.id == id }.map { scene.text($0.category.name) } ?? .empty
    }
    private static func organisation(_ scene: Scene, _ view: View, _ id: Identifier) -> Markup {
        view.organisations.first { $0.id == id }.map { scene.text($0.names) } ?? "—"
    }
    private static func table(_ scene: Scene, _ heads: [String], _ rows: [[Markup]]) -> Markup {
        guard !rows.isEmpty else { return .empty }
        return """
            <div class="table-wrap"><table class="table stacked"><thead><tr>\(each(heads) { #"<th scope="col">\#($0)</th>"# })</tr></thead>\
            <tbody>\(each(rows) { row in "<tr>\(each(row) { "<td>\($0)</td>" })</tr>" })</tbody></table></div>
            """
    }
}
