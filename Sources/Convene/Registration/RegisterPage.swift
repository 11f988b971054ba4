import Base
import HTML

/// The kinds of places that an event has, and the way to each.
package enum RegisterPage {
    package struct View: Sendable {
        package let event: Event
        package let places: [PlaceCategoryStore.Counted]
        /// A fresh key a kind: whoever presses twice registers once.
        package let keys: [Identifier: String]
        package var complaints = Complaints()
        /// The kind that the complaints are about.
        package var chosen: Identifier?
        package var code = ""
        package init(event: Event, places: [PlaceCategoryStore.Counted], keys: [Identifier: String]) {
            self.event = event
            self.places = places
            self.keys = keys
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard !view.places.isEmpty else {
            return """
                \(EventPlacesPage.bar(scene, view.event, current: .register))\
                <p class="empty">\(words("registration.none"))</p>
                """
        }
        return """
            \(EventPlacesPage.bar(scene, view.event, current: .register))\(FormParts(words, view.complaints).summary)\
            <ul class="cards places">\(each(view.places) { card(scene, view, $0) })</ul>\
            <p class="help">\(words("registration.page.own"))</p>
            """
    }

    private static func card(_ scene: Scene, _ view: View, _ place: PlaceCategoryStore.Counted) -> Markup {
        let category = place.category
        let words = scene.words
        return """
            <li class="card"><h2>\(scene.text(category.name))</h2>\
            <p class="meta"><span class="badge">\(words("places.mode.\(category.mode.rawValue)"))</span> \
            <span>\(fee(words, category))</span> <span>\(left(words, place))</span></p>\
            \(#"<div class="prose">\#(scene.text(category.text))</div>"#, if: !category.text.isEmpty)\
            \(lottery(scene, view.event, category))\(way(scene, view, place))</li>
            """
    }

    private static func fee(_ words: Words, _ category: PlaceCategory) -> String {
        category.fee == .free ? words("places.fee.free") : category.price.isEmpty ? words("places.fee.invoiced") : category.price
    }

    /// How many are left is said when there are few: a number that falls from 5,000 helps nobody.
    private static func left(_ words: Words, _ place: PlaceCategoryStore.Counted) -> String {
        if place.count.isUnlimited { return "" }
        if place.count.free == 0 {
            return words(place.category.hasWaitingList ? "registration.fullWaiting" : "registration.full")
        }
        return words("registration.left", count: place.count.free)
    }

    private static func lottery(_ scene: Scene, _ event: Event, _ category: PlaceCategory) -> Markup {
        guard let lottery = category.lottery else { return .empty }
        let words = scene.words
        if let drawnAt = lottery.drawnAt {
            return """
                <p class="help">\(words("registration.drawnAt", ["when": moment(scene, event, drawnAt)])) \
                <bdi class="code">\(lottery.seed)</bdi></p>
                """
        }
        return """
            <p class="help">\(words("registration.drawUntil", ["when": moment(scene, event, lottery.until)])) \
            <bdi class="code">\(RegistrationNumber.commitment(lottery.seed))</bdi></p>
            """
    }

    private static func way(_ scene: Scene, _ view: View, _ place: PlaceCategoryStore.Counted) -> Markup {
        let category = place.category
        let words = scene.words
        switch category.door(at: scene.now) {
        case .early:
            let opens = category.opens.map { moment(scene, view.event, $0) } ?? ""
            return #"<p class="notice">\#(words("registration.opens", ["when": opens]))</p>"#
        case .closed: return #"<p class="notice">\#(words("registration.refusal.closed"))</p>"#
        case .open: break
        }
        if place.count.free == 0, !category.hasWaitingList, !category.needsApproval { return .empty }
        let isChosen = view.chosen == category.id
        let parts = FormParts(words, isChosen ? view.complaints : Complaints())
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(view.event.path + "/register"))">\(scene.guardField)\
            <input type="hidden" name="category" value="\(category.id.text)">\
            <input type="hidden" name="key" value="\(view.keys[category.id] ?? "")">\
            \(code(parts, category, isChosen ? view.code : ""))\
            <p class="actions"><button class="button" type="submit">\(words(button(place)))\
            <span class="visually-hidden"> \(scene.text(category.name))</span></button></p>\
            \(closes(scene, view.event, category))</form>
            """
    }

    private static func code(_ parts: FormParts, _ category: PlaceCategory, _ typed: String) -> Markup {
        guard category.needsCode else { return .empty }
        // One field of the name a page has an identifier of its own: several kinds may ask for a code.
        return parts.input("code", label: parts.words("places.code"), value: typed, required: true, autocomplete: "off")
    }

    private static func button(_ place: PlaceCategoryStore.Counted) -> String {
        if place.category.needsApproval { return "registration.apply" }
        return place.count.free == 0 ? "registration.wait" : "registration.begin"
    }

    private static func closes(_ scene: Scene, _ event: Event, _ category: PlaceCategory) -> Markup {
        guard let closes = category.closes else { return .empty }
        return #"<p class="help">\#(scene.words("registration.closes", ["when": moment(scene, event, closes)]))</p>"#
    }

    /// An instant in the event's zone, which it names.
    package static func moment(_ scene: Scene, _ event: Event, _ at: Instant) -> String {
        ReleasePage.moment(scene, event, at)
    }
}
