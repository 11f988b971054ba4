import Base
import People
import Store
import TestKit
import Testing

@Suite("OrganisationStore")
struct OrganisationStoreTests {
    @Test("what is written is read back, by id and by slug", arguments: Backend.available)
    func roundTrip(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let viewer = world.administrator
            let draft = OrganisationDraft(
                slug: "edraak", names: Localized(["en": "Edraak", "ar": "إدراك"]), kind: .platform,
                country: try #require(Country(rawValue: "JO")), ror: RORIdentifier(rawValue: "https://ror.org/03cve4549"),
                website: "https://www.edraak.org")
            let made = try await world.database.write { try OrganisationActions.register(draft, by: viewer, in: $0) }
            let found = try await world.database.read { tx in
                (
                    try OrganisationStore.find(made.id, in: tx), try OrganisationStore.find(slug: "edraak", in: tx),
                    try OrganisationStore.find(slug: "nowhere", in: tx)
                )
            }
            #expect(found.0 == made)
            #expect(found.1 == made)
            #expect(found.2 == nil)
            #expect(made.names["ar"] == "إدراك")
        }
    }

    @Test("a list takes two statements for one row and for three", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            var counts: [Int] = []
            for slug in ["one", "two", "three"] {
                let made = try await world.organisation(slug, slug)
                counts.append(
                    try await world.database.read { tx in
                        _ = try OrganisationStore.all(in: tx)
                        return tx.statements
                    })
                #expect(made.slug == slug)
            }
            #expect(counts == [2, 2, 2])
        }
    }
}
