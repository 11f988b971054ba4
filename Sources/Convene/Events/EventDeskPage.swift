import Base
import HTML
import People

/// The desk of events: the list of those that one works on, and an event's settings as plain forms.
package enum EventDeskPage {
    package static func list(_ scene: Scene, _ events: [Event], desks: [PageFrame.Place] = []) -> Markup {
        let words = scene.words
        let runsAll = scene.viewer?.may(.secretariat) == true
        return """
            <div class="head"><h1>\(words("event.desk.title"))</h1>\(runsAll ? actions(scene, desks) : .empty)</div>\
            \(#"<p class="empty">\#(words("event.desk.none"))</p>"#, if: events.isEmpty)\
            <ul class="cards">\(each(events) { card(scene, $0) })</ul>
            """
    }

    private static func actions(_ scene: Scene, _ desks: [PageFrame.Place]) -> Markup {
        let words = scene.words
        return """
            <p class="actions"><a class="button" href="\(url: scene.link("/desk/events/new"))">\(words("event.desk.new"))</a> \
            <a class="button quiet" href="\(url: scene.link("/desk/organisations"))">\(words("event.desk.organisations"))</a> \
            <a class="button quiet" href="\(url: scene.link("/desk/people"))">\(words("event.desk.people"))</a>\
            \(each(desks) { #" <a class="button quiet" href="\#(url: scene.link($0.path))">\#(words($0.words))</a>"# })</p>
            """
    }

    private static func card(_ scene: Scene, _ event: Event) -> Markup {
        let words = scene.words
        let desk = "/desk/e/" + event.slug
        return """
            <li class="card"><h2><a href="\(url: scene.link(desk + "/programme"))">\(scene.text(event.name))</a></h2>\
            <p class="meta"><span>\(words.dates(event.first, event.last))</span> \
            <span class="badge\(" guessed", if: !event.isPublic)">\(words(event.isPublic ? "event.desk.isPublic" : "event.desk.isHidden"))</span></p>\(ways(scene, event))</li>
            """
    }

    /// The places of one event at the desk.
    package static func ways(_ scene: Scene, _ event: Event) -> Markup {
        let words = scene.words
        let desk = "/desk/e/" + event.slug
        let mayRun = scene.viewer?.may(.organiser, in: event.id) == true
        return """
            <ul class="chips ways"><li><a href="\(url: scene.link(desk + "/programme"))">\(words("event.desk.programme"))</a></li>\
            <li><a href="\(url: scene.link(desk + "/plan"))">\(words("programme.place.plan"))</a></li>\
            <li><a href="\(url: scene.link(desk + "/releases"))">\(words("event.desk.releases"))</a></li>\
            \(#"<li><a href="\#(url: scene.link(desk))">\#(words("event.desk.settings"))</a></li>"#, if: mayRun)\
            \(#"<li><a href="\#(url: scene.link(desk + "/team"))">\#(words("event.desk.team"))</a></li>"#, if: mayRun)\
            <li><a href="\(url: scene.link(event.path))">\(words("event.desk.page"))</a></li></ul>
            """
    }

    // MARK: One event

    /// What the settings page shows: what is stored, or what was typed and refused.
    package struct Settings: Sendable {
        package let file: EventFile
        package var draft: EventDraft
        package var figure: FormLines
        package var theme: FormLines
        package let organisations: [Organisation]
        package init(_ file: EventFile, organisations: [Organisation]) {
            self.file = file
            self.organisations = organisations
            draft = EventDraft(file.event)
            figure = FormLines()
            theme = FormLines()
        }
    }

    package static func settings(_ scene: Scene, _ page: Settings, _ complaints: Complaints = Complaints()) -> Markup {
        let words = scene.words
        let desk = "/desk/e/" + page.file.event.slug
        let parts = FormParts(words, complaints)
        return """
            \(DraftDeskPage.head(scene, page.file.event, .settings, title: words("event.desk.settings")))\(parts.summary)\
            <section class="panel"><h2>\(words("event.desk.basics"))</h2>\
            \(form(scene, desk, "\(fields(words, parts, page.draft))", words("event.desk.save")))</section>\
            \(themes(scene, page, desk, parts))\(parties(scene, page, desk, parts))\
            \(EventFactsPage.figures(scene, page, desk, parts))\(EventFactsPage.outcomes(scene, page.file, desk, parts))
            """
    }

    package static func new(_ scene: Scene, _ draft: EventDraft, _ series: [Series], chosen: String, _ complaints: Complaints)
        -> Markup
    {
        let words = scene.words
        let parts = FormParts(words, complaints)
        let options =
            series.map { (value: $0.id.text, label: $0.name.text(scene.language)) }
            + [(value: "", label: words("event.desk.newSeries"))]
        let more: Markup = """
            \(parts.choice("series", label: words("event.desk.series"), options: options, selected: chosen))\
            \(parts.input("seriesSlug", label: words("event.desk.seriesSlug"), help: words("event.help.slug")))
            """
        return """
            <h1>\(words("event.desk.new"))</h1>\(parts.summary)\
            \(form(scene, "/desk/events/new", "\(more)\(fields(words, parts, draft))", words("event.desk.create")))
            """
    }

    static func form(_ scene: Scene, _ path: String, _ inside: Markup, _ button: String) -> Markup {
        """
        <form class="desk-form" method="post" action="\(url: scene.link(path))">\(scene.guardField)\(inside)\
        <p class="actions"><button class="button" type="submit">\(button)</button></p></form>
        """
    }

    private static func fields(_ words: Words, _ parts: FormParts, _ draft: EventDraft) -> Markup {
        let kinds = EventKind.allCases.map { (value: $0.rawValue, label: words("event.kind.\($0.rawValue)")) }
        return """
            \(texts(parts, "name", words("event.desk.name"), draft.name))\
            \(parts.input("shortName", label: words("event.desk.shortName"), value: draft.shortName))\
            \(parts.input("slug", label: words("event.desk.slug"), value: draft.slug, help: words("event.help.slug"), required: true))\
            \(parts.choice("kind", label: words("event.desk.kind"), options: kinds, selected: draft.kind.rawValue))\
            \(parts.input("first", label: words("event.desk.first"), value: draft.first.description, type: "date", required: true))\
            \(parts.input("last", label: words("event.desk.last"), value: draft.last.description, type: "date", required: true))\
            \(parts.input("zone", label: words("event.desk.zone"), value: draft.zone, help: words("event.help.zone"), required: true))\
            \(texts(parts, "venue", words("event.desk.venue"), draft.venue))\(texts(parts, "city", words("event.desk.city"), draft.city))\
            \(parts.input("country", label: words("event.desk.country"), value: draft.country, help: words("event.help.country")))\
            \(parts.box("isPublic", label: words("event.desk.public"), isChecked: draft.isPublic))
            """
    }

    /// One text in the seven languages: the authentic one in sight, the others behind a fold. A text in another language
    /// is kept as it is.
    static func texts(_ parts: FormParts, _ name: String, _ label: String, _ text: Localized) -> Markup {
        let own = Language(rawValue: text.authentic) ?? .en
        func field(_ language: Language) -> Markup {
            parts.input(
                "\(name)_\(language.rawValue)", label: "\(label) (\(language.autonym))", value: text[language.rawValue] ?? "",
                language: language)
        }
        let others = text.tags.filter { Language(rawValue: $0) == nil }
        return """
            <div class="texts">\(field(own))<input type="hidden" name="\(name)_authentic" value="\(text.authentic)">\
            \(each(others) { #"<input type="hidden" name="\#(name)_\#($0)" value="\#(text[$0] ?? "")">"# })\
            <details><summary>\(parts.words("event.desk.languages", ["field": label]))</summary>\
            <div class="pair">\(each(Language.allCases.filter { $0 != own }, field))</div></details></div>
            """
    }

    private static func themes(_ scene: Scene, _ page: Settings, _ desk: String, _ parts: FormParts) -> Markup {
        let words = scene.words
        let typed = page.theme
        return """
            <section class="panel"><h2>\(words("event.themes"))</h2><ol>\(each(page.file.themes) { "<li>\(scene.text($0.text))</li>" })</ol>\
            \(form(scene, desk + "/themes", """
                \(texts(parts, "theme", words("event.desk.theme"), typed.texts("theme")))\
                \(parts.input("announced", label: words("event.desk.announced"), value: typed["announced"], type: "date"))\
                \(parts.input("themeSource", label: words("event.source"), value: typed["themeSource"]))
                """, words("event.desk.announce")))</section>
            """
    }

    private static func parties(_ scene: Scene, _ page: Settings, _ desk: String, _ parts: FormParts) -> Markup {
        let words = scene.words
        let before = page.file.parties
        let roles = PartyRole.allCases.map { (value: $0.rawValue, label: words("party.\($0.rawValue)", count: 1)) }
        let known = page.organisations.map { (value: $0.id.text, label: $0.names.text(scene.language)) }
        let options = [(value: "", label: "—")] + words.sorted(known) { $0.label }
        let rows: [Markup] = (0..<EventForm.rows(before)).map { index in
            let party = before.indices.contains(index) ? before[index] : nil
            let name = party.map { $0.name.texts[$0.name.authentic] ?? "" } ?? ""
            return """
                <div class="row" role="group" aria-label="\(words("event.desk.party", ["number": words.number(index + 1)]))">\
                \(parts.choice("role-\(index)", label: words("event.desk.role"), options: roles, selected: (party?.role ?? .host).rawValue))\
                \(parts.choice(
                    "organisation-\(index)", label: words("event.desk.organisation"), options: options,
                    selected: party?.organisation?.text ?? ""))\
                \(parts.input("name-\(index)", label: words("event.desk.partyName"), value: name))</div>
                """
        }
        return """
            <section class="panel"><h2>\(words("event.desk.parties"))</h2>\
            \(form(scene, desk + "/parties", #"<p class="help">\#(words("event.help.partyName"))</p>\#(each(rows) { $0 })"#, words("event.desk.save")))</section>
            """
    }
}
