import Base
import HTML
import People

/// One question as a field: label above, help before the control, the complaint beside it.
enum AnswerFieldPage {
    /// More options than fit on a screen are chosen from a list.
    private static let mostButtons = 10

    static func markup(_ scene: Scene, _ view: AnswerPage.View, _ question: Question) -> Markup {
        let field = Field(scene: scene, view: view, question: question)
        return switch question.kind {
        case .choices: field.group(each(question.options.enumerated()) { field.box($0.offset, $0.element) })
        case .choice where question.options.count <= mostButtons:
            field.group(each(question.options.enumerated()) { field.radio($0.offset, $0.element) })
        case .consent: field.consent
        default: field.single
        }
    }

    private struct Field {
        let scene: Scene
        let view: AnswerPage.View
        let question: Question

        var id: String { AnswerForm.field(question.id) }
        var words: Words { scene.words }
        var value: String { view.form[id] }
        var complaint: Complaints.Complaint? { view.complaints[id] }

        // MARK: Around

        var single: Markup {
            """
            <div class="field\(" invalid", if: complaint != nil)"><label for="\(id)">\(label)</label>\(help)\(error)\(control)</div>
            """
        }
        func group(_ options: Markup) -> Markup {
            """
            <fieldset class="field\(" invalid", if: complaint != nil)"\(described)><legend>\(label)</legend>\(help)\(error)\
            <div class="options\(" many", if: question.options.count > 5)">\(options)</div></fieldset>
            """
        }
        var consent: Markup {
            """
            <div class="field consent\(" invalid", if: complaint != nil)">\(help)\(error)<div class="field check">\
            <input id="\(id)" name="\(id)" type="checkbox" value="yes"\(" checked", if: value == "yes")\(described)\(required)>\
            <label for="\(id)">\(scene.text(question.label))</label></div></div>
            """
        }
        private var label: Markup {
            """
            \(scene.text(question.label))\
            \(#" <small>\#(words("questions.optional"))</small>"#, if: !question.isRequired && !question.isInternal)
            """
        }

        private var hints: [String] {
            switch question.kind {
            case .date: [words("questions.hint.date")]
            case .language: [words("questions.hint.language")]
            case .organisation: [words("questions.hint.organisation")]
            case .choices:
                question.limits.most.map { $0 < question.options.count ? [words("questions.hint.most", count: $0)] : [] } ?? []
            case .file:
                [
                    words(
                        "questions.hint.file",
                        [
                            "kinds": question.fileKinds.map(\.label).joined(separator: ", "),
                            "limit": words.number(question.fileBytes >> 20),
                        ])
                ] + (view.complaints.isEmpty ? [] : [words("questions.hint.fileAgain")])
            default: []
            }
        }
        private var hasHelp: Bool { !question.help.isEmpty || !hints.isEmpty }
        private var help: Markup {
            guard hasHelp else { return .empty }
            return """
                <div class="help" id="help-\(id)">\(AnswerPage.markdown(scene, question.help), if: !question.help.isEmpty)\
                \(each(hints) { "<p>\($0)</p>" })</div>
                """
        }
        private var error: Markup {
            guard let complaint else { return .empty }
            return #"<p class="error" id="error-\#(id)">\#(words(complaint.words, complaint.arguments))</p>"#
        }
        private var described: Markup {
            let ids = (hasHelp ? ["help-\(id)"] : []) + (complaint == nil ? [] : ["error-\(id)"])
            let about: Markup = ids.isEmpty ? .empty : #" aria-describedby="\#(ids.joined(separator: " "))""#
            return "\(about)\(#" aria-invalid="true""#, if: complaint != nil && !question.kind.hasOptions)"
        }
        /// What depends on an answer may be left out, and the browser does not know.
        private var required: Markup {
            let isAsked = question.isRequired && question.condition == nil && view.asking == .holder
            return isAsked ? " required" : .empty
        }

        // MARK: Options

        func radio(_ index: Int, _ option: Question.Option) -> Markup {
            choice(index, option, type: "radio", name: id, sent: option.code, isChosen: value == option.code)
        }
        func box(_ index: Int, _ option: Question.Option) -> Markup {
            let name = AnswerForm.field(question.id, option.code)
            return choice(index, option, type: "checkbox", name: name, sent: "yes", isChosen: !view.form[name].isEmpty)
        }
        /// The first has the question's own identifier: the list of complaints leads there.
        private func choice(
            _ index: Int, _ option: Question.Option, type: Markup, name: String, sent: String, isChosen: Bool
        ) -> Markup {
            let own = index == 0 ? id : AnswerForm.field(question.id, option.code)
            return """
                <div class="field check"><input id="\(own)" name="\(name)" type="\(type)" value="\(sent)"\(" checked", if: isChosen)\
                \(required, if: type == "radio")><label for="\(own)">\(scene.text(option.label))</label></div>
                """
        }

        // MARK: Controls

        private var control: Markup {
            switch question.kind {
            case .paragraph:
                """
                <textarea id="\(id)" name="\(id)" rows="4" dir="auto"\(described)\(required)\(fill)>
                \(value)</textarea>
                """
            case .choice: select(question.options.map { (value: $0.code, label: $0.label.text(scene.language)) })
            case .country: select(words.sorted(Country.codes.map { (value: $0, label: words.country($0)) }) { $0.label })
            case .file: file
            case .number: input("text", #" inputmode="numeric""#)
            case .date: input("date")
            case .language: input("text", #" list="\#(AnswerPage.languageList)""#)
            case .organisation: input("text", #" list="\#(AnswerPage.organisationList)" autocomplete="organization""#)
            default: input(question.fill == .phone ? "tel" : "text")
            }
        }
        private var fill: Markup { question.fill.map { #" autocomplete="\#($0.rawValue)""# } ?? .empty }

        private func input(_ type: Markup, _ more: Markup = .empty) -> Markup {
            let direction: Markup = type == "text" ? #" dir="auto""# : .empty
            return """
                <input id="\(id)" name="\(id)" type="\(type)" value="\(value)"\(direction)\(more)\(described)\(required)\(fill)>
                """
        }
        private func select(_ options: [(value: String, label: String)]) -> Markup {
            let token: Markup = question.kind == .country ? #" autocomplete="country""# : .empty
            return """
                <select id="\(id)" name="\(id)"\(described)\(required)\(token)><option value="">—</option>\(each(options) { option in
                    #"<option value="\#(option.value)"\#(" selected", if: option.value == value)>\#(option.label)</option>"#
                })</select>
                """
        }
        private var file: Markup {
            let types = question.fileKinds.flatMap(\.types).joined(separator: ",")
            guard case .file(let kept) = view.kept[question.id] else {
                return #"<input id="\#(id)" name="\#(id)" type="file" accept="\#(types)"\#(described)\#(required)>"#
            }
            let removal = AnswerForm.removal(question.id)
            return """
                <p class="kept">\(words("questions.file.kept")) <bdi>\(kept.name)</bdi></p>\
                <input id="\(id)" name="\(id)" type="file" accept="\(types)"\(described)>\
                <div class="field check"><input id="\(removal)" name="\(removal)" type="checkbox" value="yes">\
                <label for="\(removal)">\(words("questions.file.remove"))</label></div>
                """
        }
    }
}
