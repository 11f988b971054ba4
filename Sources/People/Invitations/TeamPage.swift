import Base
import HTML

/// Who works on an event, or everywhere, and who is invited to.
enum TeamPage {
    struct View: Sendable {
        /// Nil for everywhere.
        let event: Reference?
        let members: [(person: Person, grants: [Grant])]
        /// The parts of the event to which an editor can be bound.
        let parts: [Reference]
        let invitations: [Invitation]
        let form: InvitationForm
        let complaints: Complaints
        var base: String { event.map { "/desk\($0.path)/team" } ?? "/desk/team" }
        /// What can be given there.
        var roles: [Role] { event == nil ? Role.allCases : [.reader, .editor, .organiser] }

        func name(_ grant: Grant, _ words: Words) -> String {
            RolePage.name(grant, parts.first { $0.id == grant.part }, words)
        }
    }

    static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let back = view.event.map { event -> Markup in
            let path = scene.link("/desk\(event.path)/programme")
            return """
                <nav class="breadcrumb" aria-label="\(words("team.breadcrumb"))"><ol><li><a href="\(url: scene.link("/desk"))">\(words("frame.desk"))</a></li>\
                <li><a href="\(url: path)">\(scene.text(event.title))</a></li><li aria-current="page">\(words("team.title"))</li></ol></nav>
                """
        }
        return """
            \(back ?? FramePage.deskPlaces(scene, current: "/desk/team"))\
            \(FormParts(words, view.complaints).summary)\
            <p class="lede">\(words(view.event == nil ? "team.lede.everywhere" : "team.lede"))</p>\
            \(members(scene, view))\(waiting(scene, view), if: !view.invitations.isEmpty)\(invite(scene, view))
            """
    }

    private static func members(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard !view.members.isEmpty else { return "<p>\(words("team.empty"))</p>" }
        return FramePage.table(
            words("team.members"), heads: [words("people.name"), words("people.roles")],
            rows: each(words.sorted(view.members) { $0.person.sorting }) { member in
                """
                <tr><th scope="row" dir="auto">\(member.person.name)</th><td>\(each(member.grants) { grant in
                    remove(scene, view, member.person, grant)
                })</td></tr>

                """
            })
    }

    private static func remove(_ scene: Scene, _ view: View, _ person: Person, _ grant: Grant) -> Markup {
        let words = scene.words
        let name = view.name(grant, words)
        return """
            <form class="inline" method="post" action="\(url: scene.link(view.base + "/end"))">\(scene.guardField)\
            <input type="hidden" name="person" value="\(person.id)"><input type="hidden" name="role" value="\(grant.role.rawValue)">\
            <input type="hidden" name="part" value="\(grant.part?.text ?? "")"><span>\(name)</span> <button class="button quiet" type="submit">\(words("team.remove"))\
            <span class="visually-hidden"> \(person.name), \(name)</span></button></form>
            """
    }

    private static func waiting(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let heads = ["people.email", "people.role", "team.state"].map { words($0) }
        return """
            <section class="panel" aria-labelledby="waiting"><h2 id="waiting">\(words("team.waiting"))</h2>\
            \(FramePage.table(words("team.waiting"), heads: heads, rows: each(view.invitations) { row(scene, view, $0) }))</section>
            """
    }

    private static func row(_ scene: Scene, _ view: View, _ invitation: Invitation) -> Markup {
        let words = scene.words
        let key = invitation.state(at: scene.now) == .open ? "team.until" : "team.over"
        let state = words(key, ["date": words.date(invitation.expiresAt.wall().date)])
        func button(_ verb: String, _ key: String) -> Markup {
            """
            <form class="inline" method="post" action="\(url: scene.link("\(view.base)/\(invitation.id)/\(verb)"))">\
            \(scene.guardField)<button class="button quiet" type="submit">\(words(key))\
            <span class="visually-hidden"> \(invitation.email)</span></button></form>
            """
        }
        return """
            <tr><th scope="row"><bdi>\(invitation.email)</bdi></th><td>\(view.name(invitation.grant, words))</td>\
            <td><p>\(state)</p>\(button("again", "team.again")) \(button("withdraw", "team.withdraw"))</td></tr>

            """
    }

    private static func invite(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let roles = view.roles.map { (value: $0.rawValue, label: words("people.role.\($0.rawValue)")) }
        let tracks =
            [(value: "", label: words("team.part.all"))]
            + view.parts.map { (value: $0.id.text, label: $0.title.text(scene.language)) }
        let languages = Language.allCases.map { (value: $0.rawValue, label: words.languageName($0.rawValue)) }
        let chosen = view.form.language.isEmpty ? scene.language.rawValue : view.form.language
        return """
            <section class="panel" aria-labelledby="invite"><h2 id="invite">\(words("team.invite"))</h2>\
            \(FramePage.form(
                scene, to: view.base, button: words("team.invite.send"),
                """
                \(parts.input("email", label: words("people.email"), value: view.form.email, type: "email",
                              help: words("team.invite.help", ["days": words.number(Invitation.days)]), required: true,
                              autocomplete: "off"))\
                \(parts.choice("role", label: words("people.role"), options: roles, selected: view.form.role,
                               help: words("team.roles.help")))\
                \(parts.choice("part", label: words("team.part"), options: tracks, selected: view.form.part,
                               help: words("team.part.help")), if: !view.parts.isEmpty)\
                \(parts.choice("language", label: words("team.language"), options: languages, selected: chosen))
                """))</section>
            """
    }
}
