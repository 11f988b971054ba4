import Base
import HTTPTypes
import People
import Store
import TestKit
import Testing

@Suite("MembershipStore")
struct MembershipStoreTests {
    @Test("the members of a day take the same number of statements for one and for three", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let viewer = world.administrator
            let founded = KnownDate(try day("2020-12-11"))
            var counts: [Int] = []
            for slug in ["one", "two", "three"] {
                let organisation = try await world.organisation(slug, slug)
                let found = try await world.database.write { tx in
                    let made = try MembershipActions.apply(organisation.id, as: .university, on: nil, by: viewer, in: tx)
                    return try MembershipActions.ratify(made.id, on: founded, source: "Minutes", by: viewer, in: tx)
                }
                let (roll, statements) = try await world.database.read { tx in
                    (try MembershipStore.members(on: founded.date, in: tx), tx.statements)
                }
                counts.append(statements)
                #expect(roll.members.map(\.membership).contains(found))
            }
            #expect(counts == [6, 6, 6])
        }
    }

    @Test("the demo's counts are those that the concept note and the earlier counts give", arguments: Backend.available)
    func counts(backend: Backend) async throws {
        try await PeopleWorld.with(backend) { world in
            let viewer = world.administrator
            try await world.database.write { try PeopleDemo.fill(in: $0, administrator: viewer) }
            func roll(_ text: String) async throws -> MemberRoll {
                let date = try day(text)
                return try await world.database.read { try MembershipStore.members(on: date, in: $0) }
            }
            // The concept note: 18 universities, 6 platforms, 1 research institute, 18 countries, 6 continents.
            for text in ["2025-12-02", "2025-12-03"] {
                let roll = try await roll(text)
                #expect(roll.count == 25)
                #expect(roll.count(.university) == 18)
                #expect(roll.count(.platform) == 6)
                #expect(roll.count(.institute) == 1)
                #expect(roll.countries.count == 18)
                #expect(roll.continents.count == 6)
            }
            #expect(try await roll("2020-12-10").count == 0)
            let founders = try await roll("2020-12-11")
            #expect([founders.count, founders.count(.university), founders.count(.platform)] == [18, 15, 3])
            #expect(try await roll("2023-12-13").count == 18)
            #expect(try await roll("2023-12-14").count == 21)
            // December 2024: 16 universities and 7 online education institutions, 16 countries.
            let london = try await roll("2024-12-13")
            #expect([london.count, london.count(.university), london.countries.count] == [23, 16, 16])
            let names = founders.members.map { $0.names.text(.en) }
            #expect(names.contains("CRI (Center for Research and Interdisciplinarity)"))
        }
    }
}
