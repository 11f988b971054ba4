import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of signing in and out.
enum SignInRoutes {
    static let routes = [ask, send, code, type, link, open, out]

    private static let ask = Route(.get, "/sign-in", .anyone) { exchange in
        page(exchange, "signin.title", SignInPage.ask(exchange.scene(withForms: true), SignInForm(), Complaints()))
    }

    private static let send = Route(.post, "/sign-in", .anyone, rate: 10) { exchange in
        let form = SignInForm(exchange.form.fields)
        return try await exchange.answering {
            let address = try form.address()
            let browser = try browser(exchange)
            let (site, base, words) = (exchange.hall.siteName, exchange.hall.baseURL, exchange.words)
            try await exchange.database.write { tx in
                guard let asked = try SignInActions.ask(address, browser: browser, in: tx) else { return }
                try tx.post(SignInMail.letter(asked, siteName: site, baseURL: base, words: words))
            }
            return exchange.seeOther("/sign-in/code")
        } otherwise: {
            page(exchange, "signin.title", SignInPage.ask(exchange.scene(withForms: true), form, $0), $0)
        }
    }

    private static let code = Route(.get, "/sign-in/code", .anyone) { exchange in
        page(exchange, "signin.code.title", SignInPage.code(exchange.scene(withForms: true), Complaints()))
    }

    private static let type = Route(.post, "/sign-in/code", .anyone, rate: 10) { exchange in
        let browser = try browser(exchange)
        let code = exchange.form.line("code")
        guard let signed = try await exchange.database.write({ try SignInActions.type(code, browser: browser, in: $0) }) else {
            let wrong = Complaints("code", "signin.refusal.code")
            return page(exchange, "signin.code.title", SignInPage.code(exchange.scene(withForms: true), wrong), wrong)
        }
        return welcome(exchange, signed)
    }

    private static let link = Route(.get, "/sign-in/:token", .anyone, rate: 30) { exchange in
        try await linkPage(exchange, PersonForm(), Complaints())
    }

    private static let open = Route(.post, "/sign-in/:token", .anyone, rate: 10) { exchange in
        let browser = try browser(exchange)
        let token = exchange.parameters["token"] ?? ""
        let form = PersonForm(exchange.form.fields)
        return try await exchange.answering {
            let newcomer = exchange.form["email"] == nil ? nil : try form.draft()
            let signed = try await exchange.database.write {
                try SignInActions.open(token, browser: browser, newcomer: newcomer, in: $0)
            }
            return welcome(exchange, signed)
        } otherwise: {
            try await linkPage(exchange, form, $0)
        }
    }

    private static let out = Route(.post, "/sign-out", .anyone) { exchange in
        let browser = try browser(exchange)
        let viewer = exchange.viewer
        try await exchange.database.write { try SignInActions.signOut(browser: browser, by: viewer, in: $0) }
        return cookie(exchange.seeOther("/"), FormGuard.newSecret(), exchange)
    }

    /// The form guard has let the request pass, so there is one.
    private static func browser(_ exchange: Exchange) throws -> String {
        guard let browser = exchange.browser else { throw Refusal(.forbidden, "refusal.forged") }
        return browser
    }

    private static func linkPage(_ exchange: Exchange, _ form: PersonForm, _ complaints: Complaints) async throws -> Answer {
        let token = exchange.parameters["token"] ?? ""
        let digest = FormGuard.digest(token)
        let asking = exchange.browser.map(FormGuard.digest)
        let scene = exchange.scene(withForms: true)
        let found = try await exchange.database.read { tx in
            try SignInStore.find(digest, in: tx).map { (state: $0.state(at: tx.now, for: asking), isFirst: $0.person == nil) }
        }
        guard let found, found.state != .over else { throw Refusal(.gone, "signin.refusal.link") }
        if found.state == .otherBrowser {
            return sealed(page(exchange, "signin.otherBrowser.title", SignInPage.otherBrowser(scene)))
        }
        let main = SignInPage.link(scene, token: token, asksName: found.isFirst, form, complaints)
        return sealed(page(exchange, found.isFirst ? "signin.administrator" : "signin.title", main, complaints))
    }

    /// The address holds the token: no other site may learn it. Not `no-referrer`, with which browsers hide the origin
    /// of the page's own form, too.
    private static func sealed(_ answer: Answer) -> Answer {
        var answer = answer
        if let name = HTTPField.Name("Referrer-Policy") { answer.fields[name] = "same-origin" }
        return answer
    }

    private static func welcome(_ exchange: Exchange, _ signed: SignInActions.SignedIn) -> Answer {
        cookie(exchange.seeOther(signed.isStaff ? "/desk" : "/"), signed.secret, exchange)
    }

    private static func cookie(_ answer: Answer, _ secret: String, _ exchange: Exchange) -> Answer {
        var answer = answer
        answer.fields[.setCookie] = BrowserCookie.set(secret, isSecure: exchange.hall.isSecure)
        return answer
    }

    private static func page(_ exchange: Exchange, _ key: String, _ main: Markup, _ complaints: Complaints = Complaints())
        -> Answer
    {
        let title = exchange.words(key)
        return exchange.page(
            title: title, wing: .convene, masthead: FramePage.masthead("\(title)"), main: #"<div class="signin">\#(main)</div>"#,
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }
}
