import Base
import HTML
import People

/// The forms of an event at the desk.
package enum QuestionnaireDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let forms: [QuestionnaireStore.Listed]
        package var name: Localized
        /// With what a new form begins: `starter`, `empty` or `file`.
        package var begin = "starter"
        package var complaints = Complaints()
        package init(event: Event, forms: [QuestionnaireStore.Listed], language: Language) {
            self.event = event
            self.forms = forms
            name = Localized("", language.rawValue)
        }
    }

    package static func path(_ event: Event) -> String { RegistrationTabsPage.Tab.questions.path(event) }
    package static func path(_ event: Event, _ id: Identifier) -> String { "\(path(event))/\(id)" }

    package static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .questions, title: words("questions.title")))\
            \(FormParts(words, view.complaints).summary)\
            \(#"<p class="lede">\#(words("questions.none"))</p>"#, if: view.forms.isEmpty)\
            <ul class="cards">\(each(view.forms) { card(scene, view.event, $0) })</ul>\(new(scene, view))
            """
    }

    private static func card(_ scene: Scene, _ event: Event, _ form: QuestionnaireStore.Listed) -> Markup {
        let words = scene.words
        return """
            <li class="card"><h2><a href="\(url: scene.link(path(event, form.id)))">\(scene.text(form.name))</a></h2>\
            <p class="meta">\(state(words, form)) \
            \(#"<span class="badge guessed">\#(words("questions.differs"))</span>"#, if: form.number != nil && form.isDraftDifferent)</p>\
            <p class="meta"><span>\(words("questions.answers", count: form.answers))</span>\
            \(form.at.map { " <span>\(RegisterPage.moment(scene, event, $0))</span>" })</p>\
            <ul class="chips ways"><li><a href="\(url: scene.link(path(event, form.id)))">\(words("questions.edit"))</a></li>\
            <li><a href="\(url: scene.link(path(event, form.id) + "/preview"))">\(words("questions.preview"))</a></li></ul></li>
            """
    }

    private static func state(_ words: Words, _ form: QuestionnaireStore.Listed) -> Markup {
        guard let number = form.number else {
            return #"<span class="badge guessed">\#(words("questions.unpublished"))</span>"#
        }
        return #"<span class="badge understood">\#(words("questions.version", ["number": words.number(number)]))</span>"#
    }

    private static func new(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let begins = ["starter", "empty", "file"].map { (value: $0, label: words("questions.begin.\($0)")) }
        let complaint = view.complaints["file"]
        return """
            <h2>\(words("questions.new"))</h2>\
            <form class="desk-form" method="post" enctype="multipart/form-data" action="\(url: scene.link(path(view.event)))">\
            \(scene.guardField)\(EventDeskPage.texts(parts, "name", words("questions.name"), view.name))\
            \(parts.choice("begin", label: words("questions.begin"), options: begins, selected: view.begin, help: words("questions.begin.help")))\
            <div class="field\(" invalid", if: complaint != nil)"><label for="file">\(words("questions.file"))</label>\
            <p class="help" id="file-help">\(words("questions.file.help"))</p>\
            \(complaint.map { #"<p class="error" id="file-error">\#(words($0.words, $0.arguments))</p>"# })\
            <input id="file" name="file" type="file" accept=".json,application/json" \
            aria-describedby="file-help\(" file-error", if: complaint != nil)"></div>\
            <p class="actions"><button class="button" type="submit">\(words("questions.create"))</button></p></form>
            """
    }
}
