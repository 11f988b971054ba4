import Base
import HTML

/// Publishing at the desk: what would change, the message, the button; and what was published.
package enum ReleaseDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let outlook: ReleaseActions.Outlook
        package let digest: String
        package let releases: [ReleaseHead]
        package let mayPublish: Bool
        package var complaints = Complaints()
        package var typed: [String: String] = [:]
        package var isChanged: Bool { outlook.latest?.digest != digest }
    }

    package static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(DraftDeskPage.head(scene, view.event, .releases, title: words("release.desk")))\
            \(FormParts(words, view.complaints).summary)\(preview(scene, view))\
            \(publishing(scene, view), if: view.mayPublish && view.isChanged && view.outlook.blocking.isEmpty)\
            <section class="panel" aria-labelledby="published"><h2 id="published">\(words("release.published"))</h2>\
            \(#"<p>\#(words("release.none"))</p>"#, if: view.releases.isEmpty)\
            <ul class="plain">\(each(view.releases) { line(scene, view, $0) })</ul></section>
            """
    }

    private static func preview(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let blocking = view.outlook.blocking
        let blocked: Markup = """
            <div class="notice bad"><p>\(words("release.blocked"))</p>\
            \(ProgrammeDeskPage.warningList(scene, view.outlook.draft, blocking, linking: view.event))</div>
            """
        guard view.isChanged else {
            let number = words.number(view.outlook.latest?.number ?? 0)
            return #"<p class="notice good">\#(words("programme.asReleased", ["number": number]))</p>"#
        }
        let log: Markup =
            view.outlook.latest == nil
            ? "<p>\(words("changes.first", count: view.outlook.draft.sessions.count))</p>"
            : ChangeLogPage.log(scene, view.event, view.outlook.changes)
        return """
            \(blocked, if: !blocking.isEmpty)<section class="panel" aria-labelledby="preview">\
            <h2 id="preview">\(words("release.preview"))</h2>\(log)</section>

            """
    }

    private static func publishing(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <form class="desk-form" method="post" action="\(url: scene.link("/desk\(view.event.path)/releases"))">\(scene.guardField)\
            <input type="hidden" name="seen" value="\(view.digest)">\(message(scene, view.complaints, view.typed, isNeeded: true))\
            <p class="actions"><button class="button" type="submit">\(words("release.publish"))</button></p></form>

            """
    }

    /// The message in the reader's language, the six others folded.
    private static func message(_ scene: Scene, _ complaints: Complaints, _ typed: [String: String], isNeeded: Bool) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        func area(_ language: Language, help: String?) -> Markup {
            let name = ReleaseForm.field(language)
            let label = words("release.message", ["language": words.languageName(language.rawValue)])
            return parts.area(name, label: label, value: typed[name] ?? "", rows: 3, help: help, language: language)
        }
        let others = Language.allCases.filter { $0 != scene.language }
        return """
            \(area(scene.language, help: words(isNeeded ? "release.message.help" : "release.message.optional")))\
            <details><summary>\(words("release.message.others"))</summary>\(each(others) { area($0, help: nil) })</details>
            """
    }

    private static func line(_ scene: Scene, _ view: View, _ head: ReleaseHead) -> Markup {
        let words = scene.words
        let number = words("release.number", ["number": words.number(head.number)])
        let isLatest = head.number == view.outlook.latest?.number
        let back = scene.link("/desk\(view.event.path)/releases/\(head.number)")
        return """
            <li><a href="\(url: scene.link("\(view.event.path)/releases/\(head.number)"))"><b>\(number)</b></a>\
            \(ReleasePage.about(scene, view.event, head))\
            \(#"<a href="\#(url: back)">\#(words("release.restore", ["number": words.number(head.number)]))</a>"#,
              if: view.mayPublish && !isLatest)\
            \(#"<a href="\#(url: back + "/notices")">\#(words("notice.toTell"))</a>"#, if: view.mayPublish && isLatest)</li>

            """
    }

    // MARK: Rolling back

    package struct Restoring: Sendable {
        package let event: Event
        package let target: Release
        package let latest: Release
        package let mayPublish: Bool
        package var complaints = Complaints()
    }

    /// What rolling back would change, before it is done.
    package static func restore(_ scene: Scene, _ view: Restoring) -> Markup {
        let words = scene.words
        let number = ["number": words.number(view.target.number)]
        let changes = ProgrammeChange.diff(view.latest.programme, view.target.programme)
        let action = scene.link("/desk\(view.event.path)/releases/\(view.target.number)/restore")
        return """
            \(DraftDeskPage.head(scene, view.event, .releases, title: words("release.restore", number), below: words("release.desk")))\
            \(FormParts(words, view.complaints).summary)<p class="notice warn">\(words("release.restore.help", number))</p>\
            <section class="panel" aria-labelledby="preview"><h2 id="preview">\(words("release.preview"))</h2>\
            \(ChangeLogPage.log(scene, view.event, changes))</section>
            \(restoring(scene, view, action, number), if: view.mayPublish && view.target.number != view.latest.number)
            """
    }

    private static func restoring(_ scene: Scene, _ view: Restoring, _ action: String, _ number: [String: String]) -> Markup {
        """
        <form class="desk-form" method="post" action="\(url: action)">\(scene.guardField)\
        \(message(scene, view.complaints, [:], isNeeded: false))\
        <p class="actions"><button class="button" type="submit">\(scene.words("release.restore.confirm", number))</button></p></form>
        """
    }
}
