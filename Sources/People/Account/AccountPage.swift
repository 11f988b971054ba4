import Base
import HTML

/// The hub of one's account, and what its pages share.
enum AccountPage {
    struct View: Sendable {
        let name: String
        let email: String?
        let hasPassword: Bool
        let providers: [String]
        let browsers: Int
        let roles: [Role]
    }

    private static let all = [
        ("account.title", "/account"), ("profile.title", "/account/profile"), ("ways.title", "/account/sign-ins"),
        ("password.title", "/account/password"), ("sitting.title", "/account/sessions"), ("token.title", "/account/tokens"),
        ("personal.title", "/account/data"),
    ]

    /// The account's places, with the current one marked.
    static func places(_ scene: Scene, current: String) -> Markup {
        """
        <nav aria-label="\(scene.words("account.title"))"><ul class="tabs">\(each(all) { key, path in
            #"<li><a href="\#(url: scene.link(path))"\#(#" aria-current="page""#, if: path == current)>\#(scene.words(key))</a></li>"#
        })</ul></nav>
        """
    }

    static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let roles = words.list(view.roles.map { words("people.role.\($0.rawValue)") })
        let ways =
            [view.email.map { words("ways.letter", ["email": $0]) }, view.hasPassword ? words("ways.password") : nil]
            .compactMap { $0 } + view.providers
        return """
            \(places(scene, current: "/account"))<dl class="account">\
            \(line(words("people.name"), #"<span dir="auto">\#(view.name)</span>"#, scene, "/account/profile"))\
            \(line(words("ways.title"), "\(words.list(ways))", scene, "/account/sign-ins"))\
            \(line(words("sitting.title"), "\(words("sitting.count", count: view.browsers))", scene, "/account/sessions"))\
            \(line(words("people.roles"), "\(roles)", scene, "/desk"), if: !view.roles.isEmpty)\
            </dl>\(languages(scene))\
            <form method="post" action="\(url: scene.link("/sign-out"))">\(scene.guardField)\
            <p class="actions"><button class="button quiet" type="submit">\(words("account.signOut"))</button></p></form>
            """
    }

    /// Where something asks for a fresh sign-in.
    static func signInAgain(_ scene: Scene, next: String) -> Markup {
        let path = scene.link("/sign-in?next=" + percentEncoded(next))
        return """
            <div class="notice"><p>\(scene.words("account.again"))</p>\
            <p><a class="button" href="\(url: path)">\(scene.words("account.again.go"))</a></p></div>
            """
    }

    private static func line(_ name: String, _ value: Markup, _ scene: Scene, _ path: String) -> Markup {
        """
        <div><dt>\(name)</dt><dd>\(value)</dd><dd><a href="\(url: scene.link(path))">\(scene.words("account.look"))\
        <span class="visually-hidden"> \(name)</span></a></dd></div>
        """
    }

    /// The pages' language goes by the address; the letters' is in the profile.
    private static func languages(_ scene: Scene) -> Markup {
        """
        <section aria-labelledby="language"><h2 id="language">\(scene.words("account.language"))</h2>\
        <ul class="chips">\(each(Language.allCases) { language in
            """
            <li><a href="\(url: "/account?lang=\(language.rawValue)")" lang="\(language.rawValue)" hreflang="\(language.rawValue)" \
            dir="\(language.direction)"\(#" aria-current="true""#, if: language == scene.language)>\(language.autonym)</a></li>
            """
        })</ul><p class="meta">\(scene.words("account.language.help"))</p></section>
        """
    }
}
