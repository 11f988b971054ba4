import Base
import People
import Testing

@Suite("Organisation")
struct OrganisationTests {
    private func renamed() throws -> Organisation {
        Organisation(
            id: Identifier(at: Instant(seconds: 1)), slug: "lpi", kind: .institute,
            country: try #require(Country(rawValue: "FR")),
            history: [
                DatedName(from: nil, names: Localized("CRI")),
                DatedName(from: KnownDate("2021"), names: Localized("LPI")),
            ], today: try day("2025-12-03"))
    }

    @Test("the name of a day is the last that had begun") func names() throws {
        let organisation = try renamed()
        #expect(organisation.names.text(.en) == "LPI")
        #expect(organisation.name(on: try day("2020-12-31")).text(.en) == "CRI")
        #expect(organisation.name(on: try day("2021-01-01")).text(.en) == "LPI")
    }

    @Test("slugs are lower case letters, digits and single hyphens") func slugs() {
        #expect(["unam", "ice-i", "u2"].allSatisfy(Organisation.isSlug))
        #expect(
            !["", "a", "UNAM", "-a", "a-", "a--b", "a b", "añ", String(repeating: "a", count: 61)].contains(
                where: Organisation.isSlug))
    }
}
