import Base
import HTML

/// One's own profile as a form, and what others see of a profile.
package enum ProfilePage {
    package struct View: Sendable {
        package let form: ProfileForm
        package let portrait: Identifier?
        package var complaints = Complaints()
        package init(form: ProfileForm, portrait: Identifier?, complaints: Complaints = Complaints()) {
            self.form = form
            self.portrait = portrait
            self.complaints = complaints
        }
    }

    package static func edit(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        return """
            \(AccountPage.places(scene, current: "/account/profile"))\(parts.summary)\(portrait(scene, view))
            <form class="desk-form" method="post" action="\(url: scene.link("/account/profile"))">\(scene.guardField)\
            \(parts.input("name", label: words("people.name"), value: view.form["name"], help: words("people.person.name.help"),
                          required: true, autocomplete: "name"))\
            \(parts.input("latin", label: words("people.person.latin"), value: view.form["latin"],
                          help: words("people.person.latin.help")))\
            \(biographies(scene, view, parts))\
            \(parts.input("languages", label: words("profile.languages"), value: view.form["languages"],
                          help: words("profile.languages.help")))\
            \(parts.input("orcid", label: words("profile.orcid"), value: view.form["orcid"], help: words("profile.orcid.help")))\
            \(parts.input("website", label: words("profile.website"), value: view.form["website"], type: "url",
                          autocomplete: "url"))\
            \(parts.choice("reading", label: words("profile.reading"), options: readings(words), selected: view.form["reading"],
                           help: words("profile.reading.help")))\
            \(parts.box("public", label: words("profile.public"), isChecked: view.form["public"] == "yes"))
            <p class="actions"><button class="button" type="submit">\(words("people.save"))</button></p></form>
            """
    }

    private static func readings(_ words: Words) -> [(value: String, label: String)] {
        [(value: "", label: words("profile.reading.any"))]
            + Language.allCases.map { (value: $0.rawValue, label: words.languageName($0.rawValue)) }
    }

    /// The biography in the reader's language, the others folded.
    private static func biographies(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        func area(_ language: Language, help: String?) -> Markup {
            let name = ProfileForm.biography(language)
            let label = words("profile.biography", ["language": words.languageName(language.rawValue)])
            return parts.area(name, label: label, value: view.form[name], rows: 6, help: help, language: language)
        }
        let others = Language.allCases.filter { $0 != scene.language }
        return """
            \(area(scene.language, help: words("profile.biography.help")))\
            <details><summary>\(words("profile.biography.others"))</summary>\(each(others) { area($0, help: nil) })</details>
            """
    }

    private static func portrait(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let complaint = view.complaints["portrait"]
        let shown = view.portrait.map { id -> Markup in
            """
            <img class="portrait" src="\(url: path(id))" alt="\(words("profile.portrait.yours"))" width="160" height="160">\
            <form class="inline" method="post" action="\(url: scene.link("/account/profile/portrait/remove"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("profile.portrait.remove"))</button></form>
            """
        }
        return """
            <section class="panel" aria-labelledby="portrait-title"><h2 id="portrait-title">\(words("profile.portrait"))</h2>\(shown)\
            <form class="desk-form" method="post" enctype="multipart/form-data" \
            action="\(url: scene.link("/account/profile/portrait"))">\(scene.guardField)\
            <div class="field\(" invalid", if: complaint != nil)"><label for="portrait">\(words("profile.portrait.choose"))</label>\
            <p class="help" id="portrait-help">\(words("profile.portrait.help"))</p>\
            \(complaint.map { #"<p class="error" id="portrait-error">\#(words($0.words, $0.arguments))</p>"# })\
            <input id="portrait" name="portrait" type="file" accept="image/jpeg,image/png,image/webp" \
            aria-describedby="portrait-help" required></div>\
            <p class="actions"><button class="button quiet" type="submit">\(words("profile.portrait.send"))</button></p></form></section>

            """
    }

    package static func path(_ portrait: Identifier) -> String { "/portraits/\(portrait)" }

    /// What a public page shows beside a person's name; nothing unless she said so.
    package static func shown(_ scene: Scene, _ profile: Profile, name: String) -> Markup {
        guard profile.isPublic else { return .empty }
        let words = scene.words
        let picture = profile.portrait.map { id -> Markup in
            """
            <img class="portrait" src="\(url: path(id))" alt="\(words("profile.portrait.of", ["name": name]))" \
            width="160" height="160" loading="lazy">
            """
        }
        let text = profile.biography.reading(scene.language)
        let spoken = words.list(profile.languages.map { words.languageName($0) })
        let site = profile.website.map { #"<li><a href="\#(url: $0)" rel="nofollow noopener ugc">\#($0)</a></li>"# as Markup }
        let orcid = profile.orcid.map {
            #"<li><a href="\#(url: $0.address)" rel="noopener">ORCID \#($0.rawValue)</a></li>"# as Markup
        }
        return """
            <div class="profile">\(picture)\
            \(#"<div class="prose" lang="\#(text.tag)" dir="auto">\#(Markdown.markup(text.text, headingsFrom: 2))</div>"#, if: !profile.biography.isEmpty)\
            \(#"<p class="meta">\#(words("profile.speaks", ["languages": spoken]))</p>"#, if: !profile.languages.isEmpty)\
            \(#"<ul class="plain">\#(site)\#(orcid)</ul>"#, if: site != nil || orcid != nil)</div>

            """
    }
}
