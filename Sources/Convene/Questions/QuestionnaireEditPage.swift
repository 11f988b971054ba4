import Base
import HTML

/// One form at the desk: its sections and questions in order, what keeps it from being published, its versions. Everything is
/// plain links and buttons.
package enum QuestionnaireEditPage {
    package struct View: Sendable {
        package let event: Event
        package let form: Questionnaire
        package let latest: QuestionnaireVersion?
        package let versions: [QuestionnaireStore.Head]
        package let faults: [QuestionnaireRules.Fault]
        package let changes: [QuestionnaireChange]
        package var name: Localized
        package var complaints = Complaints()
        package init(event: Event, form: Questionnaire, latest: QuestionnaireVersion?, versions: [QuestionnaireStore.Head]) {
            self.event = event
            self.form = form
            self.latest = latest
            self.versions = versions
            faults = QuestionnaireRules.faults(form.draft)
            changes = latest.map { QuestionnaireChanges.between($0.content, form.draft) } ?? []
            name = form.name
        }
        var path: String { QuestionnaireDeskPage.path(event, form.id) }
    }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .questions, title: view.form.name.text(scene.language)))\
            \(FormParts(words, view.complaints).summary)\
            <div class="desk-columns"><div>\
            \(#"<p class="lede">\#(words("questions.emptyDraft"))</p>"#, if: view.form.draft.sections.isEmpty)\
            \(each(view.form.draft.sections) { section(scene, view, $0) })\(adding(scene, view))</div>\
            <div>\(QuestionnaireStandingPage.main(scene, view))</div></div>
            """
    }

    // MARK: Sections

    private static func section(_ scene: Scene, _ view: View, _ section: QuestionSection) -> Markup {
        let words = scene.words
        let way = "\(view.path)/sections/\(section.id)"
        let title = AnswerPage.title(scene, section)
        return """
            <section class="panel questions-of" id="s-\(section.id)"><div class="head"><h2>\(title)</h2>\
            <div class="actions"><a href="\(url: scene.link(way))">\(words("questions.edit"))\
            <span class="visually-hidden"> \(title)</span></a>\(moving(scene, way, AnswerPage.name(scene, section)))</div></div>\
            <p class="meta"><span class="badge">\(words("questions.purpose.\(section.purpose.rawValue)"))</span>\
            \(" <span>\(deletion(words, view.event, section))</span>", if: section.purpose.isPrivate)</p>\
            <ol class="questions">\(each(section.questions) { row(scene, view, $0) })</ol>\(new(scene, view, section, way))</section>
            """
    }

    static func deletion(_ words: Words, _ event: Event, _ section: QuestionSection) -> String {
        words("questions.deletedOn", ["date": words.date(AnswerKeeping.lastDate(of: event, days: section.keepDays))])
    }

    private static func new(_ scene: Scene, _ view: View, _ section: QuestionSection, _ way: String) -> Markup {
        let words = scene.words
        let id = "kind-\(section.id)"
        return """
            <form class="inline-form" method="get" action="\(url: scene.link(way + "/new"))">\(kept(scene))\
            <label class="visually-hidden" for="\(id)">\(words("questions.kind"))</label><select id="\(id)" name="kind">\
            \(each(Question.Kind.allCases) { #"<option value="\#($0.rawValue)">\#(words("questions.kind.\($0.rawValue)"))</option>"# })\
            </select><button class="button quiet" type="submit">\(words("questions.add"))\
            <span class="visually-hidden"> (\(AnswerPage.title(scene, section)))</span></button></form>
            """
    }
    /// A form that asks with GET loses the query of its address.
    private static func kept(_ scene: Scene) -> Markup {
        each(scene.kept) { #"<input type="hidden" name="\#($0.name)" value="\#($0.value)">"# }
    }

    private static func adding(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <form class="inline-form add-section" method="post" action="\(url: scene.link(view.path + "/sections"))">\(scene.guardField)\
            <label for="purpose">\(words("questions.section.new"))</label><select id="purpose" name="purpose">\
            \(each(QuestionSection.Purpose.allCases) {
                #"<option value="\#($0.rawValue)">\#(words("questions.purpose.\($0.rawValue)"))</option>"#
            })</select><button class="button quiet" type="submit">\(words("questions.section.add"))</button></form>
            """
    }

    // MARK: Questions

    private static func row(_ scene: Scene, _ view: View, _ question: Question) -> Markup {
        let words = scene.words
        let way = "\(view.path)/questions/\(question.id)"
        let label = question.label.isEmpty ? words("questions.fault.nameless") : question.label.text(scene.language)
        let faults = view.faults.filter { $0.question == question.id }
        return """
            <li id="q-\(question.id)"\(#" class="wrong""#, if: !faults.isEmpty)><div><p><a href="\(url: scene.link(way))">\
            \(question.label.isEmpty ? "\(label)" : scene.text(question.label))</a></p>\
            <p class="meta"><span>\(words("questions.kind.\(question.kind.rawValue)"))</span>\
            \(each(marks(words, question)) { " <span>\($0)</span>" })</p>\
            \(given(question.condition.flatMap { AnswerPage.only(scene, view.form.draft, $0) }))\
            \(each(faults) { #"<p class="error">\#(words($0.words, $0.arguments))</p>"# })</div>\(moving(scene, way, label))</li>
            """
    }
    private static func given(_ condition: String?) -> Markup {
        condition.map { #"<p class="meta only">\#($0)</p>"# } ?? .empty
    }

    private static func marks(_ words: Words, _ question: Question) -> [String] {
        [
            question.isRequired ? words("questions.required") : nil, question.isInternal ? words("questions.internal") : nil,
            question.kind.hasOptions ? words("questions.options", count: question.options.count) : nil,
        ].compactMap { $0 }
    }

    static func moving(_ scene: Scene, _ way: String, _ name: String) -> Markup {
        let words = scene.words
        func button(_ value: Markup, _ sign: Markup) -> Markup {
            """
            <button class="button quiet" name="do" value="\(value)" type="submit" \
            aria-label="\(words("questions.\(value.text)", ["name": name]))">\(sign)</button>
            """
        }
        return """
            <form class="inline moves" method="post" action="\(url: scene.link(way + "/move"))">\(scene.guardField)\
            \(button("up", "↑"))\(button("down", "↓"))</form>
            """
    }
}
