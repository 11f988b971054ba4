import Base
import HTML

/// The questions of a version as the fields of a form, in the reader's language. Without script all stand there, and those
/// that depend on an answer say on which; with one they come and go.
package enum AnswerPage {
    package struct View: Sendable {
        package let event: Event
        package let content: QuestionnaireContent
        /// The version that the form is for; nil in a preview of a draft.
        package let version: Identifier?
        package var form: AnswerForm
        /// What is kept already: files stay without being chosen anew.
        package var kept: Answers
        package var complaints: Complaints
        /// Names of organisations to choose from; others may be typed.
        package var organisations: [String] = []
        package var asking = AnswerForm.Asking.holder

        package init(
            event: Event, content: QuestionnaireContent, version: Identifier? = nil, form: AnswerForm, kept: Answers = .none,
            complaints: Complaints = Complaints()
        ) {
            self.event = event
            self.content = content
            self.version = version
            self.form = form
            self.kept = kept
            self.complaints = complaints
        }
    }

    /// The field that says which version the form is for.
    package static let versionField = "q-version"

    /// To stand in a `desk-form` with `enctype="multipart/form-data"`.
    package static func fields(_ scene: Scene, _ view: View) -> Markup {
        """
        \(view.version.map { #"<input type="hidden" name="\#(versionField)" value="\#($0)">"# })\
        \(each(view.content.sections) { section(scene, view, $0) })\(lists(scene, view))
        """
    }

    private static func section(_ scene: Scene, _ view: View, _ section: QuestionSection) -> Markup {
        let questions = section.questions.filter { view.asking.includes($0, in: section) }
        guard !questions.isEmpty || view.asking == .holder && !section.text.isEmpty else { return .empty }
        return """
            <fieldset class="asked"><legend>\(title(scene, section))</legend>\
            \(#"<div class="prose">\#(markdown(scene, section.text))</div>"#, if: view.asking == .holder && !section.text.isEmpty)\
            \(privacy(scene, view.event, section), if: section.purpose.isPrivate)\
            \(each(groups(questions)) { group(scene, view, $0) })</fieldset>
            """
    }

    package static func title(_ scene: Scene, _ section: QuestionSection) -> Markup {
        section.title.isEmpty ? "\(scene.words("questions.purpose.\(section.purpose.rawValue)"))" : scene.text(section.title)
    }

    package static func name(_ scene: Scene, _ section: QuestionSection) -> String {
        section.title.isEmpty
            ? scene.words("questions.purpose.\(section.purpose.rawValue)") : section.title.text(scene.language)
    }

    /// Who sees it, and for how long.
    static func privacy(_ scene: Scene, _ event: Event, _ section: QuestionSection) -> Markup {
        let date = AnswerKeeping.lastDate(of: event, days: section.keepDays)
        return #"<p class="help private">\#(scene.words("questions.private", ["date": scene.words.date(date)]))</p>"#
    }

    static func markdown(_ scene: Scene, _ text: Localized) -> Markup {
        let (words, tag) = text.reading(scene.language)
        let markup = Markdown.markup(words, headingsFrom: 4)
        if Language(tag: tag) == scene.language { return markup }
        return #"<div lang="\#(tag)" dir="auto">\#(markup)</div>"#
    }

    // MARK: Conditions

    /// Neighbours with the same condition.
    private struct Group {
        let condition: Question.Condition?
        var questions: [Question]
    }

    private static func groups(_ questions: [Question]) -> [Group] {
        var groups: [Group] = []
        for question in questions {
            if let last = groups.last, last.condition == question.condition {
                groups[groups.count - 1].questions.append(question)
            } else {
                groups.append(Group(condition: question.condition, questions: [question]))
            }
        }
        return groups
    }

    private static func group(_ scene: Scene, _ view: View, _ group: Group) -> Markup {
        let fields = each(group.questions) { AnswerFieldPage.markup(scene, view, $0) }
        guard let condition = group.condition else { return fields }
        guard let note = only(scene, view.content, condition) else { return .empty }
        // The desk fills its own fields beside what was answered: nothing comes and goes there.
        guard view.asking == .holder else { return fields }
        return """
            <fieldset class="only-if" data-if="\(AnswerForm.field(condition.question))" \
            data-of="\(condition.oneOf.joined(separator: " "))"><legend>\(note)</legend>\(fields)</fieldset>
            """
    }

    /// “Only if … is answered with …”; nil if there is no such question any more.
    package static func only(_ scene: Scene, _ content: QuestionnaireContent, _ condition: Question.Condition) -> String? {
        guard let source = content.question(condition.question) else { return nil }
        let words = scene.words
        let answers = condition.oneOf.map { code in
            switch source.kind {
            case .country: words.country(code)
            case .consent: words("questions.answer.\(code == "yes" ? "yes" : "no")")
            default: source.option(code)?.label.text(scene.language) ?? code
            }
        }
        return words(
            "questions.onlyIf", ["question": source.label.text(scene.language), "answers": answers.joined(separator: ", ")])
    }

    // MARK: Lists to choose from

    static let organisationList = "q-organisations"
    static let languageList = "q-languages"

    private static func lists(_ scene: Scene, _ view: View) -> Markup {
        let kinds = Set(view.content.questions.map(\.kind))
        let words = scene.words
        var out = Markup.empty
        if kinds.contains(.organisation) {
            out += list(organisationList, words.sorted(view.organisations) { $0 })
        }
        if kinds.contains(.language) {
            out += list(languageList, words.sorted(SpokenLanguage.offered.map { words.languageName($0) }) { $0 })
        }
        return out
    }
    private static func list(_ id: String, _ values: [String]) -> Markup {
        #"<datalist id="\#(id)">\#(each(values) { #"<option value="\#($0)"></option>"# })</datalist>"#
    }
}
