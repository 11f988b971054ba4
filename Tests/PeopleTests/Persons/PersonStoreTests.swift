import Base
import People
import Store
import TestKit
import Testing

@Suite("PersonStore")
struct PersonStoreTests {
    @Test("an address finds its person however it is spelled", arguments: Backend.available)
    func email(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let person = try await world.person("Ada 愛達", "Ada@Example.org")
            let found = try await world.database.read { tx in
                (try PersonStore.find(email: "aDA@example.ORG", in: tx), try PersonStore.find(email: "bob@example.org", in: tx))
            }
            #expect(found.0 == person)
            #expect(found.0?.email == "Ada@Example.org")
            #expect(found.1 == nil)
        }
    }

    @Test("affiliations come back newest first", arguments: Backend.available)
    func affiliations(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let person = try await world.person("Ada", nil)
            let organisation = try await world.organisation("unam", "UNAM")
            let viewer = world.administrator
            let (early, late) = (try day("2020-01-01"), try day("2024-01-01"))
            let held = try await world.database.write { tx in
                for (title, from) in [("Reader", early), ("Dean", late)] {
                    _ = try PersonActions.affiliate(
                        person.id, with: organisation.id, title: title, from: from, by: viewer, in: tx)
                }
                return try PersonStore.affiliations(of: person.id, in: tx)
            }
            #expect(held.map(\.title) == ["Dean", "Reader"])
            #expect(held[0].from == late)
            #expect(held[0].until == nil)
        }
    }
}
