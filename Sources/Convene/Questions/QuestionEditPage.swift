import Base
import HTML

/// The forms of one section and of one question at the desk.
package enum QuestionEditPage {
    /// Above both: the way back to the whole.
    private static func head(_ scene: Scene, _ event: Event, _ form: Questionnaire, title: String) -> Markup {
        """
        \(RegistrationTabsPage.head(scene, event, .questions, title: title))\
        <p class="back"><a href="\(url: scene.link(QuestionnaireDeskPage.path(event, form.id)))">\(scene.text(form.name))</a></p>
        """
    }

    private static func remove(_ scene: Scene, _ way: String, _ label: String, _ help: String) -> Markup {
        """
        <details class="danger"><summary>\(label)</summary><p>\(help)</p>\
        \(RegistrationPage.button(scene, way + "/remove", label, "button quiet"))</details>
        """
    }

    // MARK: A section

    package struct SectionView: Sendable {
        package let event: Event
        package let form: Questionnaire
        package let section: QuestionSection
        package var typed: QuestionForm
        package var complaints = Complaints()
        package init(event: Event, form: Questionnaire, section: QuestionSection) {
            self.event = event
            self.form = form
            self.section = section
            typed = QuestionForm(section)
        }
    }

    package static func section(_ scene: Scene, _ view: SectionView) -> Markup {
        let words = scene.words
        let way = "\(QuestionnaireDeskPage.path(view.event, view.form.id))/sections/\(view.section.id)"
        let parts = FormParts(words, view.complaints)
        let purposes = QuestionSection.Purpose.allCases.map {
            (value: $0.rawValue, label: words("questions.purpose.\($0.rawValue)"))
        }
        return """
            \(head(scene, view.event, view.form, title: AnswerPage.name(scene, view.section)))\(parts.summary)\
            <form class="desk-form" method="post" action="\(url: scene.link(way))">\(scene.guardField)\
            \(parts.choice(
                "purpose", label: words("questions.purpose"), options: purposes, selected: view.typed["purpose"],
                help: words("questions.purpose.help")))\
            \(parts.input(
                "keepDays", label: words("questions.keepDays"), value: view.typed["keepDays"], type: "number",
                help: words("questions.keepDays.help", ["date": words.date(max(view.event.first, view.event.last))])))\
            \(EventDeskPage.texts(parts, "title", words("questions.section.title"), view.typed.texts("title", in: scene.language)))\
            \(QuestionTextsPage.areas(
                parts, "text", words("questions.section.text"), view.typed.many("text", in: scene.language),
                help: words("questions.section.text.help")))\
            <p class="actions"><button class="button" type="submit">\(words("event.desk.save"))</button></p></form>\
            \(remove(scene, way, words("questions.section.remove"), words("questions.section.remove.help", count: view.section.questions.count)))
            """
    }

    // MARK: A question

    package struct View: Sendable {
        package let event: Event
        package let form: Questionnaire
        package let section: QuestionSection
        package let question: Question
        /// Nil for one that is not there yet.
        package let mark: String?
        package var typed: QuestionForm
        package var complaints = Complaints()
        package init(event: Event, form: Questionnaire, section: QuestionSection, question: Question, mark: String?) {
            self.event = event
            self.form = form
            self.section = section
            self.question = question
            self.mark = mark
            typed = QuestionForm(question)
        }
        /// What it may depend on.
        package var earlier: [Question] {
            mark == nil
                ? form.draft.sections.prefix { $0.id != section.id }.flatMap(\.questions) + section.questions
                : form.draft.questions(before: question.id)
        }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let base = QuestionnaireDeskPage.path(view.event, view.form.id)
        let way = view.mark == nil ? "\(base)/sections/\(view.section.id)/new" : "\(base)/questions/\(view.question.id)"
        let parts = FormParts(words, view.complaints)
        let kind = words("questions.kind.\(view.question.kind.rawValue)")
        let title = view.mark == nil ? words("questions.newOf", ["kind": kind]) : view.question.label.text(scene.language)
        return """
            \(head(scene, view.event, view.form, title: title))\(parts.summary)\
            <div class="desk-columns"><div>\
            <form class="desk-form" method="post" action="\(url: scene.link(way))">\(scene.guardField)\
            <input type="hidden" name="seen" value="\(view.mark ?? "")"><input type="hidden" name="kind" value="\(view.question.kind.rawValue)">\
            <p class="meta"><span class="badge">\(kind)</span> <span>\(AnswerPage.title(scene, view.section))</span></p>\
            \(EventDeskPage.texts(parts, "label", words(asks(view.question)), view.typed.texts("label", in: scene.language)))\
            \(QuestionTextsPage.areas(
                parts, "help", words("questions.help"), view.typed.many("help", in: scene.language), help: words("questions.help.help")))\
            \(QuestionSettingsPage.fields(scene, view, parts))\
            <p class="actions"><button class="button" type="submit">\(words("event.desk.save"))</button></p></form>\
            \(remove(scene, way, words("questions.question.remove"), words("questions.question.remove.help")), if: view.mark != nil)</div>\
            \(sample(scene, view), if: view.mark != nil)</div>
            """
    }
    private static func asks(_ question: Question) -> String {
        question.kind == .consent ? "questions.wording" : "questions.label"
    }

    /// The question as it is saved, as people will see it.
    private static func sample(_ scene: Scene, _ view: View) -> Markup {
        var alone = view.section
        var question = view.question
        question.condition = nil
        question.isInternal = false
        alone.questions = [question]
        alone.text = .empty
        let shown = AnswerPage.View(event: view.event, content: QuestionnaireContent([alone]), form: AnswerForm())
        return """
            <section class="panel sample"><h2>\(scene.words("questions.sample"))</h2>\(AnswerPage.fields(scene, shown))</section>
            """
    }
}
