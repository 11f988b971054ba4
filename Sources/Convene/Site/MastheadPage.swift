import Base
import HTML
import People

/// The head of an event's pages: its band, name, theme and the facts that everybody asks for.
package enum MastheadPage {
    /// The large head of the event's own page, and of the start page, from where it leads there.
    package static func event(_ scene: Scene, _ file: EventFile, isLinked: Bool = false) -> Markup {
        let event = file.event
        let theme = file.theme.map { Title($0.text, scene.language) }
        let plain = scene.text(event.name)
        let name: Markup = isLinked ? #"<a href="\#(url: scene.link(event.path))">\#(plain)</a>"# : plain
        let title: Markup = theme.map { $0.heading } ?? name
        return """
            <div class="masthead">\(band(event))<div class="wrap">\
            \(#"<p class="eyebrow">\#(name)</p>"#, if: theme != nil)\
            <h1>\(title)</h1>\(theme?.rest.map { #"<p class="lede">\#($0)</p>"# as Markup })\(facts(scene, file))\(ways(scene, event))</div></div>

            """
    }

    /// The small head of the pages within an event.
    package static func within(_ scene: Scene, _ event: Event, title: Markup, lede: Markup = .empty) -> Markup {
        """
        <div class="masthead small">\(band(event))<div class="wrap">\
        <p class="eyebrow"><a href="\(url: scene.link(event.path))">\(scene.text(event.name))</a></p>\
        <h1>\(title)</h1>\(lede)</div></div>

        """
    }

    /// The strip of shapes that belongs to a name; the same in every language.
    static func band(_ name: String) -> Markup { Band.markup(name) }
    private static func band(_ event: Event) -> Markup { band(event.name.texts[event.name.authentic] ?? event.slug) }

    private static func facts(_ scene: Scene, _ file: EventFile) -> Markup {
        let words = scene.words
        let event = file.event
        let venue = event.venue.isEmpty ? Markup.empty : "\(scene.text(event.venue)), "
        let hosts = file.parties(.host)
        let organisers = file.parties(.organiser)
        let partners = file.parties(.partner)
        return """
            <dl class="facts"><div><dt>\(words("event.when"))</dt><dd>\(words.dates(event.first, event.last))</dd></div>\
            <div><dt>\(words("event.where"))</dt><dd>\(venue)\(place(scene, event))</dd></div>\
            \(parties(scene, file, hosts, words("party.host", count: hosts.count)))\
            \(parties(scene, file, organisers, words("party.organiser", count: organisers.count)))\
            \(parties(scene, file, partners, words("party.partner", count: partners.count)))</dl>
            """
    }

    /// City and country, or "on line".
    package static func place(_ scene: Scene, _ event: Event) -> Markup {
        if event.country.isEmpty && event.city.isEmpty { return "\(scene.words("event.online"))" }
        let country = event.country.isEmpty ? "" : scene.words.country(event.country)
        if event.city.isEmpty || event.city.text(scene.language) == country { return "\(country)" }
        return "\(scene.text(event.city))\(", \(country)", if: !country.isEmpty)"
    }

    private static func parties(_ scene: Scene, _ file: EventFile, _ parties: [EventParty], _ label: String) -> Markup {
        guard !parties.isEmpty else { return .empty }
        let names: [Markup] = parties.map { party in
            let name = scene.text(file.name(of: party))
            guard let organisation = file.organisation(of: party) else { return name }
            return #"<a href="\#(url: scene.link(organisation.path))">\#(name)</a>"#
        }
        return "<div><dt>\(label)</dt><dd><ul class=\"names\">\(each(names) { "<li>\($0)</li>" })</ul></dd></div>"
    }

    private static func ways(_ scene: Scene, _ event: Event) -> Markup {
        let words = scene.words
        return """
            <p class="actions"><a class="button" href="\(url: scene.link(event.path + "/programme"))">\(words("site.programme"))</a> \
            <a class="button quiet" href="\(url: scene.link(event.path + "/programme.ics"))">\(words("site.calendar"))</a></p>
            """
    }

    /// A theme in two parts, "Breaking Boundaries: Open Education", is set as a heading and a line beneath.
    struct Title {
        let heading: Markup
        let rest: Markup?
        init(_ text: Localized, _ language: Language) {
            let (whole, tag) = text.reading(language)
            func marked(_ part: String) -> Markup {
                Language(tag: tag) == language ? "\(part)" : #"<span lang="\#(tag)" dir="auto">\#(part)</span>"#
            }
            let colon = whole.firstIndex { $0 == ":" || $0 == "：" }
            guard let colon, colon > whole.startIndex, whole.index(after: colon) < whole.endIndex else {
                heading = marked(whole)
                rest = nil
                return
            }
            heading = marked(singleLine(String(whole[..<colon])))
            rest = marked(singleLine(String(whole[whole.index(after: colon)...])))
        }
    }
}
