import Base
import HTML

/// On the page of a registration: what its holder agreed to, to be taken back as easily as it was given, and what she answered
/// and sent.
enum OwnAnswerPage {
    struct View: Sendable {
        let event: Event
        let content: QuestionnaireContent
        /// All of hers, the private ones too.
        let answers: Answers
        /// The line that counts of each consent.
        let consents: [Consent]
        /// Of the registration's page.
        let way: String
    }

    static func section(_ scene: Scene, _ view: View) -> Markup { "\(agreed(scene, view))\(answered(scene, view))" }

    private static func agreed(_ scene: Scene, _ view: View) -> Markup {
        let asked = view.content.questions.filter { question in
            question.kind == .consent && !question.isInternal && view.consents.contains { $0.question == question.id }
        }
        guard !asked.isEmpty else { return .empty }
        return """
            <section class="panel" id="agreed" aria-labelledby="agreed-title"><h2 id="agreed-title">\(scene.words("questions.mine.agreed"))</h2>\
            <ul class="plain">\(each(asked) { question in
                "<li>\(line(scene, view, question, view.consents.first { $0.question == question.id }))</li>"
            })</ul></section>

            """
    }

    private static func line(_ scene: Scene, _ view: View, _ question: Question, _ last: Consent?) -> Markup {
        let words = scene.words
        let isGiven = last?.isGiven == true
        return """
            <p id="c\(question.id)">\(scene.text(question.label))</p>\
            <p class="meta"><span class="badge">\(words("questions.answer.\(isGiven ? "yes" : "no")"))</span> \
            \(last.map { "<span>\(RegisterPage.moment(scene, view.event, $0.at))</span>" })</p>\
            \(question.isRequired && isGiven ? needed(words) : button(scene, view, question, isGiven))
            """
    }

    private static func needed(_ words: Words) -> Markup { #"<p class="help">\#(words("questions.mine.needed"))</p>"# }

    private static func button(_ scene: Scene, _ view: View, _ question: Question, _ isGiven: Bool) -> Markup {
        """
        <form class="actions" method="post" action="\(url: scene.link("\(view.way)/consents/\(question.id)"))">\(scene.guardField)\
        <button class="button quiet" type="submit" name="given" value="\(isGiven ? "no" : "yes")" aria-describedby="c\(question.id)">\
        \(scene.words(isGiven ? "questions.mine.takeBack" : "questions.mine.agree"))</button></form>
        """
    }

    /// Open only when asked for: others may look at the screen, too.
    private static func answered(_ scene: Scene, _ view: View) -> Markup {
        let isShown = { (question: Question, _: QuestionSection) in question.kind != .consent && !question.isInternal }
        let isAny = view.content.sections.contains { section in
            section.questions.contains { isShown($0, section) && view.answers[$0.id] != nil }
        }
        guard isAny else { return .empty }
        let list = AnswerListPage.markup(
            scene, view.content, view.answers, only: isShown, file: { scene.link("\(view.way)/files/\($0)") })
        return """
            <details class="panel"><summary>\(scene.words("questions.mine.answers"))</summary><h2 class="visually-hidden">\
            \(scene.words("questions.mine.answers"))</h2>\(list)</details>

            """
    }
}
