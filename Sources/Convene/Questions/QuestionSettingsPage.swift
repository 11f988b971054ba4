import Base
import HTML

/// What can be set of a question besides its words, by its kind.
enum QuestionSettingsPage {
    static func fields(_ scene: Scene, _ view: QuestionEditPage.View, _ parts: FormParts) -> Markup {
        let words = scene.words
        let typed = view.typed
        return """
            \(options(scene, view, parts), if: view.question.kind.hasOptions)\(limits(words, view, parts))\
            \(parts.box("isRequired", label: words("questions.required.box"), isChecked: typed["isRequired"] == "yes"))\
            \(parts.box("isInternal", label: words("questions.internal.box"), isChecked: typed["isInternal"] == "yes"))\
            \(condition(scene, view))
            """
    }

    private static func options(_ scene: Scene, _ view: QuestionEditPage.View, _ parts: FormParts) -> Markup {
        let authentic = view.typed.texts("label", in: scene.language).authentic
        return QuestionTextsPage.areas(
            parts, "options", scene.words("questions.optionLines"), { view.typed.text("options_\($0)") }, authentic: authentic,
            rows: 8, help: scene.words("questions.optionLines.help"))
    }

    private static func limits(_ words: Words, _ view: QuestionEditPage.View, _ parts: FormParts) -> Markup {
        func number(_ name: String, _ label: String, help: String? = nil) -> Markup {
            parts.input(name, label: words(label), value: view.typed[name], help: help)
        }
        switch view.question.kind {
        case .text, .paragraph:
            return """
                \(number("longest", "questions.longest", help: words("questions.longest.help", ["usual": words.number(view.question.kind == .text ? 200 : 2000)])))\
                \(parts.choice("fill", label: words("questions.fill"), options: fills(words), selected: view.typed["fill"], help: words("questions.fill.help")))
                """
        case .date:
            return parts.choice("fill", label: words("questions.fill"), options: fills(words), selected: view.typed["fill"])
        case .number: return "\(number("least", "questions.least"))\(number("most", "questions.most"))"
        case .choices: return "\(number("least", "questions.leastChoices"))\(number("most", "questions.mostChoices"))"
        case .file:
            return """
                <fieldset><legend>\(words("questions.files"))</legend>\(each(Question.FileKind.allCases) { kind in
                    let name = "files-\(kind.rawValue)"
                    return parts.box(name, label: kind.label, isChecked: view.typed[name] == "yes")
                })</fieldset>\(number("megabytes", "questions.megabytes", help: words("questions.megabytes.help", ["most": words.number(Question.mostMegabytes)])))
                """
        default: return .empty
        }
    }
    private static func fills(_ words: Words) -> [(value: String, label: String)] {
        [(value: "", label: "—")]
            + Question.Fill.allCases.map { (value: $0.rawValue, label: words("questions.fill.\($0.rawValue)")) }
    }

    // MARK: Condition

    /// Every earlier question that can be depended on, with its answers to tick: no round trip and no script.
    private static func condition(_ scene: Scene, _ view: QuestionEditPage.View) -> Markup {
        let words = scene.words
        let sources = view.earlier.filter(\.kind.isDependable)
        guard !sources.isEmpty else { return .empty }
        let complaint = view.complaints["condition"]
        return """
            <fieldset id="condition"\(#" class="invalid""#, if: complaint != nil)><legend>\(words("questions.condition"))</legend>\
            <p class="help">\(words("questions.condition.help"))</p>\
            \(complaint.map { #"<p class="error">\#(words($0.words, $0.arguments))</p>"# })\(each(sources) { source(scene, view, $0) })</fieldset>
            """
    }

    private static func source(_ scene: Scene, _ view: QuestionEditPage.View, _ source: Question) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let answers: [(code: String, label: String)] =
            source.kind == .consent
            ? ["yes", "no"].map { ($0, words("questions.answer.\($0)")) }
            : source.options.map { ($0.code, $0.label.text(scene.language)) }
        let whole = QuestionForm.condition(source.id)
        let isChosen =
            !view.typed[whole].isEmpty || view.complaints[whole] != nil
            || answers.contains { view.typed[QuestionForm.condition(source.id, $0.code)] == "yes" }
        let inside: Markup =
            source.kind == .country
            ? parts.input(whole, label: words("questions.condition.countries"), value: view.typed[whole])
            : each(answers) { answer in
                let name = QuestionForm.condition(source.id, answer.code)
                return parts.box(name, label: answer.label, isChecked: view.typed[name] == "yes")
            }
        return """
            <details class="source"\(" open", if: isChosen)><summary>\(scene.text(source.label))</summary>\
            <div class="options many">\(inside)</div></details>
            """
    }
}
