import Base
import HTML

/// The page of one registration: its form, then all that its holder can do with it.
package enum RegistrationPage {
    package struct View: Sendable {
        package let event: Event
        package let category: PlaceCategory
        package let registration: Registration
        /// Of this page: `/r/…`.
        package let path: String
        package var form: RegistrationForm
        package var complaints = Complaints()
        /// Other kinds of places that she could have instead.
        package var others: [PlaceCategoryStore.Counted] = []
        package var ahead = 0
        /// The questions that the organiser asks.
        package var questions: Markup = .empty
        /// What other features add to the holder's page.
        package var sections: [Markup] = []
        package init(_ passage: RegistrationPassage, path: String, language: Language) {
            event = passage.event
            category = passage.category
            registration = passage.registration
            self.path = path
            form = RegistrationForm(passage.registration.holder)
            if passage.registration.state == .held { form.language = language.rawValue }
        }
    }

    // MARK: The form

    package static func form(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            \(parts.summary)\(held(scene, view))\
            <form class="desk-form one-column" method="post" enctype="multipart/form-data" action="\(url: scene.link(view.path + "/submit"))">\
            \(scene.guardField)<h2>\(words("registration.you"))</h2>\
            \(HolderPage.fields(words, parts, view.form, asksAddress: true))\(view.questions)\
            <p class="actions"><button class="button" type="submit">\(words(send(view)))</button></p></form>
            """
    }

    private static func send(_ view: View) -> String {
        if view.category.needsApproval { return "registration.send.apply" }
        return view.registration.hasPlace || view.category.lottery != nil ? "registration.send" : "registration.send.wait"
    }

    /// How long the place is held, and the button for whoever needs longer.
    private static func held(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.registration
        guard one.state == .held, let until = one.heldUntil else {
            return #"<p class="notice warn">\#(words("registration.holdOver"))</p>"#
        }
        guard one.hasPlace else { return #"<p class="notice">\#(words("registration.noneHeld"))</p>"# }
        return """
            <form class="notice hold" method="post" action="\(url: scene.link(view.path + "/extend"))">\(scene.guardField)\
            <p>\(words("registration.heldUntil", ["when": RegisterPage.moment(scene, view.event, until)]))</p>\
            <p class="actions"><button class="button quiet" type="submit">\(words("registration.extend"))</button></p></form>
            """
    }

    /// After the form: the same for everybody, whether the address had a registration already or not.
    package static func sent(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("registration.sent"))</h2><p>\(words("registration.sent.help"))</p>\
            <p class="actions"><a class="button quiet" href="\(url: scene.link(view.event.path + "/programme"))">\
            \(words("site.programme"))</a></p></section>
            """
    }

    // MARK: Her own

    package static func own(_ scene: Scene, _ view: View) -> Markup {
        """
        \(FormParts(scene.words, view.complaints).summary)\(standing(scene, view))\(offer(scene, view))\
        \(each(view.sections) { $0 })\(change(scene, view))\(correct(scene, view))\(transfer(scene, view))\(cancel(scene, view))
        """
    }

    private static func standing(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let one = view.registration
        let tone: Markup = one.state == .confirmed ? "good" : one.state.isActive ? "" : "warn"
        return """
            <section class="panel ticket"><p class="notice \(tone)"><b>\(words("registration.state.\(one.state.rawValue)"))</b> \
            \(words("registration.state.\(one.state.rawValue).help"))</p>\
            <dl class="facts"><div><dt>\(words("registration.number"))</dt><dd><bdi class="code">\(one.number)</bdi></dd></div>\
            <div><dt>\(words("registration.name"))</dt><dd><bdi>\(one.holder.name)</bdi></dd></div>\
            <div><dt>\(words("registration.kind"))</dt><dd>\(scene.text(view.category.name))</dd></div>\
            <div><dt>\(words("event.when"))</dt><dd>\(words.dates(view.event.first, view.event.last))</dd></div>\
            \(invoice(words, one))\(turn(words, view))</dl></section>
            """
    }

    private static func invoice(_ words: Words, _ one: Registration) -> Markup {
        guard let invoice = one.invoice else { return .empty }
        let paid = words(one.paidAt == nil ? "registration.unpaid" : "registration.paid")
        return "<div><dt>\(words("registration.invoice"))</dt><dd><bdi>\(invoice)</bdi> · \(paid)</dd></div>"
    }

    private static func turn(_ words: Words, _ view: View) -> Markup {
        guard view.registration.state == .waiting else { return .empty }
        return "<div><dt>\(words("registration.turn"))</dt><dd>\(words("registration.ahead", count: view.ahead))</dd></div>"
    }

    /// The offered place, until when, and both answers.
    private static func offer(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard view.registration.state == .offered, let until = view.registration.heldUntil else { return .empty }
        return """
            <section class="panel" id="take"><h2>\(words("registration.offer"))</h2>\
            <p>\(words("registration.offer.until", ["when": RegisterPage.moment(scene, view.event, until)]))</p>\
            <div class="actions" id="pass">\(button(scene, view.path + "/accept", words("registration.accept"), "button"))\
            \(button(scene, view.path + "/pass", words("registration.pass"), "button quiet"))</div></section>
            """
    }

    private static func change(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard view.registration.state == .confirmed else { return .empty }
        if let wanted = view.registration.wanted {
            let name = view.others.first { $0.category.id == wanted }.map { scene.text($0.category.name) } ?? .empty
            return """
                <section class="panel"><h2>\(words("registration.change"))</h2><p>\(words("registration.wanted")) <b>\(name)</b></p>\
                \(button(scene, view.path + "/stay", words("registration.stay"), "button quiet"))</section>
                """
        }
        guard !view.others.isEmpty else { return .empty }
        return """
            <section class="panel"><h2>\(words("registration.change"))</h2>\
            <form class="inline-form" method="post" action="\(url: scene.link(view.path + "/change"))">\(scene.guardField)\
            <label for="category">\(words("registration.changeTo"))</label><select id="category" name="category">\
            \(each(view.others) { other in
                let full = other.count.free == 0 ? " · " + words("registration.full") : ""
                return #"<option value="\#(other.category.id.text)">\#(other.category.name.text(scene.language))\#(full)</option>"#
            })</select><button class="button quiet" type="submit">\(words("registration.change.do"))</button></form>\
            <p class="help">\(words("registration.change.help"))</p></section>
            """
    }

    private static func correct(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard view.registration.state.isActive else { return .empty }
        let parts = FormParts(words, view.complaints)
        return """
            <details class="panel"><summary>\(words("registration.correct"))</summary>\
            <form class="desk-form one-column" method="post" enctype="multipart/form-data" action="\(url: scene.link(view.path + "/correct"))">\
            \(scene.guardField)\(HolderPage.fields(words, parts, view.form, asksAddress: false))\(view.questions)\
            <p class="actions"><button class="button" type="submit">\(words("event.desk.save"))</button></p></form></details>
            """
    }

    private static func transfer(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard view.registration.state == .confirmed else { return .empty }
        let parts = FormParts(words, view.complaints)
        return """
            <details class="panel"><summary>\(words("registration.transfer"))</summary><p>\(words("registration.transfer.help"))</p>\
            <form class="desk-form" method="post" action="\(url: scene.link(view.path + "/transfer"))">\(scene.guardField)\
            \(parts.input("toName", label: words("registration.toName"), required: true))\
            \(parts.input("toEmail", label: words("registration.toEmail"), type: "email", required: true))\
            <p class="actions"><button class="button" type="submit">\(words("registration.transfer.do"))</button></p></form></details>
            """
    }

    private static func cancel(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard view.registration.state.isActive, view.registration.state != .offered else { return .empty }
        return """
            <details class="danger"><summary>\(words("registration.cancel"))</summary><p>\(words("registration.cancel.help"))</p>\
            \(button(scene, view.path + "/cancel", words("registration.cancel.do"), "button quiet"))</details>
            """
    }

    static func button(_ scene: Scene, _ path: String, _ label: String, _ style: Markup) -> Markup {
        """
        <form method="post" action="\(url: scene.link(path))">\(scene.guardField)\
        <button class="\(style)" type="submit">\(label)</button></form>
        """
    }
}
