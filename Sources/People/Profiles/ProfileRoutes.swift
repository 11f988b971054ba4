import Base
import HTML
import HTTPTypes
import Store
import Web

/// One's own profile.
package enum ProfileRoutes {
    package static let routes: [Route] = [
        Route(.get, "/account/profile", .signedIn, handler: show),
        Route(.post, "/account/profile", .signedIn, handler: change),
    ]

    private static func show(_ exchange: Exchange) async throws -> Answer { try await page(exchange, typed: nil, Complaints()) }

    static func page(_ exchange: Exchange, typed: ProfileForm?, _ complaints: Complaints) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let (person, profile) = try await exchange.database.read { tx in
            (try PersonStore.find(viewer.person, in: tx), try ProfileStore.find(viewer.person, in: tx))
        }
        guard let person else { throw Refusal(.notFound, "refusal.notFound") }
        let view = ProfilePage.View(
            form: typed ?? ProfileForm(person, profile), portrait: profile.portrait, complaints: complaints)
        return exchange.accountPage(
            "profile.title", ProfilePage.edit(exchange.scene(withForms: true), view), complaints)
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let form = ProfileForm(sent: exchange.form.line, text: exchange.form.text)
        return try await exchange.answering {
            _ = try await exchange.database.write { tx in
                let draft = try form.draft(before: ProfileStore.find(viewer.person, in: tx))
                return try ProfileActions.change(to: draft, by: viewer, in: tx)
            }
            return exchange.seeOther("/account/profile")
        } otherwise: {
            try await page(exchange, typed: form, $0)
        }
    }
}
