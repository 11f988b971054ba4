import Base
import HTML

/// Ways in: one's own, and the pages between here and a provider.
enum ProviderPage {
    struct View: Sendable {
        let email: String?
        let hasPassword: Bool
        let links: [(link: ProviderLink, name: String)]
        /// Providers that are not linked yet: key and name.
        let others: [(key: String, name: String)]
        let isFresh: Bool
    }

    static func ways(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let canChange = !view.links.isEmpty || !view.others.isEmpty
        let password = """
            <li>\(words(view.hasPassword ? "ways.password" : "ways.noPassword")) · \
            <a href="\(url: scene.link("/account/password"))">\(words("password.title"))</a></li>
            """ as Markup
        return """
            \(AccountPage.places(scene, current: "/account/sign-ins"))<p class="lede">\(words("ways.lede"))</p>\
            <ul class="plain">\(given(view.email) { "<li>\(words("ways.letter", ["email": $0]))</li>" })\(password)\
            \(each(view.links) { linked(scene, $0.link, $0.name, view.isFresh) })</ul>\
            \(AccountPage.signInAgain(scene, next: "/account/sign-ins"), if: canChange && !view.isFresh)\
            \(each(view.isFresh ? view.others : []) { key, name in
                """
                <form method="post" action="\(url: scene.link("/account/sign-ins/with/\(key)"))">\(scene.guardField)\
                <p><button class="button" type="submit">\(words("ways.link", ["name": name]))</button></p></form>
                """
            })
            """
    }

    private static func linked(_ scene: Scene, _ link: ProviderLink, _ name: String, _ isFresh: Bool) -> Markup {
        let words = scene.words
        let end: Markup = """
            <form class="inline" method="post" action="\(url: scene.link("/account/sign-ins/\(link.id)/end"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("ways.unlink"))<span class="visually-hidden"> \(name)</span></button></form>
            """
        return """
            <li><bdi>\(name)</bdi> <span class="meta">\(words("ways.since", ["date": words.date(link.linkedAt.wall().date)]))</span> \
            \(end, if: isFresh)</li>
            """
    }

    /// The page that leads to a provider. It goes on by itself; the link is for browsers that do not.
    static func departure(_ scene: Scene, name: String, address: String) -> Markup {
        """
        <p>\(scene.words("provider.leaving", ["name": name]))</p>\
        <p><a class="button" rel="noreferrer" href="\(url: address)">\(scene.words("provider.go", ["name": name]))</a></p>
        """
    }

    static func unknown(_ scene: Scene, name: String) -> Markup {
        let words = scene.words
        return """
            <p>\(words("provider.unknown", ["name": name]))</p>\
            <p><a class="button" href="\(url: scene.link("/sign-in?next=/account/sign-ins"))">\(words("frame.signIn"))</a></p>
            """
    }

    static func failed(_ scene: Scene, name: String) -> Markup {
        let words = scene.words
        return """
            <p>\(words("provider.failed", ["name": name]))</p>\
            <p><a class="button" href="\(url: scene.link("/sign-in"))">\(words("provider.again"))</a></p>
            """
    }
}
