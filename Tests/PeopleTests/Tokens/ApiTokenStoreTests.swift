import Base
import Store
import TestKit
import Testing

@testable import People

@Suite struct ApiTokenStoreTests {
    @Test("a token comes back as it was put in, by its digest, and never its secret", arguments: Backend.available)
    func roundTrip(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org")
            let made = try await world.database.write { tx in
                let token = ApiToken(
                    id: tx.newID(), person: ada.id, name: "Printer", scopes: [.read, .releases], event: ada.id,
                    createdAt: tx.now, expiresAt: tx.now.adding(minutes: 5))
                try ApiTokenStore.insert(token, digest: "d", in: tx)
                return token
            }
            try await world.database.read { (tx) throws in
                #expect(try ApiTokenStore.find(digest: "d", in: tx) == made)
                #expect(try ApiTokenStore.find(made.id, in: tx) == made)
                #expect(try ApiTokenStore.of(ada.id, in: tx) == [made])
                #expect(try ApiTokenStore.find(digest: "e", in: tx) == nil)
            }
            try await world.database.write { tx in
                try ApiTokenStore.touch(made.id, in: tx)
                try ApiTokenStore.revoke(made.id, in: tx)
            }
            let after = try await world.database.read { try ApiTokenStore.find(made.id, in: $0) }
            #expect(after?.lastUsedAt == world.clock.now)
            #expect(after?.revokedAt == world.clock.now)
        }
    }
}
