import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of one's own password.
struct PasswordRoutes: Sendable {
    let hasher: PasswordHasher

    var routes: [Route] { [show, change, remove] }

    private var show: Route {
        Route(.get, "/account/password", .signedIn) { [self] exchange in try await page(exchange, Complaints()) }
    }

    private func page(_ exchange: Exchange, _ complaints: Complaints) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let browser = exchange.browser ?? ""
        let view = try await exchange.database.read { tx in
            PasswordPage.View(
                changed: try PasswordStore.changed(viewer.person, in: tx),
                isFresh: try SessionStore.sitting(browser, in: tx)?.isFresh(at: tx.now) == true,
                email: try PersonStore.find(viewer.person, in: tx)?.email, complaints: complaints)
        }
        return exchange.accountPage("password.title", PasswordPage.main(exchange.scene(withForms: true), view), complaints)
    }

    private var change: Route {
        Route(.post, "/account/password", .signedIn, rate: 20) { [self] exchange in
            guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
            let form = PasswordForm(exchange.form.fields)
            let browser = try exchange.ownBrowser()
            return try await exchange.answering {
                let proof = try await proof(exchange, form.old, field: "old")
                let email = try await exchange.database.read { try PersonStore.find(viewer.person, in: $0)?.email }
                let hash = try await hasher.hash(try Password(form.new, name: viewer.name, email: email))
                return try await settled(exchange) { tx in
                    let kind: WayInMail.Kind =
                        try PasswordStore.find(viewer.person, in: tx) == nil ? .passwordSet : .passwordChanged
                    return (try PasswordActions.set(hash, proof: proof, browser: browser, by: viewer, in: tx), kind)
                }
            } otherwise: {
                try await page(exchange, $0)
            }
        }
    }

    private var remove: Route {
        Route(.post, "/account/password/remove", .signedIn, rate: 20) { [self] exchange in
            guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
            let browser = try exchange.ownBrowser()
            return try await exchange.answering {
                let proof = try await proof(exchange, exchange.form["remove-old"] ?? "", field: "remove-old")
                return try await settled(exchange) { tx in
                    (try PasswordActions.remove(proof: proof, browser: browser, by: viewer, in: tx), .passwordRemoved)
                }
            } otherwise: {
                try await page(exchange, $0)
            }
        }
    }

    /// The old password where one was typed, counted and compared as at the door; else the fresh sign-in that the verb
    /// looks for.
    private func proof(_ exchange: Exchange, _ old: String, field: String) async throws -> PasswordActions.Proof {
        guard !old.isEmpty else { return .freshSignIn }
        let (viewer, origin) = (exchange.viewer, exchange.origin)
        let attempt = try await exchange.database.write {
            try PasswordActions.beginOwn(origin: origin, by: viewer, in: $0)
        }
        guard let attempt, try await hasher.matches(old, attempt.hash) else {
            throw Complaints(field, "password.refusal.old")
        }
        try await exchange.database.write { try PasswordActions.finishOwn(attempt, in: $0) }
        return .password(attempt.hash)
    }

    /// Does it, writes to the person, and gives this browser its new secret.
    private func settled(
        _ exchange: Exchange, _ work: @escaping @Sendable (Writer) throws -> (secret: String, kind: WayInMail.Kind)
    ) async throws -> Answer {
        let (viewer, site, base, words) = (
            exchange.viewer, exchange.hall.siteName, exchange.hall.baseURL, exchange.words
        )
        let secret = try await exchange.database.write { tx in
            let done = try work(tx)
            if let id = viewer?.person, let person = try PersonStore.find(id, in: tx),
                let letter = WayInMail.letter(done.kind, to: person, siteName: site, baseURL: base, words: words)
            {
                try tx.post(letter)
            }
            return done.secret
        }
        return exchange.seeOther("/account").remembering(secret, exchange)
    }
}
