import Base
import HTML

/// The part if there is a value for it.
func given<T>(_ value: T?, _ part: (T) -> Markup) -> Markup { value.map(part) ?? .empty }

/// What the pages of People share: the head of a page, dates as far as they are known, the desk's places.
enum FramePage {
    /// With a name, the head bears that name's band of shapes; without one it is small and plain.
    static func masthead(
        _ title: Markup, band: String? = nil, eyebrow: String? = nil, lede: String? = nil, more: Markup = .empty
    ) -> Markup {
        """
        <div class="masthead\(" small", if: band == nil)">\(given(band) { Band.markup($0) })<div class="wrap">\(given(eyebrow) { #"<span class="eyebrow">\#($0)</span>"# })<h1>\(title)</h1>\
        \(given(lede) { #"<p class="lede">\#($0)</p>"# })\(more)</div></div>
        """
    }

    /// A whole date in the reader's language; a month or a year as far as it is known.
    static func date(_ date: KnownDate, _ words: Words) -> Markup {
        let text = date.precision == .day ? words.date(date.date) : date.description
        return #"<time datetime="\#(date.description)">\#(text)</time>"#
    }

    /// The desk's places of People, with the current one marked.
    static func deskPlaces(_ scene: Scene, current: String) -> Markup {
        let places =
            [
                ("people.desk.organisations", "/desk/organisations"), ("people.desk.members", "/desk/members"),
                ("people.desk.people", "/desk/people"),
            ] + (scene.viewer?.may(.administrator) == true ? [("team.title", "/desk/team")] : [])
        return """
            <nav aria-label="\(scene.words("frame.desk"))"><ul class="tabs">\(each(places) { key, path in
                #"<li><a href="\#(url: scene.link(path))"\#(#" aria-current="page""#, if: path == current)>\#(scene.words(key))</a></li>"#
            })</ul></nav>
            """
    }

    /// A wide table that scrolls by itself on a narrow screen, and can be reached by keyboard then.
    /// One that is `stacked` is a list of entries there instead: for columns that say by themselves what they are.
    static func table(_ caption: String, heads: [String], rows: Markup, stacked: Bool = false) -> Markup {
        """
        <div class="table-wrap" role="region" tabindex="0" aria-label="\(caption)"><table class="table\(" stacked", if: stacked)"><caption class="visually-hidden">\(caption)</caption>\
        <thead><tr>\(each(heads) { #"<th scope="col">\#($0)</th>"# })</tr></thead><tbody>\(rows)</tbody></table></div>
        """
    }

    static func form(_ scene: Scene, to path: String, button: String, isDanger: Bool = false, _ fields: Markup) -> Markup {
        """
        <form class="desk-form" method="post" action="\(url: scene.link(path))">\(scene.guardField)\(fields)\
        <p class="actions"><button class="button\(" danger", if: isDanger)" type="submit">\(button)</button></p></form>
        """
    }

    /// One text in several languages: a field for each of ours, one for each other that it has, and a free pair.
    static func texts(_ prefix: String, _ text: Localized, label: String, _ parts: FormParts) -> Markup {
        let words = parts.words
        let others = text.tags.filter { Language(rawValue: $0) == nil }
        let written = text.tags.map { (value: $0, label: words.languageName($0)) }
        return """
            <fieldset class="columns"><legend>\(label)</legend>\(each(Language.allCases) { language in
                parts.input("\(prefix)_\(language.rawValue)", label: words.languageName(language.rawValue),
                            value: text[language.rawValue] ?? "", language: language)
            })\(each(others) { parts.input("\(prefix)_\($0)", label: words.languageName($0), value: text[$0] ?? "") })\
            <div class="pair">\(parts.input("\(prefix)_tag", label: words("people.form.tag"), help: words("people.form.tag.help")))\
            \(parts.input("\(prefix)_other", label: words("people.form.other")))</div>\
            \(parts.choice("\(prefix)_authentic", label: words("people.form.authentic"), options: written, selected: text.authentic),
              if: written.count > 1)</fieldset>
            """
    }
}
