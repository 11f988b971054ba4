import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of signing in elsewhere.
struct ProviderRoutes: Sendable {
    let providers: [SignInProvider]

    var routes: [Route] { [depart, back, ways, link, unlink] }

    private func provider(_ exchange: Exchange) throws -> SignInProvider {
        let key = exchange.parameters["provider"] ?? ""
        guard let found = providers.first(where: { $0.key == key }) else { throw Refusal(.notFound, "refusal.notFound") }
        return found
    }

    /// Where a provider sends browsers back to: it is registered there, letter by letter.
    private func back(_ provider: SignInProvider, _ exchange: Exchange) -> String {
        "\(exchange.hall.baseURL)/sign-in/back/\(provider.key)"
    }

    private var depart: Route {
        Route(.post, "/sign-in/with/:provider", .anyone, rate: 20) { [self] exchange in
            let provider = try provider(exchange)
            let (browser, back, next) = (
                try exchange.ownBrowser(), back(provider, exchange), NextPath(exchange.form["next"])?.path
            )
            let departure = try await exchange.database.write {
                try ProviderActions.begin(provider.key, back: back, browser: browser, next: next, in: $0)
            }
            return try await leaving(exchange, provider, departure)
        }
    }

    private var link: Route {
        Route(.post, "/account/sign-ins/with/:provider", .signedIn, rate: 20) { [self] exchange in
            guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
            let provider = try provider(exchange)
            let (browser, back) = (try exchange.ownBrowser(), back(provider, exchange))
            let departure = try await exchange.database.write {
                try ProviderActions.beginLinking(
                    provider.key, back: back, browser: browser, by: exchange.viewer, in: $0)
            }
            return try await leaving(exchange, provider, departure)
        }
    }

    /// A page that goes on by itself, and no redirect: our policy lets forms lead to this site only, and browsers hold the
    /// redirect of a form to it.
    private func leaving(
        _ exchange: Exchange, _ provider: SignInProvider, _ departure: SignInProvider.Departure
    ) async throws -> Answer {
        let address = try await provider.depart(departure)
        let main = ProviderPage.departure(exchange.scene(withForms: true), name: provider.name, address: address)
        var answer = exchange.signInPage("signin.title", main).sealed()
        if let name = HTTPField.Name("Refresh") { answer.fields[name] = "0; url=\(address)" }
        return answer
    }

    private var back: Route {
        Route(.get, "/sign-in/back/:provider", .anyone, query: ["code", "state", "error", "iss"], rate: 20) { [self] exchange in
            let provider = try provider(exchange)
            guard let browser = exchange.browser, let state = exchange.query["state"] else {
                throw Refusal(.gone, "provider.refusal.state")
            }
            let request = try await exchange.database.write {
                try ProviderActions.take(state, provider: provider.key, browser: browser, in: $0)
            }
            // RFC 9207: where the provider names itself, it must be the one that was asked.
            let isOther = exchange.query["iss"].map { $0 != provider.issuer } ?? false
            guard exchange.query["error"] == nil, !isOther, let code = exchange.query["code"], !code.isEmpty else {
                return failed(exchange, provider)
            }
            let identity: SignInProvider.Identity
            do {
                identity = try await provider.arrive(code, request.departure)
            } catch is Refusal {
                return failed(exchange, provider)
            }
            return try await arrived(exchange, provider, request, identity)
        }
    }

    private func arrived(
        _ exchange: Exchange, _ provider: SignInProvider, _ request: ProviderRequest, _ identity: SignInProvider.Identity
    ) async throws -> Answer {
        let (viewer, browser, device) = (exchange.viewer, exchange.browser ?? "", exchange.device)
        let (site, base, words) = (exchange.hall.siteName, exchange.hall.baseURL, exchange.words)
        let arrival = try await exchange.database.write { tx in
            let before = try ProviderStore.find(issuer: identity.issuer, subject: identity.subject, in: tx)
            let arrival = try ProviderActions.arrive(
                identity, for: request, trustsEmail: provider.trustsEmail, browser: browser, device: device, by: viewer,
                in: tx)
            let link = try ProviderStore.find(issuer: identity.issuer, subject: identity.subject, in: tx)
            if before == nil, let link, let person = try PersonStore.find(link.person, in: tx),
                let letter = WayInMail.letter(
                    .providerLinked, detail: provider.name, to: person, siteName: site, baseURL: base, words: words)
            {
                try tx.post(letter)
            }
            return arrival
        }
        switch arrival {
        case .signedIn(let signed): return exchange.welcome(signed)
        case .linked: return exchange.seeOther("/account/sign-ins")
        case .unknown:
            let main = ProviderPage.unknown(exchange.scene(withForms: true), name: provider.name)
            return exchange.signInPage("signin.title", main).sealed()
        }
    }

    private func failed(_ exchange: Exchange, _ provider: SignInProvider) -> Answer {
        var answer = exchange.signInPage(
            "signin.title", ProviderPage.failed(exchange.scene(withForms: true), name: provider.name))
        answer.status = .forbidden
        return answer.sealed()
    }

    private var ways: Route {
        Route(.get, "/account/sign-ins", .signedIn) { [self] exchange in
            guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
            let browser = exchange.browser ?? ""
            let view = try await exchange.database.read { tx in
                let links = try ProviderStore.links(of: viewer.person, in: tx)
                let issuers = Set(links.map(\.issuer))
                return ProviderPage.View(
                    email: try PersonStore.find(viewer.person, in: tx)?.email,
                    hasPassword: try PasswordStore.find(viewer.person, in: tx) != nil,
                    links: links.map { ($0, $0.name(among: providers)) },
                    others: providers.filter { !issuers.contains($0.issuer) }.map { ($0.key, $0.name) },
                    isFresh: try SessionStore.sitting(browser, in: tx)?.isFresh(at: tx.now) == true)
            }
            return exchange.accountPage("ways.title", ProviderPage.ways(exchange.scene(withForms: true), view))
        }
    }

    private var unlink: Route {
        Route(.post, "/account/sign-ins/:link/end", .signedIn, rate: 20) { [self] exchange in
            guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
            let (id, browser) = (try exchange.id("link"), try exchange.ownBrowser())
            let (site, base, words) = (exchange.hall.siteName, exchange.hall.baseURL, exchange.words)
            try await exchange.database.write { tx in
                let issuer = try ProviderActions.unlink(id, browser: browser, by: viewer, in: tx)
                let name = providers.first { $0.issuer == issuer }?.name ?? issuer
                if let person = try PersonStore.find(viewer.person, in: tx),
                    let letter = WayInMail.letter(
                        .providerUnlinked, detail: name, to: person, siteName: site, baseURL: base, words: words)
                {
                    try tx.post(letter)
                }
            }
            return exchange.seeOther("/account/sign-ins")
        }
    }
}
