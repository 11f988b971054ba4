import Base
import HTML

/// Headings, hands and the text of the letter of invitation.
package enum InvitationDeskPage {
    package struct View: Sendable {
        package let event: Event
        package var settings: PaperSettings
        package var complaints = Complaints()
        package init(event: Event, settings: PaperSettings) {
            self.event = event
            self.settings = settings
        }
    }

    package static func path(_ event: Event) -> String { PapersDeskPage.path(event) + "/invitation" }

    package static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            \(RegistrationTabsPage.head(scene, view.event, .papers, title: words("papers.invitation")))\
            \(PapersDeskPage.ways(scene, view.event))\(parts.summary)\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view.event)))">\(scene.guardField)\
            <h2>\(words("papers.head"))</h2>\
            \(parts.area(
                "letterhead", label: words("papers.letterhead"), value: view.settings.letterhead.joined(separator: "\n"), rows: 4,
                help: words("papers.letterhead.help")))\
            \(parts.area(
                "signatories", label: words("papers.signatories"), value: signatories(view.settings), rows: 3,
                help: words("papers.signatories.help")))\
            <h2>\(words("papers.invitation"))</h2><p class="help">\(words("papers.invitation.help"))</p>\
            <p class="help">\(each(PaperSettings.fields) { "<code dir=\"ltr\">{\($0.rawValue)}</code> " })</p>\
            \(each(Language.allCases) { area(words, parts, view, $0) })\
            \(parts.box("isOpen", label: words("papers.invitation.open"), isChecked: view.settings.isInvitationOpen))\
            <p class="actions"><button class="button" type="submit">\(words("event.desk.save"))</button></p></form>
            """
    }

    /// English is open; another language is, where something is written.
    private static func area(_ words: Words, _ parts: FormParts, _ view: View, _ language: Language) -> Markup {
        let text = view.settings.invitation[language.rawValue] ?? ""
        let field = "text_\(language.rawValue)"
        let isOpen = !text.isEmpty || language == words.language || view.complaints[field] != nil
        return """
            <details\(" open", if: isOpen)><summary>\(language.autonym)</summary>\
            \(parts.area(field, label: words("papers.invitation.text"), value: text, rows: 9, language: language))</details>
            """
    }

    private static func signatories(_ settings: PaperSettings) -> String {
        settings.signatories.map { $0.office.isEmpty ? $0.name : $0.name + "; " + $0.office }.joined(separator: "\n")
    }
}
