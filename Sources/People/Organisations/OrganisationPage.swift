import Base
import HTML

/// Pages of organisations: the public one, and those of the desk.
enum OrganisationPage {
    static func masthead(_ scene: Scene, _ organisation: Organisation) -> Markup {
        let words = scene.words
        return FramePage.masthead(
            scene.text(organisation.names), band: organisation.slug, eyebrow: words("people.kind.\(organisation.kind.rawValue)"),
            more: """
                <dl class="facts"><div><dt>\(words("people.country"))</dt><dd>\(words.country(organisation.country.code))</dd></div>\
                \(given(organisation.website) { website in
                    #"<div><dt>\#(words("people.website"))</dt><dd><a href="\#(url: website)" rel="noopener">\#(website)</a></dd></div>"#
                })\(given(organisation.ror) { ror in
                    #"<div><dt>ROR</dt><dd><a href="\#(url: ror.rawValue)" rel="noopener">\#(ror.rawValue)</a></dd></div>"#
                })</dl>
                """)
    }

    static func shown(_ scene: Scene, _ organisation: Organisation, memberships: [Membership]) -> Markup {
        """
        \(names(scene, organisation))\(former(scene, organisation))<section><h2>\(scene.words("people.organisation.memberships"))</h2>\
        \(each(memberships) { membership(scene, $0) })\
        \(#"<p class="lede">\#(scene.words("people.organisation.noMember"))</p>"#, if: memberships.isEmpty)</section>
        """
    }

    private static func names(_ scene: Scene, _ organisation: Organisation) -> Markup {
        let words = scene.words
        return """
            <section><h2>\(words("people.organisation.names"))</h2><dl class="facts">\(each(organisation.names.tags) { tag in
                """
                <div><dt>\(words.languageName(tag))</dt>\
                <dd lang="\(tag)" dir="auto">\(organisation.names[tag])</dd></div>
                """
            })</dl></section>
            """
    }

    private static func former(_ scene: Scene, _ organisation: Organisation) -> Markup {
        guard organisation.history.count > 1 else { return .empty }
        return """
            <section><h2>\(scene.words("people.organisation.history"))</h2><ul>\(each(organisation.history) { name in
                #"<li>\#(scene.text(name.names))\#(given(name.from) { #"<span class="meta">\#(FramePage.date($0, scene.words))</span>"# })</li>"#
            })</ul></section>
            """
    }

    private static func membership(_ scene: Scene, _ membership: Membership) -> Markup {
        """
        <ul>\(each(Membership.Step.allCases.compactMap { step in membership.steps[step].map { (step, $0) } }) { step, dated in
            """
            <li>\(scene.words("member.step.\(step.rawValue)")): \(FramePage.date(dated.on, scene.words))\
            \(#"<span class="meta">\#(dated.source)</span>"#, if: !dated.source.isEmpty)</li>
            """
        })</ul>
        """
    }

    static func list(_ scene: Scene, _ organisations: [Organisation]) -> Markup {
        let words = scene.words
        let sorted = words.sorted(organisations) { $0.names.text(scene.language) }
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/organisations"))\
            <p><a class="button" href="\(url: scene.link("/desk/organisations/new"))">\(words("people.organisation.new"))</a></p>\
            \(FramePage.table(
                words("people.desk.organisations"), heads: [words("people.name"), words("people.kind"), words("people.country")],
                rows: each(sorted) { organisation in
                    """
                    <tr><th scope="row"><a href="\(url: scene.link("/desk/organisations/\(organisation.id)"))">\
                    \(scene.text(organisation.names))</a></th><td>\(words("people.kind.\(organisation.kind.rawValue)"))</td>\
                    <td>\(words.country(organisation.country.code))</td></tr>
                    """
                }, stacked: true))
            """
    }

    static func new(_ scene: Scene, _ form: OrganisationForm, _ complaints: Complaints) -> Markup {
        let parts = FormParts(scene.words, complaints)
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/organisations"))\(parts.summary)\
            \(FramePage.form(
                scene, to: "/desk/organisations", button: scene.words("people.save"),
                """
                \(parts.input("slug", label: scene.words("people.slug"), value: form.slug, help: scene.words("people.slug.help"), required: true))\
                \(FramePage.texts("name", form.names, label: scene.words("people.name"), parts))\(fields(scene, form, parts))
                """))
            """
    }

    static func edit(
        _ scene: Scene, _ organisation: Organisation, _ form: OrganisationForm, renaming: Localized? = nil, from: String = "",
        _ complaints: Complaints
    ) -> Markup {
        let parts = FormParts(scene.words, complaints)
        let base = "/desk/organisations/\(organisation.id)"
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/organisations"))\(parts.summary)\
            <p><a href="\(url: scene.link(organisation.path))">\(scene.words("people.organisation.public"))</a></p>\
            \(FramePage.form(scene, to: base, button: scene.words("people.save"), fields(scene, form, parts)))\
            <section><h2>\(scene.words("people.organisation.rename"))</h2>\
            \(FramePage.form(
                scene, to: base + "/names", button: scene.words("people.organisation.rename"),
                """
                \(FramePage.texts("name", renaming ?? organisation.names, label: scene.words("people.name"), parts))\
                \(parts.input("from", label: scene.words("people.from"), value: from, help: scene.words("people.organisation.from.help")))
                """))</section>\(former(scene, organisation))
            """
    }

    private static func fields(_ scene: Scene, _ form: OrganisationForm, _ parts: FormParts) -> Markup {
        let words = scene.words
        let kinds = Organisation.Kind.allCases.map { (value: $0.rawValue, label: words("people.kind.\($0.rawValue)")) }
        let countries = words.sorted(Country.codes.map { (value: $0, label: words.country($0)) }) { $0.label }
        return """
            \(parts.choice("kind", label: words("people.kind"), options: kinds, selected: form.kind))\
            \(parts.choice("country", label: words("people.country"), options: [("", "–")] + countries, selected: form.country))\
            \(parts.input("website", label: words("people.website"), value: form.website, type: "url", help: words("people.website.help")))\
            \(parts.input("ror", label: "ROR", value: form.ror, help: words("people.ror.help")))
            """
    }
}
