import Base
import HTML

/// The pages of signing in. They say the same to everyone, whether an address is known or not.
enum SignInPage {
    static func ask(_ scene: Scene, _ form: SignInForm, _ complaints: Complaints) -> Markup {
        let words = scene.words
        let parts = FormParts(words, complaints)
        return """
            \(parts.summary)\(FramePage.form(
                scene, to: "/sign-in", button: words("signin.send"),
                parts.input(
                    "email", label: words("people.email"), value: form.email, type: "email", help: words("signin.email.help"),
                    required: true, autocomplete: "email")))\
            <p><a href="\(url: scene.link("/sign-in/code"))">\(words("signin.haveCode"))</a></p>
            """
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
