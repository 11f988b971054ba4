import Base
import HTML

/// A form as the people will see it, in a language that is chosen; it can be tried, and nothing is kept.
package enum QuestionnairePreviewPage {
    package struct View: Sendable {
        package let event: Event
        package let form: Questionnaire
        /// A frozen version; nil for the draft.
        package let version: QuestionnaireVersion?
        package let language: Language
        package var typed = AnswerForm()
        package var organisations: [String] = []
        package var complaints = Complaints()
        /// What a try would have kept.
        package var answers: Answers?
        package init(event: Event, form: Questionnaire, version: QuestionnaireVersion?, language: Language) {
            self.event = event
            self.form = form
            self.version = version
            self.language = language
        }
        var content: QuestionnaireContent { version?.content ?? form.draft }
        var path: String {
            let base = QuestionnaireDeskPage.path(event, form.id)
            return version.map { "\(base)/versions/\($0.number)" } ?? base + "/preview"
        }
    }

    package static func title(_ words: Words, _ view: View) -> String {
        view.version.map { words("questions.version", ["number": words.number($0.number)]) } ?? words("questions.preview")
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .questions, title: title(words, view)))\
            <p class="back"><a href="\(url: scene.link(QuestionnaireDeskPage.path(view.event, view.form.id)))">\
            \(scene.text(view.form.name))</a></p>\(about(scene, view))\
            <nav aria-label="\(words("questions.in"))"><ul class="chips">\(each(Language.allCases) { language in
                """
                <li><a href="\(url: scene.link(view.path + "?in=" + language.rawValue))" lang="\(language.rawValue)" \
                hreflang="\(language.rawValue)"\(#" aria-current="page""#, if: language == view.language)>\(language.autonym)</a></li>
                """
            })</ul></nav>\(shown(scene, view))
            """
    }

    private static func about(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let version = view.version else { return #"<p class="help">\#(words("questions.preview.help"))</p>"# }
        return """
            <p class="help">\(words("questions.frozen", ["when": RegisterPage.moment(scene, view.event, version.at)])) \
            <bdi class="code">\(version.digest)</bdi></p>
            """
    }

    private static func shown(_ scene: Scene, _ view: View) -> Markup {
        var theirs = scene
        theirs.words = scene.words.speaking(view.language)
        var fields = AnswerPage.View(
            event: view.event, content: view.content, form: view.typed, complaints: view.complaints)
        fields.organisations = view.organisations
        return """
            <div class="preview" lang="\(view.language.rawValue)" dir="\(view.language.direction)">\
            \(FormParts(theirs.words, view.complaints).summary)\(given(view.answers) { kept(theirs, view, $0) })\
            <form class="desk-form" method="post" enctype="multipart/form-data" action="\(url: scene.link(view.path + "?in=" + view.language.rawValue))">\
            \(scene.guardField)\(AnswerPage.fields(theirs, fields))\
            <p class="actions"><button class="button quiet" type="submit" lang="\(scene.language.rawValue)" \
            dir="\(scene.language.direction)">\(scene.words("questions.try"))</button></p></form></div>
            """
    }

    private static func given<T>(_ value: T?, _ part: (T) -> Markup) -> Markup { value.map(part) ?? .empty }

    private static func kept(_ theirs: Scene, _ view: View, _ answers: Answers) -> Markup {
        """
        <section class="notice good"><h2>\(theirs.words("questions.tried"))</h2>\
        \(AnswerListPage.markup(theirs, view.content, answers))</section>
        """
    }
}
