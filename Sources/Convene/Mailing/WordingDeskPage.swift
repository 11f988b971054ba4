import Base
import HTML
import People

/// One letter's wording at the desk: its languages, what may be named in it, how it arrives.
package enum WordingDeskPage {
    package struct View: Sendable {
        package let event: Event
        package let occasion: MailOccasion
        /// What the organiser wrote; empty where the house's is sent.
        package let wording: MailWording
        package let form: MailWordingForm
        package var letters: [LetterSample.Letter] = []
        package var complaints = Complaints()
    }

    package static func page(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let title = words("mailing.occasion.\(view.occasion.rawValue)")
        let path = "\(LettersDeskPage.path(view.event))/\(view.occasion.rawValue)"
        return """
            \(RegistrationTabsPage.head(scene, view.event, .letters, title: title))\
            \(back(scene, view.event))\(FormParts(words, view.complaints).summary)\
            \(languages(scene, path, view.wording, view.form.language))\
            <form class="desk-form" method="post" action="\(url: scene.link(path))">\(scene.guardField)\
            \(fields(words, view.form, view.complaints))\
            <p class="actions"><button class="button" type="submit" name="act" value="save">\(words("event.desk.save"))</button> \
            <button class="button quiet" type="submit" name="act" value="preview">\(words("mailing.preview"))</button> \
            <button class="button quiet" type="submit" name="act" value="test">\(words("mailing.test"))</button></p></form>\
            \(known(words, view.occasion))\(preview(scene, view.letters, in: view.form.language))\
            \(reset(scene, path), if: !view.wording.isEmpty)
            """
    }

    static func back(_ scene: Scene, _ event: Event) -> Markup {
        """
        <p class="back"><a href="\(url: scene.link(LettersDeskPage.path(event)))">\(scene.words("mailing.title"))</a></p>
        """
    }

    /// One language is written at a time; the others are a click away.
    static func languages(_ scene: Scene, _ path: String, _ wording: MailWording, _ current: Language) -> Markup {
        let words = scene.words
        let written = Set(wording.languages)
        return """
            <nav aria-label="\(words("mailing.languages"))"><ul class="chips ways">\(each(Language.allCases) { one in
                """
                <li><a href="\(url: scene.link("\(path)?in=\(one.rawValue)"))"\(#" aria-current="page""#, if: one == current)>\
                <span lang="\(one.rawValue)">\(one.autonym)</span>\(mark(words), if: written.contains(one))</a></li>
                """
            })</ul></nav><p class="help">\(words("mailing.languages.help"))</p>

            """
    }

    private static func mark(_ words: Words) -> Markup {
        #" <span class="meta">\#(words("mailing.written"))</span>"#
    }

    static func fields(_ words: Words, _ form: MailWordingForm, _ complaints: Complaints) -> Markup {
        let parts = FormParts(words, complaints)
        return """
            <input type="hidden" name="in" value="\(form.language.rawValue)">\
            <div class="row">\(parts.input(
                "subject", label: words("mailing.subject"), value: form.subject, language: form.language))</div>\
            \(parts.area("text", label: words("mailing.text"), value: form.text, rows: 18, language: form.language))
            """
    }

    /// The whole list of what a letter can name.
    static func known(_ words: Words, _ occasion: MailOccasion) -> Markup {
        """
        <details class="panel"><summary>\(words("mailing.fields"))</summary><p class="help">\(words("mailing.fields.help"))</p>\
        <dl class="answers">\(each(occasion.fields) { one in
            "<div><dt><bdi class=\"code\">{\(one.rawValue)}</bdi></dt><dd>\(words("mailing.field.\(one.rawValue)"))</dd></div>"
        })</dl></details>

        """
    }

    /// The language in hand; the others are folded.
    static func preview(_ scene: Scene, _ letters: [LetterSample.Letter], in language: Language) -> Markup {
        guard let first = letters.first(where: { $0.language == language }) ?? letters.first else { return .empty }
        let words = scene.words
        let others = letters.filter { $0 != first }
        let rest: Markup = """
            <details><summary>\(words("mailing.preview.others"))</summary>\(mails(others))</details>
            """
        return """
            <section aria-labelledby="preview"><h2 id="preview">\(words("mailing.preview"))</h2>\
            <p class="help">\(words("mailing.preview.help"))</p>\(mails([first]))\(rest, if: !others.isEmpty)</section>

            """
    }

    private static func mails(_ letters: [LetterSample.Letter]) -> Markup {
        """
        <ol class="mails">\(each(letters) { letter in
            let language = letter.language
            return """
                <li class="mail" lang="\(language.rawValue)" dir="\(language.direction)"><p class="meta">\(language.autonym)</p>\
                <h3><bdi>\(letter.subject)</bdi></h3><div class="mail-text">\(paragraphs(letter.text))</div></li>
                """
        })</ol>
        """
    }

    private static func paragraphs(_ text: String) -> Markup {
        each(text.split(separator: "\n\n")) { paragraph in
            "<p>\(each(paragraph.split(separator: "\n")) { line in "<bdi>\(String(line))</bdi><br>" })</p>"
        }
    }

    private static func reset(_ scene: Scene, _ path: String) -> Markup {
        let words = scene.words
        return """
            <details class="danger"><summary>\(words("mailing.reset"))</summary><p>\(words("mailing.reset.help"))</p>\
            <form method="post" action="\(url: scene.link(path + "/reset"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("mailing.reset"))</button></form></details>
            """
    }
}
