import Base
import HTML
import People

/// The letters of an event at the desk: those to many, reminders, and those that the house sends by itself.
package enum LettersDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let mailings: [Mailing]
        package let progress: [Identifier: MailingProgress]
        package let reminders: [MailReminder]
        package let begins: Instant
        package let wordings: [MailOccasion: MailWording]
        /// The last change before this page was made.
        package let live: String
        /// Where answers go.
        package var replyTo = ""
        package var complaints = Complaints()
        package var lead = ""
        package var unit = "days"
    }

    package static func path(_ event: Event) -> String { RegistrationTabsPage.Tab.letters.path(event) }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(RegistrationTabsPage.head(scene, view.event, .letters, title: words("mailing.title")))\
            \(FormParts(words, view.complaints).summary)\(bulk(scene, view))\(reminders(scene, view))\(answers(scene, view))\
            \(templates(scene, view))
            """
    }

    private static func bulk(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="bulk"><h2 id="bulk">\(words("mailing.bulk"))</h2>\
            <p class="help">\(words("mailing.bulk.help"))</p>\
            <div id="mailing" data-live="\(url: path(view.event))/live?from=\(view.live)">\
            \(#"<p class="empty">\#(words("mailing.none"))</p>"#, if: view.mailings.isEmpty)\
            \(table(scene, view), if: !view.mailings.isEmpty)</div>\
            <p class="actions"><a class="button" href="\(url: scene.link(path(view.event) + "/mailings/new"))">\
            \(words("mailing.write"))</a></p></section>

            """
    }

    private static func table(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let heads = ["mailing.subject", "mailing.state", "mailing.progress.title", "mailing.bounces"]
        return """
            <div class="table-wrap"><table class="table stacked"><thead><tr>\(each(heads) { #"<th scope="col">\#(words($0))</th>"# })</tr></thead>\
            <tbody>\(each(view.mailings) { one in
                let progress = view.progress[one.id] ?? MailingProgress()
                return """
                    <tr><th scope="row"><a href="\(url: scene.link("\(path(view.event))/mailings/\(one.id)"))"><bdi>\(title(words, view.event, one))</bdi></a></th>\
                    <td><span class="badge">\(words("mailing.state.\(one.state.rawValue)"))</span></td>\
                    <td>\(MailingDeskPage.bar(words, progress), if: one.state != .draft)</td>\
                    <td>\(progress.bounced > 0 ? words.number(progress.bounced) : "")</td></tr>
                    """
            })</tbody></table></div>
            """
    }

    /// The subject, with the event's name where it names it.
    static func title(_ words: Words, _ event: Event, _ one: Mailing) -> String {
        let subject = one.wording.subject.text(words.language)
        if subject.isEmpty { return words("mailing.untitled") }
        return MailTemplate(lenient: subject).line { $0 == .event ? event.name.text(words.language) : "{\($0.rawValue)}" }
    }

    // MARK: Reminders

    private static func reminders(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let units = ["days", "hours"].map { (value: $0, label: words("mailing.unit.\($0)")) }
        let when = ReleasePage.moment(scene, view.event, view.begins)
        return """
            <section class="panel" aria-labelledby="reminders"><h2 id="reminders">\(words("mailing.reminders"))</h2>\
            <p class="help">\(words("mailing.reminders.help", ["when": when]))</p>\
            \(#"<ul class="plain">\#(each(view.reminders) { reminder(scene, view, $0) })</ul>"#, if: !view.reminders.isEmpty)\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view.event) + "/reminders"))">\(scene.guardField)\
            <div class="row">\(parts.input("lead", label: words("mailing.lead"), value: view.lead, type: "number"))\
            \(parts.choice("unit", label: words("mailing.unit"), options: units, selected: view.unit))</div>\
            <p class="actions"><button class="button quiet" type="submit">\(words("mailing.reminder.add"))</button></p></form></section>

            """
    }

    private static func reminder(_ scene: Scene, _ view: View, _ one: MailReminder) -> Markup {
        let words = scene.words
        let isDays = one.minutes % 1440 == 0
        let lead = words(isDays ? "mailing.lead.days" : "mailing.lead.hours", count: one.minutes / (isDays ? 1440 : 60))
        let when = ReleasePage.moment(scene, view.event, one.due(view.begins))
        let path = path(view.event)
        if let mailing = one.mailing {
            return """
                <li><b>\(lead)</b> <a href="\(url: scene.link("\(path)/mailings/\(mailing)"))">\(words("mailing.state.done"))</a></li>
                """
        }
        return """
            <li><form class="inline" method="post" action="\(url: scene.link("\(path)/reminders/\(one.id)/remove"))">\(scene.guardField)\
            <span><b>\(lead)</b> <span class="meta">\(when)</span></span> <button class="button quiet" type="submit">\
            \(words("mailing.reminder.remove"))<span class="visually-hidden"> \(lead)</span></button></form></li>
            """
    }

    private static func answers(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            <section class="panel" aria-labelledby="answers"><h2 id="answers">\(words("mailing.answers"))</h2>\
            <p class="help">\(words("mailing.answers.help"))</p>\
            <form class="desk-form" method="post" action="\(url: scene.link(path(view.event) + "/answers"))">\(scene.guardField)\
            \(parts.input("reply", label: words("mailing.answers.address"), value: view.replyTo, type: "email"))\
            <p class="actions"><button class="button quiet" type="submit">\(words("event.desk.save"))</button></p></form></section>

            """
    }

    // MARK: Templates

    private static func templates(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="templates"><h2 id="templates">\(words("mailing.templates"))</h2>\
            <p class="help">\(words("mailing.templates.help"))</p><div class="table-wrap"><table class="table stacked"><thead><tr>\
            <th scope="col">\(words("mailing.occasion"))</th><th scope="col">\(words("mailing.wording"))</th></tr></thead>\
            <tbody>\(each(MailOccasion.worded) { one in
                """
                <tr><th scope="row"><a href="\(url: scene.link("\(path(view.event))/\(one.rawValue)"))">\
                \(words("mailing.occasion.\(one.rawValue)"))</a></th><td>\(standing(words, view.wordings[one]))</td></tr>
                """
            })</tbody></table></div></section>
            """
    }

    private static func standing(_ words: Words, _ wording: MailWording?) -> Markup {
        guard let wording else { return #"<span class="meta">\#(words("mailing.house"))</span>"# }
        return "\(words("mailing.own", ["languages": words.list(wording.languages.map(\.autonym))]))"
    }
}
