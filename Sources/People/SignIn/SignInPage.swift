import Base
import HTML

/// The pages of signing in. They say the same to everyone, whether an address is known or not.
enum SignInPage {
    /// `providers` are other ways in: key and name.
    static func ask(
        _ scene: Scene, _ form: SignInForm, _ providers: [(key: String, name: String)] = [], _ complaints: Complaints
    ) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        return """
            \(parts.summary)\(FramePage.form(
                scene, to: "/sign-in", button: words("signin.continue"),
                """
                \(parts.input("email", label: words("people.email"), value: form.email, type: "email", required: true,
                              autocomplete: "email"))\
                \(parts.input("password", label: words("signin.password"), type: "password", help: words("signin.password.help"),
                              autocomplete: "current-password"))\(next(form))
                """))\
            \(others(scene, form, providers), if: !providers.isEmpty)\
            <p><a href="\(url: scene.link("/sign-in/code"))">\(words("signin.haveCode"))</a></p>
            """
    }

    private static func others(_ scene: Scene, _ form: SignInForm, _ providers: [(key: String, name: String)]) -> Markup {
        """
        <section aria-labelledby="others"><h2 id="others">\(scene.words("signin.others"))</h2>\(each(providers) { key, name in
            """
            <form method="post" action="\(url: scene.link("/sign-in/with/\(key)"))">\(scene.guardField)\(next(form))\
            <p><button class="button quiet" type="submit">\(scene.words("signin.with", ["name": name]))</button></p></form>
            """
        })</section>
        """
    }

    private static func next(_ form: SignInForm) -> Markup {
        given(form.next) { #"<input type="hidden" name="next" value="\#($0.path)">"# }
    }

    static func code(_ scene: Scene, _ complaints: Complaints) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        return """
            \(parts.summary)<p>\(words("signin.sent", ["minutes": words.number(SignInLink.minutes)]))</p>\(FramePage.form(
                scene, to: "/sign-in/code", button: words("signin.open"),
                parts.input("code", label: words("signin.code"), help: words("signin.code.help"), required: true, autocomplete: "one-time-code")))\
            <p><a href="\(url: scene.link("/sign-in"))">\(words("signin.again"))</a></p>
            """
    }

    /// The page behind the letter's link: a button, since mail programs open links by themselves.
    static func link(_ scene: Scene, token: String, asksName: Bool, _ form: PersonForm, _ complaints: Complaints) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        let fields: Markup = """
            \(parts.input("name", label: words("people.name"), value: form.name, required: true, autocomplete: "name"))\
            \(parts.input("email", label: words("people.email"), value: form.email, type: "email", required: true, autocomplete: "email"))
            """
        return """
            \(parts.summary)\("<p>\(words("signin.administrator.help"))</p>", if: asksName)\
            \(FramePage.form(scene, to: "/sign-in/\(token)", button: words("signin.open"), asksName ? fields : .empty))
            """
    }

    static func otherBrowser(_ scene: Scene) -> Markup {
        """
        <p>\(scene.words("signin.otherBrowser"))</p><p>\(scene.words("signin.otherBrowser.warning"))</p>\
        <p><a href="\(url: scene.link("/sign-in"))">\(scene.words("signin.again"))</a></p>
        """
    }
}
