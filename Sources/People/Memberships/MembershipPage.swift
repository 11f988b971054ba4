import Base
import HTML

/// The alliance's members: for everyone on a day, and for the desk.
enum MembershipPage {
    static func masthead(_ scene: Scene, _ roll: MemberRoll) -> Markup {
        let words = scene.words
        let kinds = roll.kinds.map { words("member.count.\($0.kind.rawValue)", count: $0.count) }
        let lede = words(
            "member.lede",
            [
                "kinds": words.list(kinds), "countries": words("member.countries", count: roll.countries.count),
                "continents": words("member.continents", count: roll.continents.count),
            ])
        return FramePage.masthead(
            "\(words("member.title"))", band: "members", eyebrow: words("member.on", ["date": words.date(roll.day)]),
            lede: roll.count == 0 ? words("member.none") : lede)
    }

    static func members(_ scene: Scene, _ roll: MemberRoll) -> Markup {
        """
        \(dayForm(scene, roll.day))\(figures(scene, roll))\(map(scene, roll), if: roll.count > 0)\(each(roll.byContinent) { continent, members in
            section(scene, continent, members)
        })
        """
    }

    private static func dayForm(_ scene: Scene, _ day: CalendarDate) -> Markup {
        """
        <form class="row" method="get" action="/members">\(each(scene.kept) { kept in
            #"<input type="hidden" name="\#(kept.name)" value="\#(kept.value)">"#
        })<div class="field"><label for="on">\(scene.words("member.day"))</label>\
        <input id="on" name="on" type="date" value="\(day.description)"></div>\
        <div class="field"><button class="button quiet" type="submit">\(scene.words("member.show"))</button></div></form>
        """
    }

    private static func figures(_ scene: Scene, _ roll: MemberRoll) -> Markup {
        guard roll.count > 0 else { return .empty }
        let words = scene.words
        var cards = [(words("member.figure.members"), roll.count)]
        cards += roll.kinds.map { (words("member.figure.\($0.kind.rawValue)"), $0.count) }
        cards += [
            (words("member.figure.countries"), roll.countries.count), (words("member.figure.continents"), roll.continents.count),
        ]
        return """
            <ul class="counts">\(each(cards) { label, number in "<li><b>\(words.number(number))</b> \(label)</li>" })</ul>
            """
    }

    /// The picture of the tables below: a dot a member, coloured by type.
    private static func map(_ scene: Scene, _ roll: MemberRoll) -> Markup {
        let places: [WorldMap.Place] = roll.members.compactMap { member in
            let country = member.organisation.country.code
            guard let point = CountryPoint.of(country) else { return nil }
            let label = "\(member.names.text(scene.language)), \(scene.words.country(country))"
            return (point.latitude, point.longitude, label, member.kind.rawValue)
        }
        let map = WorldMap.markup(
            places: places, title: scene.words("member.map"), description: scene.words("member.map.help"))
        return """
            <figure class="map">\(map)<figcaption><ul class="legend">\(each(roll.kinds) { one in
                #"<li class="dot-\#(one.kind.rawValue)">\#(scene.words("member.figure.\(one.kind.rawValue)"))</li>"#
            })</ul></figcaption></figure>
            """
    }

    private static func section(_ scene: Scene, _ continent: Continent, _ members: [MemberRoll.Member]) -> Markup {
        let words = scene.words
        let name = words("people.continent.\(continent.rawValue)")
        let sorted = words.sorted(members) { $0.names.text(scene.language) }
        return """
            <section><h2>\(name)</h2>\(FramePage.table(
                name, heads: [words("people.name"), words("people.country"), words("people.kind"), words("member.since")],
                rows: each(sorted) { member in
                    """
                    <tr><th scope="row"><a href="\(url: scene.link(member.organisation.path))">\(scene.text(member.names))</a></th>\
                    <td>\(words.country(member.organisation.country.code))</td><td>\(words("people.kind.\(member.kind.rawValue)"))</td>\
                    <td>\(given(member.since) { FramePage.date($0, words) })</td></tr>
                    """
                }, stacked: true))</section>
            """
    }

