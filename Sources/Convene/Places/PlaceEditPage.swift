import Base
import HTML
import People

/// The form of one kind of place.
package enum PlaceEditPage {
    package struct View: Sendable {
        package let event: Event
        /// Nil for a new one.
        package let category: PlaceCategory?
        package var form: PlaceForm
        package var complaints = Complaints()
        package var questionnaires: [(value: String, label: String)] = []
        package init(event: Event, category: PlaceCategory?, form: PlaceForm) {
            self.event = event
            self.category = category
            self.form = form
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let way = "\(PlaceDeskPage.path(view.event))/\(view.category?.id.text ?? "new")"
        let title = view.category?.name.text(scene.language) ?? words("places.add")
        let parts = FormParts(words, view.complaints)
        return """
            \(RegistrationTabsPage.head(scene, view.event, .places, title: title))\(parts.summary)\
            <form class="desk-form" method="post" action="\(url: scene.link(way))">\(scene.guardField)\
            \(EventDeskPage.texts(parts, "name", words("places.name"), view.form.lines.texts("name")))\
            \(EventDeskPage.texts(parts, "text", words("places.text"), view.form.lines.texts("text")))\
            \(what(words, parts, view.form))\(times(scene, view, parts))\(ways(words, parts, view))\
            <p class="actions"><button class="button" type="submit">\(words("event.desk.save"))</button></p></form>\
            \(remove(scene, view, way))
            """
    }

    private static func what(_ words: Words, _ parts: FormParts, _ form: PlaceForm) -> Markup {
        func options<T: CaseIterable & RawRepresentable>(_ type: T.Type, _ prefix: String) -> [(value: String, label: String)]
        where T.RawValue == String {
            T.allCases.map { (value: $0.rawValue, label: words("\(prefix).\($0.rawValue)")) }
        }
        return """
            <div class="row">\(parts.choice(
                "mode", label: words("places.mode"), options: options(PlaceCategory.Mode.self, "places.mode"), selected: form["mode"]))\
            \(parts.choice(
                "kind", label: words("places.kind"), options: options(PlaceCategory.Kind.self, "places.kind"), selected: form["kind"]))\
            \(parts.input("capacity", label: words("places.capacity"), value: form["capacity"], help: words("places.capacity.help")))\
            \(parts.choice(
                "fee", label: words("places.fee"), options: options(PlaceCategory.Fee.self, "places.fee"), selected: form["fee"]))\
            \(parts.input("price", label: words("places.price"), value: form["price"], help: words("places.price.help")))</div>
            """
    }

    private static func times(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let zone = words("places.zone", ["zone": (Zone(view.event.zone) ?? .utc).city])
        func time(_ name: String, help: String) -> Markup {
            parts.input(name, label: words("places.\(name)"), value: view.form[name], type: "datetime-local", help: help)
        }
        return """
            <div class="row">\(time("opens", help: zone))\(time("closes", help: zone))\
            \(time("lotteryUntil", help: words("places.lotteryUntil.help")))</div>\
            <div class="row">\(parts.input("holdMinutes", label: words("places.holdMinutes"), value: view.form["holdMinutes"], type: "number"))\
            \(parts.input("offerHours", label: words("places.offerHours"), value: view.form["offerHours"], type: "number"))</div>
            """
    }

    private static func ways(_ words: Words, _ parts: FormParts, _ view: View) -> Markup {
        let form = view.form
        return """
            \(parts.choice(
                "questionnaire", label: words("places.questionnaire"),
                options: [(value: "", label: words("places.questionnaire.none"))] + view.questionnaires,
                selected: form["questionnaire"]), if: !view.questionnaires.isEmpty)\
            \(parts.box("hasWaitingList", label: words("places.hasWaitingList"), isChecked: form["hasWaitingList"] == "yes"))\
            \(parts.box("needsCode", label: words("places.needsCode"), isChecked: form["needsCode"] == "yes"))\
            \(parts.box("needsApproval", label: words("places.needsApproval"), isChecked: form["needsApproval"] == "yes"))
            """
    }

    private static func remove(_ scene: Scene, _ view: View, _ way: String) -> Markup {
        guard view.category != nil else { return .empty }
        let words = scene.words
        return """
            <details class="danger"><summary>\(words("places.remove"))</summary><p>\(words("places.remove.help"))</p>\
            \(RegistrationPage.button(scene, way + "/remove", words("places.remove"), "button quiet"))</details>
            """
    }
}
