import Base
import HTML
import People

/// The letters about a release before they are sent: who gets one, what it says, who has no address.
package enum NoticePage {
    /// A letter as it will be sent.
    package struct Preview: Sendable {
        package let subject: String
        package let text: String
        package let language: Language
    }
    package struct View: Sendable {
        package let event: Event
        package let outlook: NoticeActions.Outlook
        /// The letter of each person with an address, by the notice's key.
        package let letters: [String: Preview]
        package let language: Language
        package var message = ""
        package var complaints = Complaints()
        /// Whose address was wrong, and what was typed.
        package var wrong: (name: String, address: String)?
        package var path: String { "/desk\(event.path)/releases/\(outlook.release.number)/notices" }
    }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = words("notice.title", ["number": words.number(view.outlook.release.number)])
        let reachable = view.outlook.entries.filter { $0.address != nil }
        let missing = view.outlook.entries.filter { $0.address == nil }
        return """
            \(DraftDeskPage.head(scene, view.event, .releases, title: title, below: words("release.desk")))\
            \(FormParts(words, view.complaints).summary)\(standing(scene, view))\
            \(letters(scene, view, reachable))\
            \(without(scene, view, missing), if: !missing.isEmpty && view.outlook.toldAt == nil)
            """
    }

    private static func standing(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        if let at = view.outlook.toldAt {
            let zone = Zone(view.event.zone) ?? .utc
            let date = words.date(zone.wall(at: at).date)
            return #"<p class="notice good">\#(words("notice.told", ["date": date]))</p>"#
        }
        guard view.outlook.isLatest else { return #"<p class="notice warn">\#(words("notice.refusal.older"))</p>"# }
        let since = view.outlook.since.map { words("notice.since", ["number": words.number($0)]) } ?? words("notice.first")
        return #"<p class="lede">\#(since)</p>"#
    }

    private static func letters(_ scene: Scene, _ view: View, _ entries: [NoticeActions.Entry]) -> Markup {
        let words = scene.words
        let isOpen = view.outlook.toldAt == nil && view.outlook.isLatest
        let list: Markup = #"<ul class="plain">\#(each(entries) { line(scene, view, $0, isOpen: isOpen) })</ul>"#
        if isOpen, entries.isEmpty { return #"<p class="lede">\#(words("notice.people", count: 0))</p>"# }
        guard isOpen else { return #"<section class="panel">\#(list)</section>"# }
        return """
            <form class="desk-form" method="post" action="\(url: scene.link(view.path))">\(scene.guardField)
            <fieldset><legend>\(words("notice.people", count: entries.count))</legend>\(list)</fieldset>
            \(languages(scene, view))\
            \(FormParts(words, view.complaints).area(
                "message", label: words("notice.message"), value: view.message, rows: 3, help: words("notice.message.help")))
            <p class="actions"><button class="button quiet" type="submit" name="act" value="preview">\(words("notice.preview"))\
            </button> <button class="button" type="submit" name="act" value="send">\(words("notice.send"))</button></p></form>

            """
    }

    private static func line(_ scene: Scene, _ view: View, _ entry: NoticeActions.Entry, isOpen: Bool) -> Markup {
        let words = scene.words
        let key = entry.notice.key
        let box: Markup = """
            <label class="choice"><input type="checkbox" name="to" value="\(key)" checked> <bdi>\(entry.notice.name)</bdi> \
            <span class="meta" dir="ltr">\(entry.address ?? "")</span></label>
            """
        let sent = entry.person.map { view.outlook.recipients.contains($0.id) } == true
        let told: Markup = """
            <bdi>\(entry.notice.name)</bdi> <span class="meta">\(words(sent ? "notice.sent" : "notice.notSent"))</span>
            """
        let letter = view.letters[key].map { draft -> Markup in
            """
            <details><summary>\(words("notice.letter"))<span class="visually-hidden"> \(entry.notice.name)</span></summary>\
            <p><b>\(draft.subject)</b></p><pre class="letter" tabindex="0" dir="auto" lang="\(draft.language.rawValue)">\(draft.text)</pre></details>
            """
        }
        return "<li>\(isOpen ? box : told)\(letter)</li>\n"
    }

    private static func languages(_ scene: Scene, _ view: View) -> Markup {
        let options = each(Language.allCases) { one in
            #"<option value="\#(one.rawValue)"\#(" selected", if: one == view.language)>\#(scene.words.languageName(one.rawValue))</option>"#
        }
        return """
            <p class="field"><label for="language">\(scene.words("notice.language"))</label>\
            <select id="language" name="language">\(options)</select></p>

            """
    }

    /// Names that nobody of ours stands behind yet: an address links each to a person.
    private static func without(_ scene: Scene, _ view: View, _ entries: [NoticeActions.Entry]) -> Markup {
        let words = scene.words
        let rows = each(entries.enumerated()) { index, entry -> Markup in
            let wrong = view.wrong.map { $0.name == entry.notice.name } == true
            let error = wrong ? words("notice.complaint.address") : nil
            return """
                <li><form class="inline" method="post" action="\(url: scene.link(view.path + "/contacts"))">\(scene.guardField)\
                <input type="hidden" name="name" value="\(entry.notice.name)">\
                <label for="address-\(index)"><bdi>\(entry.notice.name)</bdi></label> \
                <input id="address-\(index)" name="address" type="email" dir="ltr" autocomplete="off" required \
                value="\(wrong ? view.wrong?.address ?? "" : "")"\(#" aria-invalid="true" aria-describedby="wrong-\#(index)""#, if: wrong)> \
                <button class="button quiet" type="submit">\(words("notice.link"))</button>\
                \(error.map { #"<span class="error" id="wrong-\#(index)">\#($0)</span>"# })</form></li>

                """
        }
        return """
            <section class="panel" aria-labelledby="without"><h2 id="without">\(words("notice.without", count: entries.count))</h2>\
            <p>\(words("notice.without.help"))</p><ul class="plain">\(rows)</ul></section>
            """
    }
}