    static func list(
        _ scene: Scene, _ memberships: [Membership], organisations: [Organisation], _ form: MembershipForm,
        _ complaints: Complaints
    ) -> Markup {
        let words = scene.words
        let today = scene.now.wall().date
        let sorted = words.sorted(memberships) { $0.name(on: today).text(scene.language) }
        return """
            \(FramePage.deskPlaces(scene, current: "/desk/members"))\(FormParts(words, complaints).summary)\
            \(FramePage.table(
                words("people.desk.members"),
                heads: [words("people.name"), words("people.kind")] + Membership.Step.allCases.map { words("member.step.\($0.rawValue)") },
                rows: each(sorted) { row(scene, $0, today) }))\(application(scene, organisations, form, complaints))
            """
    }

    private static func row(_ scene: Scene, _ membership: Membership, _ today: CalendarDate) -> Markup {
        """
        <tr><th scope="row"><a href="\(url: scene.link("/desk/members/\(membership.id)"))">\(scene.text(membership.name(on: today)))</a></th>\
        <td>\(scene.words("people.kind.\(membership.kind(on: today).rawValue)"))</td>\(each(Membership.Step.allCases) { step in
            "<td>\(given(membership.steps[step]) { FramePage.date($0.on, scene.words) })</td>"
        })</tr>
        """
    }

    private static func application(
        _ scene: Scene, _ organisations: [Organisation], _ form: MembershipForm, _ complaints: Complaints
    ) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        let named = organisations.map { (value: $0.id.text, label: $0.names.text(scene.language)) }
        let options = [(value: "", label: "–")] + words.sorted(named) { $0.label }
        return """
            <section class="panel"><h2>\(words("member.apply"))</h2>\(FramePage.form(
                scene, to: "/desk/members", button: words("member.apply"),
                """
                \(parts.choice(form.name("organisation"), label: words("people.organisation"), options: options, selected: form.organisation))\
                \(kind(form, parts))\(dated(form, parts))
                """))</section>
            """
    }

    /// One membership with the steps that can be recorded; `form` is the one that was sent and complained of.
    static func edit(_ scene: Scene, _ membership: Membership, _ form: MembershipForm, _ complaints: Complaints) -> Markup {
        let words = scene.words
        let summary = FormParts(words, complaints).summary
        let past = FramePage.table(
            words("people.desk.members"),
            heads: [words("people.name"), words("people.kind")]
                + Membership.Step.allCases.map { words("member.step.\($0.rawValue)") },
            rows: row(scene, membership, scene.now.wall().date))
        let forms = each(MembershipForm.Purpose.recorded) { purpose in
            let sent = form.purpose == purpose
            let parts = FormParts(words, sent ? complaints : Complaints())
            return step(scene, membership, sent ? form : MembershipForm(purpose), parts)
        }
        return "\(FramePage.deskPlaces(scene, current: "/desk/members"))\(summary)\(past)\(forms)"
    }

    private static func step(_ scene: Scene, _ membership: Membership, _ form: MembershipForm, _ parts: FormParts) -> Markup {
        let words = scene.words
        let name = words("member.\(form.purpose.rawValue)")
        let changes = each(membership.kinds.dropFirst()) { change in
            "<li>\(words.date(change.from)): \(words("people.kind.\(change.kind.rawValue)"))</li>"
        }
        let fields: Markup =
            form.purpose == .kind ? "\(kind(form, parts))\(dated(form, parts, sourced: false))" : dated(form, parts)
        return """
            <section class="panel"><h2>\(name)</h2>\("<ul>\(changes)</ul>", if: form.purpose == .kind && !changes.isEmpty)\
            \(FramePage.form(scene, to: "/desk/members/\(membership.id)/\(form.purpose.rawValue)", button: name, fields))</section>
            """
    }

    private static func kind(_ form: MembershipForm, _ parts: FormParts) -> Markup {
        let kinds = Organisation.Kind.allCases.map { (value: $0.rawValue, label: parts.words("people.kind.\($0.rawValue)")) }
        return parts.choice(form.name("kind"), label: parts.words("people.kind"), options: kinds, selected: form.kind)
    }

    private static func dated(_ form: MembershipForm, _ parts: FormParts, sourced: Bool = true) -> Markup {
        let words = parts.words
        let help = sourced ? words("member.date.help") : words("member.day.help")
        let source = parts.input(
            form.name("source"), label: words("member.source"), value: form.source, help: words("member.source.help"))
        return """
            \(parts.input(form.name("on"), label: words("member.date"), value: form.on, help: help))\(source, if: sourced)
            """
    }
}
