import Base
import HTML
import HTTPTypes
import Store
import Web

/// One's own tokens. A token cannot reach these addresses: they name no scope.
struct ApiTokenRoutes: Sendable {
    let events: @Sendable (Reader) throws -> [Reference]

    var routes: [Route] {
        [
            Route(.get, "/account/tokens", .signedIn) { [self] exchange in
                try await page(exchange, ApiTokenForm(), Complaints())
            },
            Route(.post, "/account/tokens", .signedIn, rate: 20) { [self] exchange in try await create(exchange) },
            Route(.post, "/account/tokens/:key/revoke", .signedIn) { exchange in
                guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
                let id = try exchange.id("key")
                try await exchange.database.write { try ApiTokenActions.revoke(id, by: exchange.viewer, in: $0) }
                return exchange.seeOther("/account/tokens")
            },
        ]
    }

    /// The page with the secret is the answer itself: a redirect would have to carry the secret somewhere.
    private func create(_ exchange: Exchange) async throws -> Answer {
        guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let form = ApiTokenForm(sent: exchange.form.line)
        return try await exchange.answering {
            let draft = try form.draft()
            let made = try await exchange.database.write { try ApiTokenActions.create(draft, by: exchange.viewer, in: $0) }
            return try await page(exchange, ApiTokenForm(), Complaints(), secret: made.secret)
        } otherwise: {
            try await page(exchange, form, $0)
        }
    }

    private func page(
        _ exchange: Exchange, _ form: ApiTokenForm, _ complaints: Complaints, secret: String? = nil
    ) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let (tokens, events) = try await exchange.database.read { tx in
            (try ApiTokenStore.of(viewer.person, in: tx), try self.events(tx).filter { viewer.may(.reader, in: $0.id) })
        }
        let view = ApiTokenPage.View(tokens: tokens, events: events, form: form, complaints: complaints, secret: secret)
        return exchange.accountPage(
            "token.title", ApiTokenPage.main(exchange.scene(withForms: true), view), complaints)
    }
}
