import Base
import People
import Testing

@Suite("MemberRoll")
struct MemberRollTests {
    private func membership(_ slug: String, _ country: String, _ kind: Organisation.Kind, since: String) throws -> Membership {
        let id = Identifier(at: Instant(seconds: 1))
        let organisation = Organisation(
            id: id, slug: slug, kind: kind, country: try #require(Country(rawValue: country)),
            history: [DatedName(from: nil, names: Localized(slug))], today: try day("2025-12-03"))
        return Membership(
            id: id, organisation: organisation, steps: [.ratified: Membership.Dated(on: KnownDate(try day(since)))],
            kinds: [Membership.DatedKind(from: try day("0001-01-01"), kind: kind)])
    }

    @Test("it counts by type, country and continent, and nobody who is not a member that day") func counts() throws {
        let all = [
            try membership("unam", "MX", .university, since: "2023-12-14"),
            try membership("tec", "MX", .university, since: "2024-01-01"),
            try membership("ufrj", "BR", .university, since: "2025-12-03"),
            try membership("edx", "US", .platform, since: "2020-12-11"),
            try membership("later", "KE", .network, since: "2025-12-04"),
        ]
        let roll = MemberRoll(all, on: try day("2025-12-03"))
        #expect(roll.count == 4)
        #expect(roll.kinds.map(\.kind) == [.university, .platform])
        #expect(roll.kinds.map(\.count) == [3, 1])
        #expect(roll.byCountry == ["MX": 2, "BR": 1, "US": 1])
        #expect(roll.continents == [.northAmerica, .southAmerica])
        #expect(roll.byContinent.map(\.members.count) == [3, 1])
        #expect(MemberRoll(all, on: try day("2020-12-10")).count == 0)
    }
}
