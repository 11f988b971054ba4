import Base
import People
import Store
import TestKit
import Testing

@Suite struct ApiTokenActionsTests {
    private func viewer(_ id: Identifier, _ world: PeopleWorld) async throws -> Viewer {
        try #require(try await world.database.read { try RoleStore.viewer(id, in: $0) })
    }

    @Test("a secret opens what its person may at that moment, until it ends", arguments: Backend.available)
    func opens(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org", .editor)
            let asking = try await viewer(ada.id, world)
            let (token, secret) = try await world.database.write {
                try ApiTokenActions.create(ApiTokenDraft(name: "a", scopes: [.programme], days: 30), by: asking, in: $0)
            }
            #expect(token.scopes == [.read, .programme])
            #expect(try await ApiTokenActions.open(secret, in: world.database)?.viewer.grants == [Grant(.editor)])
            #expect(try await ApiTokenActions.open(secret + "x", in: world.database) == nil)
            #expect(try await ApiTokenActions.open("", in: world.database) == nil)
            let used = try await world.database.read { try ApiTokenStore.find(token.id, in: $0)?.lastUsedAt }
            #expect(used == world.clock.now)
            // A role that is taken away is gone from the token at once.
            try await world.database.write { tx in
                try RoleActions.revoke(Grant(.editor), from: ada.id, by: world.administrator, in: tx)
            }
            #expect(try await ApiTokenActions.open(secret, in: world.database)?.viewer.grants == [])
            world.clock.advance(seconds: 30 * 86_400)
            #expect(try await ApiTokenActions.open(secret, in: world.database) == nil)
        }
    }

    @Test("only its owner revokes a token, and it opens nothing from then on", arguments: Backend.available)
    func revoked(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await viewer(try await world.person("Ada", "ada@example.org").id, world)
            let eve = try await viewer(try await world.person("Eve", "eve@example.org").id, world)
            let (token, secret) = try await world.database.write {
                try ApiTokenActions.create(ApiTokenDraft(name: "a", scopes: [.read]), by: ada, in: $0)
            }
            for other in [eve, world.administrator] {
                let refused = try await refusal {
                    try await world.database.write { try ApiTokenActions.revoke(token.id, by: other, in: $0) }
                }
                #expect(refused?.code == .notFound)
            }
            #expect(
                try await refusal { try await world.database.write { try ApiTokenActions.revoke(token.id, by: nil, in: $0) } }?
                    .code == .signInNeeded)
            try await world.database.write { try ApiTokenActions.revoke(token.id, by: ada, in: $0) }
            #expect(try await ApiTokenActions.open(secret, in: world.database) == nil)
            let audited = try await world.database.read { try $0.count("SELECT COUNT(*) FROM audit WHERE kind = 'token'") }
            #expect(audited == 2)
        }
    }

    @Test("what is asked for must make sense: a name, a scope, a term, an event of one's own, not too many")
    func rules() async throws {
        try await PeopleWorld.with(.sqlite) { world in
            let ada = try await viewer(try await world.person("Ada", "ada@example.org").id, world)
            func refused(_ draft: ApiTokenDraft, _ viewer: Viewer? = nil) async throws -> String? {
                let asking = viewer ?? ada
                return try await refusal {
                    try await world.database.write { try ApiTokenActions.create(draft, by: asking, in: $0).token }
                }?.words
            }
            #expect(try await refused(ApiTokenDraft(name: "", scopes: [.read])) == "token.refusal.name")
            #expect(
                try await refused(ApiTokenDraft(name: String(repeating: "x", count: 81), scopes: [.read])) == "token.refusal.name"
            )
            #expect(try await refused(ApiTokenDraft(name: "a", scopes: [])) == "token.refusal.scopes")
            #expect(try await refused(ApiTokenDraft(name: "a", scopes: [.read], days: 10_000)) == "token.refusal.days")
            #expect(try await refused(ApiTokenDraft(name: "a", scopes: [.read], event: ada.person)) == "token.refusal.event")
            for _ in 0..<ApiToken.mostLive { #expect(try await refused(ApiTokenDraft(name: "a", scopes: [.read])) == nil) }
            #expect(try await refused(ApiTokenDraft(name: "a", scopes: [.read])) == "token.refusal.many")
            let nobody = try await refusal {
                try await world.database.write {
                    try ApiTokenActions.create(ApiTokenDraft(name: "a", scopes: [.read]), by: nil, in: $0).token
                }
            }
            #expect(nobody?.code == .signInNeeded)
        }
    }
}
