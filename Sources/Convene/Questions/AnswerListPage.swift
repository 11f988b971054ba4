import Base
import HTML

/// Answers in words, section by section.
package enum AnswerListPage {
    /// `file` gives a kept file's address. `isWhole`: nothing but the page's title stands above.
    package static func markup(
        _ scene: Scene, _ content: QuestionnaireContent, _ answers: Answers,
        isWhole: Bool = false, only isShown: (Question, QuestionSection) -> Bool = { _, _ in true },
        file: (Identifier) -> String? = { _ in nil }
    ) -> Markup {
        let parts: [Markup] = content.sections.compactMap { section in
            let answered = section.questions.filter { answers[$0.id] != nil && isShown($0, section) }
            guard !answered.isEmpty else { return nil }
            let title = AnswerPage.title(scene, section)
            let heading: Markup = isWhole ? "<h2>\(title)</h2>" : "<h3>\(title)</h3>"
            return """
                \(heading)<dl class="answers">\(each(answered) { question in
                    row(scene, question, answers[question.id], file)
                })</dl>
                """
        }
        return parts.isEmpty ? "<p>\(scene.words("questions.nothing"))</p>" : each(parts) { $0 }
    }

    private static func row(_ scene: Scene, _ question: Question, _ value: Answers.Value?, _ file: (Identifier) -> String?)
        -> Markup
    {
        guard let value else { return .empty }
        return "<div><dt>\(scene.text(question.label))</dt><dd>\(text(scene, question, value, file))</dd></div>"
    }

    private static func text(_ scene: Scene, _ question: Question, _ value: Answers.Value, _ file: (Identifier) -> String?)
        -> Markup
    {
        let words = scene.words
        switch value {
        case .consent(let isGiven): return "\(words("questions.answer.\(isGiven ? "yes" : "no")"))"
        case .country(let code): return "\(words.country(code))"
        case .language(let tag): return "\(words.languageName(tag))"
        case .date(let date): return "\(words.date(date))"
        case .number(let number): return "\(words.number(number))"
        case .choices(let codes):
            return each(codes.enumerated()) { index, code in
                let label = question.option(code).map { scene.text($0.label) } ?? "\(code)"
                return "\(", ", if: index > 0)\(label)"
            }
        case .organisation(let id, let name):
            return "<bdi>\(name)</bdi>\(#" <small>\#(words("questions.registered"))</small>"#, if: id != nil)"
        case .file(let kept):
            guard let id = kept.id, let address = file(id) else { return "<bdi>\(kept.name)</bdi>" }
            return #"<a href="\#(url: address)"><bdi>\#(kept.name)</bdi></a>"#
        case .text(let text):
            return each(text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()) { index, line in
                "\("<br>", if: index > 0)<bdi>\(String(line))</bdi>"
            }
        }
    }
}
