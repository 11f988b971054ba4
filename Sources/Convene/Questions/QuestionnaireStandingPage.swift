import Base
import HTML

/// Beside a form that is worked on: how it stands to what people are asked, what publishing would change, and its versions.
enum QuestionnaireStandingPage {
    typealias View = QuestionnaireEditPage.View

    static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("questions.standing"))</h2>\(standing(scene, view))\(faults(scene, view))\
            \(changes(scene, view))\(publish(scene, view))\
            <ul class="chips ways"><li><a href="\(url: scene.link(view.path + "/preview"))">\(words("questions.preview"))</a></li>\
            <li><a href="\(url: scene.link(view.path + "/questionnaire.json"))">\(words("questions.json"))</a></li></ul></section>\
            \(versions(scene, view), if: !view.versions.isEmpty)\(naming(scene, view))\(remove(scene, view))
            """
    }

    private static func standing(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard let latest = view.latest else { return #"<p class="notice warn">\#(words("questions.standing.none"))</p>"# }
        let number = ["number": words.number(latest.number)]
        if view.changes.isEmpty { return #"<p class="notice good">\#(words("questions.standing.same", number))</p>"# }
        return #"<p class="notice warn">\#(words("questions.standing.differs", number))</p>"#
    }

    private static func faults(_ scene: Scene, _ view: View) -> Markup {
        guard !view.faults.isEmpty else { return .empty }
        let words = scene.words
        return """
            <h3>\(words("questions.faults"))</h3><ul class="warnings">\(each(view.faults) { fault in
                let text = words(fault.words, fault.arguments)
                return "<li>\(link(scene, view, fault, text))</li>"
            })</ul>
            """
    }
    private static func link(_ scene: Scene, _ view: View, _ fault: QuestionnaireRules.Fault, _ text: String) -> Markup {
        if let id = fault.question, let question = view.form.draft.question(id), !question.label.isEmpty {
            return ##"<a href="#q-\##(id)">\##(question.label.text(scene.language))</a>: \##(text)"##
        }
        if let id = fault.question { return ##"<a href="#q-\##(id)">\##(text)</a>"## }
        if let id = fault.section { return ##"<a href="#s-\##(id)">\##(text)</a>"## }
        return "\(text)"
    }

    /// What publishing would change for those who are asked.
    private static func changes(_ scene: Scene, _ view: View) -> Markup {
        guard !view.changes.isEmpty else { return .empty }
        let words = scene.words
        return """
            <h3>\(words("questions.changes"))</h3><ul class="changelog questions-changes">\(each(view.changes) { change in
                let name = change.title.isEmpty
                    ? "\(words("questions.purpose.\(change.purpose.rawValue)"))" as Markup : scene.text(change.title)
                let parts = change.parts.map { words("questions.part.\($0.rawValue)") }
                let about = change.parts.isEmpty ? "" : " · " + words.list(parts)
                return """
                    <li><span class="badge \(tone(change.kind))">\(words("questions.change.\(change.kind.rawValue)"))</span> \
                    \(name)<small>\(about)</small></li>
                    """
            })</ul>
            """
    }
    private static func tone(_ kind: QuestionnaireChange.Kind) -> Markup {
        switch kind {
        case .added: "understood"
        case .removed: "wrong"
        case .changed: "guessed"
        }
    }

    private static func publish(_ scene: Scene, _ view: View) -> Markup {
        guard view.faults.isEmpty, view.latest == nil || !view.changes.isEmpty else { return .empty }
        let words = scene.words
        let number = words.number((view.latest?.number ?? 0) + 1)
        return """
            <form method="post" action="\(url: scene.link(view.path + "/publish"))">\(scene.guardField)\
            <p class="help">\(words("questions.publish.help"))</p>\
            <p class="actions"><button class="button" type="submit">\(words("questions.publish", ["number": number]))</button></p></form>
            """
    }

    private static func versions(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel"><h2>\(words("questions.versions"))</h2><ul class="plain">\(each(view.versions) { version in
                let number = words.number(version.number)
                return """
                    <li><p><a href="\(url: scene.link("\(view.path)/versions/\(version.number)"))">\
                    \(words("questions.version", ["number": number]))</a></p><p class="meta">\
                    <span>\(RegisterPage.moment(scene, view.event, version.at))</span> \
                    <span>\(words("questions.answers", count: version.answers))</span></p></li>
                    """
            })</ul></section>
            """
    }

    private static func naming(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <details class="panel"\(" open", if: view.complaints["name_en"] != nil)><summary>\(words("questions.rename"))</summary>\
            \(EventDeskPage.form(scene, view.path, EventDeskPage.texts(parts, "name", words("questions.name"), view.name), words("event.desk.save")))\
            </details>
            """
    }

    private static func remove(_ scene: Scene, _ view: View) -> Markup {
        guard view.latest == nil else { return .empty }
        let words = scene.words
        return """
            <details class="danger"><summary>\(words("questions.remove"))</summary><p>\(words("questions.remove.help"))</p>\
            \(RegistrationPage.button(scene, view.path + "/remove", words("questions.remove"), "button quiet"))</details>
            """
    }
}
