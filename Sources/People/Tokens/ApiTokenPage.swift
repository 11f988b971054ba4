import Base
import HTML

/// One's own tokens, the form for a new one, and a new one's secret, once.
enum ApiTokenPage {
    struct View: Sendable {
        let tokens: [ApiToken]
        /// Events in which the viewer has a role.
        let events: [Reference]
        let form: ApiTokenForm
        let complaints: Complaints
        /// Of the token that was just made.
        let secret: String?
    }

    static func main(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        return """
            \(AccountPage.places(scene, current: "/account/tokens"))<p class="lede">\(words("token.lede"))</p>\(given(view.secret) { shown($0, words) })\
            <section class="panel" aria-labelledby="tokens-title"><h2 id="tokens-title">\(words("token.list"))</h2>\
            \(list(scene, view))</section>\
            <section class="panel" aria-labelledby="token-new"><h2 id="token-new">\(words("token.new"))</h2>\(form(scene, view))</section>
            """
    }

    private static func shown(_ secret: String, _ words: Words) -> Markup {
        """
        <section class="panel" role="status" aria-labelledby="token-secret"><h2 id="token-secret">\(words("token.made"))</h2>\
        <p>\(words("token.once"))</p><p><code class="tabular" dir="ltr">\(secret)</code></p></section>
        """
    }

    private static func form(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        let parts = FormParts(words, view.complaints)
        let events =
            [(value: "", label: words("token.event.all"))]
            + view.events.map { (value: $0.id.text, label: $0.title.text(scene.language)) }
        let days = ApiToken.terms.map { (value: String($0), label: words("token.days", count: $0)) }
        let fields: Markup = """
            \(parts.summary)\(parts.input("name", label: words("token.name"), value: view.form.name, help: words("token.name.help"),
                                          required: true))\
            <fieldset><legend>\(words("token.scopes"))</legend>\(each(ApiToken.Scope.allCases) { scope in
                parts.box(ApiTokenForm.field(scope), label: words("token.scope.\(scope.word)"),
                          isChecked: view.form.scopes.contains(scope.rawValue))
            })</fieldset>\
            \(parts.choice("event", label: words("token.event"), options: events, selected: view.form.event))\
            \(parts.choice("days", label: words("token.expires"), options: days, selected: view.form.days))
            """
        return FramePage.form(scene, to: "/account/tokens", button: words("token.create"), fields)
    }

    private static func list(_ scene: Scene, _ view: View) -> Markup {
        let words = scene.words
        guard !view.tokens.isEmpty else { return "<p>\(words("token.none"))</p>" }
        let heads = ["token.name", "token.scopes", "token.event", "token.used", "token.state"].map { words($0) }
        return FramePage.table(
            words("token.list"), heads: heads, rows: each(view.tokens) { row(scene, view, $0) })
    }

    private static func row(_ scene: Scene, _ view: View, _ token: ApiToken) -> Markup {
        let words = scene.words
        let scopes = ApiToken.Scope.allCases.filter(token.scopes.contains).map { words("token.scope.\($0.word)") }
        let event = token.event.map { id in view.events.first { $0.id == id }?.title.text(scene.language) ?? "—" }
        return """
            <tr><th scope="row" dir="auto">\(token.name)</th><td>\(words.list(scopes))</td>\
            <td dir="auto">\(event ?? words("token.event.all"))</td>\
            <td>\(token.lastUsedAt.map { words.date($0.wall().date) } ?? words("token.never"))</td><td>\(state(scene, token))</td></tr>
            """
    }

    private static func state(_ scene: Scene, _ token: ApiToken) -> Markup {
        let words = scene.words
        if token.revokedAt != nil { return "\(words("token.state.revoked"))" }
        let day = words.date(token.expiresAt.wall().date)
        if !token.isLive(at: scene.now) { return "\(words("token.state.expired", ["date": day]))" }
        return """
            <p>\(words("token.state.live", ["date": day]))</p>\
            <form class="inline" method="post" action="\(url: scene.link("/account/tokens/\(token.id)/revoke"))">\(scene.guardField)\
            <button class="button quiet" type="submit">\(words("token.revoke"))<span class="visually-hidden"> \(token.name)</span></button></form>
            """
    }
}
