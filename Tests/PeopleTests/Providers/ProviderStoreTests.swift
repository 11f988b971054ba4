import Base
import Store
import TestKit
import Testing
import Web

@testable import People

@Suite("ProviderStore")
struct ProviderStoreTests {
    @Test("an identity is one person's; her links come in the order in which they were made", arguments: Backend.available)
    func links(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let ada = try await world.person("Ada", "ada@example.org").id
            let bob = try await world.person("Bob", "bob@example.org").id
            @Sendable func link(_ person: Identifier, _ subject: String, _ tx: Writer) -> ProviderLink {
                ProviderLink(
                    id: tx.newID(), person: person, issuer: "https://id.example", subject: subject, linkedAt: tx.now, usedAt: nil)
            }
            let (first, second) = try await world.database.write { tx in
                let links = (link(ada, "1", tx), link(ada, "2", tx))
                try ProviderStore.insert(links.0, in: tx)
                try ProviderStore.insert(links.1, in: tx)
                return links
            }
            await #expect(throws: StoreError.self) {
                try await world.database.write { try ProviderStore.insert(link(bob, "1", $0), in: $0) }
            }
            try await world.database.write { tx in
                #expect(try ProviderStore.links(of: ada, in: tx) == [first, second])
                #expect(try ProviderStore.find(issuer: "https://id.example", subject: "2", in: tx) == second)
                #expect(try ProviderStore.find(issuer: "https://other.example", subject: "2", in: tx) == nil)
                try ProviderStore.touch(first.id, in: tx)
                #expect(try ProviderStore.links(of: ada, in: tx)[0].usedAt == tx.now)
                #expect(try !ProviderStore.remove(first.id, of: bob, in: tx), "it is not hers")
                #expect(try ProviderStore.remove(first.id, of: ada, in: tx))
                #expect(try ProviderStore.links(of: ada, in: tx) == [second])
            }
        }
    }

    @Test("a request is taken once, by its browser, for its provider, within ten minutes", arguments: Backend.available)
    func requests(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let departure = SignInProvider.Departure(state: "state", nonce: "nonce", verifier: "verifier", back: "back")
            let request = ProviderRequest(departure: departure, provider: "uni", next: "/desk", linking: nil)
            func put() async throws {
                try await world.database.write { try ProviderStore.insert(request, state: "digest", browser: "mine", in: $0) }
            }
            func take(_ digest: String = "digest", _ browser: String = "mine", _ provider: String = "uni") async throws
                -> ProviderRequest?
            {
                try await world.database.write {
                    try ProviderStore.take(state: "state", digest: digest, browser: browser, provider: provider, in: $0)
                }
            }
            try await put()
            #expect(try await take("other") == nil)
            #expect(try await take("digest", "other") == nil)
            #expect(try await take("digest", "mine", "other") == nil)
            #expect(try await take() == request)
            #expect(try await take() == nil)
            try await put()
            world.clock.advance(seconds: 599)
            #expect(try await take() == request)
            try await put()
            world.clock.advance(seconds: 600)
            #expect(try await take() == nil)
            try await put()
            #expect(try await world.database.read { try $0.count("SELECT COUNT(*) FROM provider_request") } == 1, "old ones go")
        }
    }
}
