import Base
import Store
import TestKit
import Testing

@testable import People

@Suite("Profiles in the database")
struct ProfileStoreTests {
    @Test("everything comes back; who has none has an empty one; many are found in one statement", arguments: Backend.available)
    func roundTrip(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            try await world.database.write { tx in
                var profile = Profile(person: world.administrator.person)
                profile.biography = Localized(["en": "One", "zh": "一"], authentic: "zh")
                profile.languages = ["zh", "en"]
                profile.orcid = ORCIDIdentifier(rawValue: "0000-0002-1825-0097")
                profile.website = "https://example.org"
                profile.reading = .zh
                profile.portrait = tx.newID()
                profile.isPublic = true
                try ProfileStore.put(profile, in: tx)
                #expect(try ProfileStore.find(profile.person, in: tx) == profile)
                let other = tx.newID()
                #expect(try ProfileStore.find(other, in: tx) == Profile(person: other))
                let before = tx.statements
                #expect(try ProfileStore.named([profile.person, other], in: tx) == [profile.person: profile])
                #expect(tx.statements == before + 1)
                try ProfileStore.remove(profile.person, in: tx)
                #expect(try ProfileStore.find(profile.person, in: tx) == Profile(person: profile.person))
            }
        }
    }
}
