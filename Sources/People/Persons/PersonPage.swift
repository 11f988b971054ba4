import Base
import HTML

/// The desk's pages of persons: their names, affiliations and roles.
package enum PersonPage {
    /// What the list shows of all persons.
    package struct Register: Sendable {
        let persons: [Person]
        let affiliations: [Identifier: [Affiliation]]
        let organisations: [Identifier: Organisation]
        let grants: [Identifier: Set<Grant>]
    }
    /// What the page of one person shows; `events` are the places where a role can be given.
    struct Profile: Sendable {
        let person: Person
        let affiliations: [Affiliation]
        let organisations: [Organisation]
        let grants: Set<Grant>
        let events: [Reference]
        /// The parts of events that roles are bound to.
        let parts: [Reference]
    }
    /// What was typed into one of the page's forms, and complained of.
    struct Typed: Sendable {
        var person: PersonForm?
        var affiliation = AffiliationForm()
        var complaints = Complaints()
    }

    static func list(_ scene: Scene, _ register: Register) -> Markup {
        let words = scene.words
        let today = scene.now.wall().date
        let sorted = words.sorted(register.persons) { $0.sorting }
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/people"))\
            <p><a class="button" href="\(url: scene.link("/desk/people/new"))">\(words("people.person.new"))</a></p>\
            \(FramePage.table(
                words("people.desk.people"),
                heads: [words("people.name"), words("people.person.affiliations"), words("people.email"), words("people.roles")],
                rows: each(sorted) { person in
                    let held = (register.affiliations[person.id] ?? []).filter { $0.holds(on: today) }
                    return """
                        <tr><th scope="row"><a href="\(url: scene.link("/desk/people/\(person.id)"))">\(name(person))</a></th>\
                        <td>\(each(held) { "<div>\(post(scene, $0, register.organisations[$0.organisation]))</div>" })</td>\
                        <td>\(person.email)</td><td>\(roles(words, register.grants[person.id] ?? []))</td></tr>
                        """
                }, stacked: true))
            """
    }

    static func new(_ scene: Scene, _ form: PersonForm, _ complaints: Complaints) -> Markup {
        let parts = FormParts(scene.words, complaints)
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/people"))\(parts.summary)\
            \(FramePage.form(scene, to: "/desk/people", button: scene.words("people.save"), fields(form, parts)))
            """
    }

    static func edit(_ scene: Scene, _ profile: Profile, _ typed: Typed) -> Markup {
        let words = scene.words
        let parts = FormParts(words, typed.complaints)
        let base = "/desk/people/\(profile.person.id)"
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/people"))\(parts.summary)\
            \(FramePage.form(scene, to: base, button: words("people.save"), fields(typed.person ?? PersonForm(profile.person), parts)))\
            \(affiliations(scene, profile, typed.affiliation, parts))\(roles(scene, profile, parts))\
            <p><a href="\(url: scene.link(base + "/merge"))">\(words("personal.merge"))</a></p>
            """
    }

    private static func fields(_ form: PersonForm, _ parts: FormParts) -> Markup {
        let words = parts.words
        return """
            \(parts.input("name", label: words("people.name"), value: form.name, help: words("people.person.name.help"), required: true))\
            \(parts.input("latin", label: words("people.person.latin"), value: form.latin, help: words("people.person.latin.help")))\
            \(parts.input("sort", label: words("people.person.sort"), value: form.sortKey, help: words("people.person.sort.help")))\
            \(parts.input("email", label: words("people.email"), value: form.email, type: "email"))
            """
    }

    private static func affiliations(_ scene: Scene, _ profile: Profile, _ form: AffiliationForm, _ parts: FormParts) -> Markup {
        let words = scene.words
        let known = Dictionary(profile.organisations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let named = profile.organisations.map { (value: $0.id.text, label: $0.names.text(scene.language)) }
        let options = [(value: "", label: "–")] + words.sorted(named) { $0.label }
        return """
            <section class="panel"><h2>\(words("people.person.affiliations"))</h2><ul class="plain">\(each(profile.affiliations) { held in
                """
                <li>\(post(scene, held, known[held.organisation]))\
                <span class="meta"> \(held.from?.description ?? "…") – \(held.until?.description ?? "…")</span></li>
                """
            })</ul>\(FramePage.form(
                scene, to: "/desk/people/\(profile.person.id)/affiliations", button: words("people.person.affiliate"),
                """
                \(parts.choice("organisation", label: words("people.organisation"), options: options, selected: form.organisation))\
                \(parts.input("title", label: words("people.person.title"), value: form.title))\
                \(parts.input("from", label: words("people.from"), value: form.from, type: "date"))\
                \(parts.input("until", label: words("people.until"), value: form.until, type: "date"))
                """))</section>
            """
    }

    private static func roles(_ scene: Scene, _ profile: Profile, _ parts: FormParts) -> Markup {
        let words = scene.words
        let path = "/desk/people/\(profile.person.id)/roles"
        let roles = Role.allCases.map { (value: $0.rawValue, label: words("people.role.\($0.rawValue)")) }
        let scopes =
            [(value: "", label: words("people.role.everywhere"))]
            + profile.events.map { (value: $0.id.text, label: $0.title.text(scene.language)) }
        return """
            <section class="panel"><h2>\(words("people.roles"))</h2><ul class="plain">\(each(sorted(profile.grants)) { grant in
                """
                <li>\(RolePage.name(grant, profile.parts.first { $0.id == grant.part }, words)) · \(place(scene, grant, profile.events))\
                <form class="inline" method="post" action="\(url: scene.link(path + "/end"))">\(scene.guardField)\
                <input type="hidden" name="role" value="\(grant.role.rawValue)">\
                <input type="hidden" name="scope" value="\(grant.scope?.text ?? "")">\
                <input type="hidden" name="part" value="\(grant.part?.text ?? "")">\
                <button class="button quiet" type="submit">\(words("people.role.end"))</button></form></li>
                """
            })</ul>\(FramePage.form(
                scene, to: path, button: words("people.role.give"),
                """
                \(parts.choice("role", label: words("people.role"), options: roles, selected: Role.reader.rawValue))\
                \(parts.choice("scope", label: words("people.role.where"), options: scopes, help: words("people.role.where.help")))
                """))</section>
            """
    }

    private static func name(_ person: Person) -> Markup {
        #"<span dir="auto">\#(person.name)</span>\#(given(person.latin) { #" <span class="meta">\#($0)</span>"# })"#
    }

    private static func post(_ scene: Scene, _ held: Affiliation, _ organisation: Organisation?) -> Markup {
        let place = given(organisation) { scene.text($0.names) }
        return held.title.isEmpty ? place : #"<span dir="auto">\#(held.title)</span>, \#(place)"#
    }

    private static func place(_ scene: Scene, _ grant: Grant, _ events: [Reference]) -> Markup {
        guard let scope = grant.scope else { return "\(scene.words("people.role.everywhere"))" }
        guard let event = events.first(where: { $0.id == scope }) else { return "\(scene.words("people.role.oneEvent"))" }
        return #"<a href="\#(url: scene.link(event.path))">\#(scene.text(event.title))</a>"#
    }

    private static func roles(_ words: Words, _ grants: Set<Grant>) -> String {
        words.list(Set(grants.map(\.role)).sorted(by: >).map { words("people.role.\($0.rawValue)") })
    }

    private static func sorted(_ grants: Set<Grant>) -> [Grant] {
        grants.sorted { ($1.role, $0.scope?.text ?? "") < ($0.role, $1.scope?.text ?? "") }
    }
}
