import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of signing in and out.
struct SignInRoutes: Sendable {
    let hasher: PasswordHasher
    /// Other ways in, by name.
    let providers: [SignInProvider]

    var routes: [Route] { [ask, send, code, type, link, open, out] }

    private var ask: Route {
        Route(.get, "/sign-in", .anyone, query: ["next"]) { [self] exchange in
            door(exchange, SignInForm(next: NextPath(exchange.query["next"])), Complaints())
        }
    }

    private func door(_ exchange: Exchange, _ form: SignInForm, _ complaints: Complaints) -> Answer {
        let main = SignInPage.ask(exchange.scene(withForms: true), form, providers.map { ($0.key, $0.name) }, complaints)
        return exchange.signInPage("signin.title", main, complaints)
    }

    /// With a password it signs in; without one it sends a letter.
    private var send: Route {
        Route(.post, "/sign-in", .anyone, rate: 20) { [self] exchange in
            let form = SignInForm(exchange.form.fields)
            return try await exchange.answering {
                let address = try form.address()
                return form.password.isEmpty
                    ? try await letter(exchange, address, form) : try await password(exchange, address, form)
            } otherwise: {
                door(exchange, form, $0)
            }
        }
    }

    private func letter(_ exchange: Exchange, _ address: String, _ form: SignInForm) async throws -> Answer {
        let browser = try exchange.ownBrowser()
        let (site, base, words) = (exchange.hall.siteName, exchange.hall.baseURL, exchange.words)
        try await exchange.database.write { tx in
            guard let asked = try SignInActions.ask(address, browser: browser, next: form.next?.path, in: tx) else { return }
            try tx.post(SignInMail.letter(asked, siteName: site, baseURL: base, words: words))
        }
        return exchange.seeOther("/sign-in/code", showsItself: true)
    }

    /// Address and password: one computation whoever asks and whatever is wrong, and one answer for all that is wrong.
    private func password(_ exchange: Exchange, _ address: String, _ form: SignInForm) async throws -> Answer {
        let (browser, device, decoy, origin) = (try exchange.ownBrowser(), exchange.device, hasher.decoy, exchange.origin)
        let attempt = try await exchange.database.write {
            try PasswordActions.begin(address, origin: origin, decoy: decoy, in: $0)
        }
        guard try await hasher.matches(form.password, attempt.hash) else {
            throw Complaints("password", "password.refusal.wrong")
        }
        let better = hasher.isOutdated(attempt.hash) ? try await hasher.rehash(form.password) : nil
        let signed = try await exchange.database.write {
            try PasswordActions.finish(
                attempt, better: better, browser: browser, device: device, next: form.next?.path, in: $0)
        }
        guard let signed else { throw Complaints("password", "password.refusal.wrong") }
        return exchange.welcome(signed)
    }

    private var code: Route {
        Route(.get, "/sign-in/code", .anyone) { exchange in
            exchange.signInPage("signin.code.title", SignInPage.code(exchange.scene(withForms: true), Complaints()))
        }
    }

    private var type: Route {
        Route(.post, "/sign-in/code", .anyone, rate: 10) { exchange in
            let (browser, device) = (try exchange.ownBrowser(), exchange.device)
            let code = exchange.form.line("code")
            let signed = try await exchange.database.write {
                try SignInActions.type(code, browser: browser, device: device, in: $0)
            }
            guard let signed else {
                let wrong = Complaints("code", "signin.refusal.code")
                return exchange.signInPage(
                    "signin.code.title", SignInPage.code(exchange.scene(withForms: true), wrong), wrong)
            }
            return exchange.welcome(signed)
        }
    }

    private var link: Route {
        Route(.get, "/sign-in/:token", .anyone, rate: 30) { [self] exchange in
            try await linkPage(exchange, PersonForm(), Complaints())
        }
    }

    private var open: Route {
        Route(.post, "/sign-in/:token", .anyone, rate: 10) { [self] exchange in
            let (browser, device) = (try exchange.ownBrowser(), exchange.device)
            let token = exchange.parameters["token"] ?? ""
            let form = PersonForm(exchange.form.fields)
            return try await exchange.answering {
                let newcomer = exchange.form["email"] == nil ? nil : try form.draft()
                let signed = try await exchange.database.write {
                    try SignInActions.open(token, browser: browser, device: device, newcomer: newcomer, in: $0)
                }
                return exchange.welcome(signed)
            } otherwise: {
                try await linkPage(exchange, form, $0)
            }
        }
    }

    private var out: Route {
        Route(.post, "/sign-out", .anyone) { exchange in
            let browser = try exchange.ownBrowser()
            let viewer = exchange.viewer
            try await exchange.database.write { try SignInActions.signOut(browser: browser, by: viewer, in: $0) }
            var answer = exchange.seeOther("/", showsItself: true).remembering(FormGuard.newSecret(), exchange)
            // Not the cookies: the new secret stays, and what somebody without an account has starred.
            // Nor what a device at a door has scanned and not sent yet: it is other people's coming in.
            let isKeeping = BrowserCookie.isKeeping(exchange.fields[.cookie])
            if let name = HTTPField.Name("Clear-Site-Data") {
                answer.fields[name] = isKeeping ? #""cache""# : #""cache", "storage""#
            }
            return answer
        }
    }

    private func linkPage(_ exchange: Exchange, _ form: PersonForm, _ complaints: Complaints) async throws -> Answer {
        let token = exchange.parameters["token"] ?? ""
        let digest = FormGuard.digest(token)
        let asking = exchange.browser.map(FormGuard.digest)
        let scene = exchange.scene(withForms: true)
        let found = try await exchange.database.read { tx in
            try SignInStore.find(digest, in: tx).map { (state: $0.state(at: tx.now, for: asking), isFirst: $0.person == nil) }
        }
        guard let found, found.state != .over else { throw Refusal(.gone, "signin.refusal.link") }
        if found.state == .otherBrowser {
            return exchange.signInPage("signin.otherBrowser.title", SignInPage.otherBrowser(scene)).sealed()
        }
        let main = SignInPage.link(scene, token: token, asksName: found.isFirst, form, complaints)
        return exchange.signInPage(found.isFirst ? "signin.administrator" : "signin.title", main, complaints).sealed()
    }
}
