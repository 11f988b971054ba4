import Base
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@Suite struct ApiTokenRoutesTests {
    @Test("the secret is shown once, in the answer to the form, and never again")
    func once() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "ada@example.org", .editor)
            let viewer = try await world.database.read { try RoleStore.viewer(ada.id, in: $0) }
            let blank = try await world.ask("/account/tokens", as: viewer)
            #expect(blank.text.contains("You have no tokens yet."))
            let made = try await world.ask(
                "/account/tokens", post: [("name", "Printer <1>"), ("scope-programme", "yes"), ("days", "30")], as: viewer)
            #expect(made.status == .ok)
            let secret = try #require(made.text.firstMatch(of: /plenaria_[0-9A-Za-z]{43}/)).output
            #expect(try await ApiTokenActions.open(String(secret), in: world.database)?.viewer.person == ada.id)
            let list = try await world.ask("/account/tokens", as: viewer)
            #expect(!list.text.contains(secret))
            #expect(list.text.contains("Printer &lt;1&gt;"))
            let id = try #require(try await world.database.read { try ApiTokenStore.of(ada.id, in: $0) }.first?.id)
            let revoked = try await world.ask("/account/tokens/\(id)/revoke", post: [], as: viewer)
            #expect(revoked.status == .seeOther)
            #expect(try await world.ask("/account/tokens", as: viewer).text.contains("Revoked"))
        }
    }

    @Test("a form with mistakes comes back with complaints; a stranger is asked to sign in")
    func complaints() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let viewer = try await world.database.read { try RoleStore.viewer(ada.id, in: $0) }
            for form in [
                [("days", "30")], [("name", "a"), ("days", "30")], [("name", "a"), ("scope-read", "yes"), ("days", "x")],
            ] {
                let answer = try await world.ask("/account/tokens", post: form.map { (name: $0.0, value: $0.1) }, as: viewer)
                #expect(answer.status == .unprocessableContent, "\(form)")
                #expect(answer.text.contains("error-summary"))
            }
            #expect(try await refusal { try await world.ask("/account/tokens") }?.code == .signInNeeded)
            #expect(try await refusal { try await world.ask("/account/tokens", post: []) }?.code == .signInNeeded)
        }
    }
}
