import Base
import HTML

/// One's own password: set, changed, removed.
enum PasswordPage {
    struct View: Sendable {
        /// When it was set; nil if there is none.
        let changed: Instant?
        /// She signed in a moment ago, and need not prove who she is.
        let isFresh: Bool
        /// For password keepers, beside the new password.
        let email: String?
        let complaints: Complaints
    }

    static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let has = view.changed != nil
        let title = words(has ? "password.change" : "password.set")
        return """
            \(AccountPage.places(scene, current: "/account/password"))\(parts.summary)\
            <p class="lede">\(words("password.lede"))</p>\
            \(given(view.changed) { "<p>\(words("password.since", ["date": words.date($0.wall().date)]))</p>" })\
            \(AccountPage.signInAgain(scene, next: "/account/password"), if: !has && !view.isFresh)\
            \(FramePage.form(
                scene, to: "/account/password", button: title,
                """
                \(keeper(view))\(old(view, parts), if: has && !view.isFresh)\
                \(parts.input("password", label: words("password.new"), type: "password",
                              help: words("password.help", ["count": String(Password.shortest)]), required: true,
                              autocomplete: "new-password"))
                """), if: has || view.isFresh)\
            \(removal(scene, view, parts), if: has)
            """
    }

    private static func old(_ view: View, _ parts: FormParts) -> Markup {
        parts.input(
            "old", label: parts.words("password.old"), type: "password", required: true, autocomplete: "current-password")
    }

    /// So that a password keeper knows whose password it is.
    private static func keeper(_ view: View) -> Markup {
        given(view.email) {
            #"<input class="visually-hidden" type="email" name="username" value="\#($0)" autocomplete="username" readonly tabindex="-1" aria-hidden="true">"#
        }
    }

    private static func removal(_ scene: Scene, _ view: View, _ parts: FormParts) -> Markup {
        let words = scene.words
        return """
            <section class="panel" aria-labelledby="remove-title"><h2 id="remove-title">\(words("password.remove"))</h2>\
            <p>\(words("password.remove.help"))</p>\
            \(FramePage.form(
                scene, to: "/account/password/remove", button: words("password.remove"),
                view.isFresh ? .empty : parts.input(
                    "remove-old", label: words("password.old"), type: "password", required: true,
                    autocomplete: "current-password")))</section>
            """
    }
}
