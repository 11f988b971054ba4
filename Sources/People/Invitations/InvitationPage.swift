import Base
import HTML

/// What somebody sees who opens the letter of an invitation.
enum InvitationPage {
    struct View: Sendable {
        let inviter: String
        let grant: Grant
        /// What the role is bound to.
        let part: Reference?
        /// The event; nil for everywhere.
        let place: Reference?
        let email: String
        /// Nobody has the address: her name is asked.
        let isNew: Bool
        /// Somebody else is signed in here.
        let otherName: String?
        let name: String
        let complaints: Complaints
    }

    static func main(_ scene: Scene, token: String, siteName: String, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let place = view.place?.title.text(scene.language) ?? siteName
        let role = RolePage.name(view.grant, view.part, words)
        let text = words("invitation.text", ["inviter": view.inviter, "role": role, "place": place])
        return """
            \(parts.summary)<p class="lede">\(text)</p><p>\(words("invitation.address")) <bdi>\(view.email)</bdi></p>\
            \(given(view.otherName) { #"<p class="notice warn">\#(words("invitation.other", ["name": $0]))</p>"# })\
            \(FramePage.form(
                scene, to: "/invitation/\(token)", button: words("invitation.accept"),
                view.isNew ? parts.input(
                    "name", label: words("people.name"), value: view.name, help: words("people.person.name.help"),
                    required: true, autocomplete: "name") : .empty), if: view.otherName == nil)\
            <p class="meta">\(words(view.isNew ? "invitation.new" : "invitation.known"))</p>
            """
    }
}
