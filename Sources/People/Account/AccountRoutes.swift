import Base
import HTML
import HTTPTypes
import Store
import Web

/// The hub of one's account.
struct AccountRoutes: Sendable {
    let providers: [SignInProvider]

    var routes: [Route] { [hub] }

    private var hub: Route {
        Route(.get, "/account", .signedIn) { [self] exchange in
            guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
            let view = try await exchange.database.read { tx in
                guard let person = try PersonStore.find(viewer.person, in: tx) else {
                    throw Refusal(.notFound, "refusal.notFound")
                }
                return AccountPage.View(
                    name: person.name, email: person.email,
                    hasPassword: try PasswordStore.find(person.id, in: tx) != nil,
                    providers: try ProviderStore.links(of: person.id, in: tx).map { $0.name(among: providers) },
                    browsers: try SessionStore.sittings(of: person.id, in: tx).count,
                    roles: Set(viewer.grants.map(\.role)).sorted(by: >))
            }
            return exchange.accountPage("account.title", AccountPage.main(exchange.scene(withForms: true), view))
        }
    }
}

extension Exchange {
    /// A page of one's account; with complaints it is not a success.
    func accountPage(_ key: String, _ main: Markup, _ complaints: Complaints = Complaints()) -> Answer {
        let title = words(key)
        return page(
            title: title, wing: .convene, current: "/account",
            masthead: FramePage.masthead("\(title)", eyebrow: viewer?.name), main: main,
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }
}
