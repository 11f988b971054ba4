import Base
import HTML

/// One registration at the desk, and the form for one that the desk makes.
package enum RegistrationEntryPage {
    package struct View: Sendable {
        package let event: Event
        package let registration: Registration
        package let places: [PlaceCategoryStore.Counted]
        /// What other features know of it: answers, letters, visits.
        package var sections: [Markup] = []
        package var complaints = Complaints()
        package init(event: Event, registration: Registration, places: [PlaceCategoryStore.Counted]) {
            self.event = event
            self.registration = registration
            self.places = places
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.registration
        let title = one.holder.name.isEmpty ? one.number : one.holder.name
        return """
            \(RegistrationTabsPage.head(scene, view.event, .registrations, title: title))\
            \(FormParts(words, view.complaints).summary)<section class="panel"><h2>\(words("registration.desk"))</h2>\(facts(scene, view))\
            <div class="actions">\(buttons(scene, view))</div>\(cancel(scene, view))</section>\(move(scene, view))\(each(view.sections) { $0 })
            """
    }

    private static func facts(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.registration
        let category = view.places.first { $0.category.id == one.category }?.category
        func row(_ label: String, _ value: String) -> Markup {
            value.isEmpty ? .empty : "<div><dt>\(words(label))</dt><dd><bdi>\(value)</bdi></dd></div>"
        }
        return """
            <dl class="facts">\(row("registration.state", words("registration.state.\(one.state.rawValue)")))\
            \(row("registration.number", one.number))\(row("registration.kind", category?.name.text(scene.language) ?? ""))\
            \(row("registration.latin", one.holder.latin))\(row("registration.email", one.holder.email))\
            \(row("registration.organisation", one.holder.organisation))\
            \(row("registration.country", one.holder.country.isEmpty ? "" : words.country(one.holder.country)))\
            \(row("registration.language", one.holder.language.autonym))\
            \(row("registration.speaks", one.holder.speaks.map(words.languageName).joined(separator: ", ")))\
            \(row("registration.invoice", one.invoice ?? ""))\
            \(row("registration.paid", one.paidAt.map { RegisterPage.moment(scene, view.event, $0) } ?? ""))\
            \(row("registration.created", RegisterPage.moment(scene, view.event, one.createdAt)))</dl>
            """
    }

    private static func buttons(_ scene: Scene, _ view: View) -> Markup {
        let one = view.registration
        let path = "\(RegistrationDeskPage.path(view.event))/\(one.id)"
        func button(_ verb: String, _ words: String, quiet: Bool = true) -> Markup {
            RegistrationPage.button(scene, "\(path)/\(verb)", scene.words(words), quiet ? "button quiet" : "button")
        }
        return """
            \(button("approve", "registration.approve", quiet: false), if: one.state == .applied)\
            \(button("decline", "registration.decline"), if: one.state == .applied || one.state == .waiting)\
            \(button("paid", "registration.markPaid", quiet: false), if: one.invoice != nil && one.paidAt == nil)\
            \(button("unpaid", "registration.markUnpaid"), if: one.paidAt != nil)
            """
    }

    /// Two steps: it cannot be undone.
    private static func cancel(_ scene: Scene, _ view: View) -> Markup {
        guard view.registration.state.isActive else { return .empty }
        let path = "\(RegistrationDeskPage.path(view.event))/\(view.registration.id)/cancel"
        return """
            <details class="danger"><summary>\(scene.words("registration.cancel"))</summary>\
            \(RegistrationPage.button(scene, path, scene.words("registration.cancel.do"), "button quiet"))</details>
            """
    }

    private static func move(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.registration
        let others = view.places.filter { $0.category.id != one.category }
        guard one.state == .confirmed, !others.isEmpty else { return .empty }
        return """
            <section class="panel"><h2>\(words("registration.change"))</h2>\
            <form class="inline-form" method="post" action="\(url: scene.link("\(RegistrationDeskPage.path(view.event))/\(one.id)/move"))">\
            \(scene.guardField)<label for="category">\(words("registration.changeTo"))</label><select id="category" name="category">\
            \(each(others) { #"<option value="\#($0.category.id.text)">\#($0.category.name.text(scene.language))</option>"# })\
            </select><button class="button quiet" type="submit">\(words("registration.change.do"))</button></form></section>
            """
    }

    // MARK: By the desk

    package static func new(
        _ scene: Scene, _ event: Event, _ places: [PlaceCategoryStore.Counted], _ form: RegistrationForm, chosen: String,
        _ complaints: Complaints
    ) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        let kinds = places.map { (value: $0.category.id.text, label: $0.category.name.text(scene.language)) }
        return """
            \(RegistrationTabsPage.head(scene, event, .registrations, title: words("registration.add")))\(parts.summary)\
            <form class="desk-form" method="post" action="\(url: scene.link(RegistrationDeskPage.path(event) + "/new"))">\(scene.guardField)\
            \(parts.choice("category", label: words("registration.kind"), options: kinds, selected: chosen))\
            \(HolderPage.fields(words, parts, form, asksAddress: true))\
            <p class="actions"><button class="button" type="submit">\(words("registration.add"))</button></p></form>
            """
    }
}
