import Base
import HTML
import People

/// One letter to many at the desk: as a draft with its audience, then how far it has come.
package enum MailingDeskPage {
    package struct View: Sendable {
        package let event: Event
        /// Nil for one that is not saved yet.
        package let mailing: Mailing?
        package let form: MailWordingForm
        package let audience: MailAudience
        package let places: [PlaceCategory]
        /// Who would get it, or the first of those who got it.
        package var recipients: [Registration] = []
        package var progress = MailingProgress()
        package var bounces: [Bounced] = []
        package var doubted: [Doubted] = []
        /// Who is left out because letters to the address came back.
        package var barred: [Barred] = []
        package var letters: [LetterSample.Letter] = []
        package var live = ""
        package var complaints = Complaints()
    }
    package struct Bounced: Sendable {
        package let bounce: LetterBounced
        package let registration: Identifier
    }
    package struct Barred: Sendable {
        package let address: String
        package let registration: Identifier
        package let bounce: LetterBounced?
    }
    package struct Doubted: Sendable {
        package let address: String
        package let registration: Identifier
    }
    /// What a page shows of a report.
    package struct LetterBounced: Sendable {
        package let recipient: String
        package let action: String
        package let status: String
        package let diagnostic: String
        package let at: Instant
    }

    package static func path(_ view: View) -> String {
        "\(LettersDeskPage.path(view.event))/mailings/\(view.mailing?.id.text ?? "new")"
    }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = view.mailing.map { LettersDeskPage.title(words, view.event, $0) } ?? words("mailing.write")
        return """
            \(RegistrationTabsPage.head(scene, view.event, .letters, title: title))\
            \(WordingDeskPage.back(scene, view.event))\(FormParts(words, view.complaints).summary)\
            \(view.mailing.map { $0.state == .draft ? draft(scene, view) : sent(scene, view, $0) } ?? draft(scene, view))
            """
    }

    // MARK: A draft

    private static func draft(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(WordingDeskPage.languages(scene, path(view), view.mailing?.wording ?? MailWording(), view.form.language))\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view)))">\(scene.guardField)\
            \(audience(words, view))\(WordingDeskPage.fields(words, view.form, view.complaints))\
            <p class="actions"><button class="button" type="submit" name="act" value="save">\(words("event.desk.save"))</button> \
            <button class="button quiet" type="submit" name="act" value="preview">\(words("mailing.preview"))</button> \
            <button class="button quiet" type="submit" name="act" value="test">\(words("mailing.test"))</button></p></form>\
            \(WordingDeskPage.known(words, .bulk))\(WordingDeskPage.preview(scene, view.letters, in: view.form.language))\
            \(view.mailing == nil ? .empty : sending(scene, view))
            """
    }

    private static func audience(_ words: Words, _ view: View) -> Markup {
        let parts = FormParts(words, view.complaints)
        let all = (value: "", label: words("registration.all"))
        let kinds = [all] + view.places.map { (value: $0.id.text, label: $0.name.text(words.language)) }
        let states =
            [all]
            + Registration.State.allCases.filter { $0 != .held }.map {
                (value: $0.rawValue, label: words("registration.state.\($0.rawValue)"))
            }
        let languages =
            [(value: "", label: words("mailing.audience.any"))]
            + Language.allCases.map { (value: $0.rawValue, label: $0.autonym) }
        let filter = view.audience.filter
        return """
            <fieldset><legend>\(words("mailing.audience"))</legend><p class="help">\(words("mailing.audience.help"))</p><div class="row">\
            \(parts.choice("state", label: words("registration.state"), options: states, selected: filter.states.first?.rawValue ?? ""))\
            \(parts.choice("category", label: words("registration.kind"), options: kinds, selected: filter.category?.text ?? ""))\
            \(parts.choice("language", label: words("mailing.audience.language"), options: languages, selected: view.audience.language?.rawValue ?? ""))\
            \(parts.input("q", label: words("registration.search"), value: filter.text, type: "search"))</div></fieldset>
            """
    }

    /// Who it would be, and the button.
    private static func sending(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let names = view.recipients.prefix(5).map(\.holder.name)
        let count = view.recipients.count
        return """
            <section class="panel" aria-labelledby="send"><h2 id="send">\(words("mailing.send.title"))</h2>\
            <p><b>\(words("mailing.people", count: count))</b></p>\
            \(#"<p class="meta">\#(words("mailing.people.some", ["names": words.list(names)]))</p>"#, if: !names.isEmpty)\
            <p class="help">\(words("mailing.send.help"))</p>\
            \(button(scene, view, "send", words("mailing.send", count: count), "button"), if: count > 0)</section>\
            \(barred(scene, view), if: !view.barred.isEmpty)\
            <details class="danger"><summary>\(words("mailing.remove"))</summary>\
            \(button(scene, view, "remove", words("mailing.remove"), "button quiet"))</details>
            """
    }

    private static func button(_ scene: Scene, _ view: View, _ verb: String, _ label: String, _ style: Markup) -> Markup {
        """
        <form method="post" action="\(url: scene.link("\(path(view))/\(verb)"))">\(scene.guardField)\
        <button class="\(style)" type="submit">\(label)</button></form>
        """
    }

    // MARK: Under way

    /// How many are settled, as a bar and in numbers.
    static func bar(_ words: Words, _ progress: MailingProgress) -> Markup {
        let text = words("mailing.progress", ["done": words.number(progress.settled), "total": words.number(progress.total)])
        return """
            <span class="fill"><progress max="\(max(1, progress.total))" value="\(progress.settled)" aria-hidden="true"></progress> \
            <span>\(text)</span></span>
            """
    }

    private static func sent(_ scene: Scene, _ view: View, _ one: Mailing) -> Markup {
        let words = scene.words
        let when = one.frozenAt.map { ReleasePage.moment(scene, view.event, $0) } ?? ""
        return """
            <div id="mailing" data-live="\(url: LettersDeskPage.path(view.event))/live?from=\(view.live)">\
            <section class="panel" aria-labelledby="progress"><h2 id="progress">\(words("mailing.progress.title"))</h2>\
            <p><span class="badge">\(words("mailing.state.\(one.state.rawValue)"))</span> \(bar(words, view.progress))</p>\
            <p class="meta">\(words("mailing.frozen", ["when": when]))</p>\(figures(words, view.progress))\
            <div class="actions">\(button(scene, view, "stop", words("mailing.stop"), "button quiet"), if: one.state == .sending)\
            \(button(scene, view, "resume", words("mailing.resume"), "button"), if: one.state == .stopped)\
            <a class="button quiet" href="\(url: scene.link(path(view)))">\(words("mailing.renew"))</a></div></section>\
            \(barred(scene, view), if: !view.barred.isEmpty)\(bounces(scene, view), if: !view.bounces.isEmpty)\(doubted(scene, view), if: !view.doubted.isEmpty)</div>\
            \(WordingDeskPage.preview(scene, view.letters, in: view.form.language))
            """
    }

    private static func figures(_ words: Words, _ progress: MailingProgress) -> Markup {
        let all: [(String, Int)] = [
            ("sent", progress.sent), ("queued", progress.queued), ("waiting", progress.waiting), ("failed", progress.failed),
            ("skipped", progress.skipped), ("barred", progress.barred), ("bounced", progress.bounced),
            ("doubted", progress.doubted),
        ]
        return """
            <ul class="counts">\(each(all.filter { $0.1 > 0 || $0.0 == "sent" }) { name, count in
                "<li><b>\(words.number(count))</b> \(words("mailing.figure.\(name)"))</li>"
            })</ul>
            """
    }

    private static func bounces(_ scene: Scene, _ view: View) -> Markup {
        """
        <section class="panel" aria-labelledby="bounces"><h2 id="bounces">\(scene.words("mailing.bounces"))</h2>\
        <ul class="plain">\(each(view.bounces) { one in
            let link = "\(RegistrationTabsPage.Tab.registrations.path(view.event))/\(one.registration)"
            return "<li><a href=\"\(url: scene.link(link))\"><bdi>\(one.bounce.recipient)</bdi></a> \(line(scene, view.event, one.bounce))</li>"
        })</ul></section>

        """
    }

    private static func barred(_ scene: Scene, _ view: View) -> Markup {
        """
        <section class="panel" aria-labelledby="barred"><h2 id="barred">\(scene.words("mailing.barred"))</h2>\
        <p class="help">\(scene.words("mailing.barred.help"))</p><ul class="plain">\(each(view.barred) { one in
            let link = "\(RegistrationTabsPage.Tab.registrations.path(view.event))/\(one.registration)"
            return "<li><a href=\"\(url: scene.link(link))\"><bdi>\(one.address)</bdi></a> \(one.bounce.map { line(scene, view.event, $0) } ?? .empty)</li>"
        })</ul></section>

        """
    }

    private static func doubted(_ scene: Scene, _ view: View) -> Markup {
        """
        <section class="panel" aria-labelledby="doubted"><h2 id="doubted">\(scene.words("mailing.doubted"))</h2>\
        <p class="help">\(scene.words("mailing.doubted.help"))</p><ul class="plain">\(each(view.doubted) { one in
            let link = "\(RegistrationTabsPage.Tab.registrations.path(view.event))/\(one.registration)"
            return "<li><a href=\"\(url: scene.link(link))\"><bdi>\(one.address)</bdi></a></li>"
        })</ul></section>

        """
    }

    static func line(_ scene: Scene, _ event: Event, _ one: LetterBounced) -> Markup {
        let words = scene.words
        let known = ["failed", "delayed", "complained"].contains(one.action) ? one.action : "other"
        return """
            <span class="badge">\(words("mailing.bounce.\(known)"))</span> <span class="meta">\(ReleasePage.moment(scene, event, one.at))</span> \
            <code>\(one.status)</code> <span class="meta"><bdi>\(one.diagnostic)</bdi></span>
            """
    }
}
