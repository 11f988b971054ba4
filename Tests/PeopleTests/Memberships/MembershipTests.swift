import Base
import People
import Testing

@Suite("Membership")
struct MembershipTests {
    private func membership(left: String? = nil) throws -> Membership {
        let id = Identifier(at: Instant(seconds: 1))
        let organisation = Organisation(
            id: id, slug: "lpi", kind: .other, country: try #require(Country(rawValue: "FR")),
            history: [
                DatedName(from: nil, names: Localized("CRI")), DatedName(from: KnownDate("2021"), names: Localized("LPI")),
            ],
            today: try day("2025-12-03"))
        var steps: [Membership.Step: Membership.Dated] = [
            .applied: Membership.Dated(on: KnownDate(try day("2020-11-01"))),
            .ratified: Membership.Dated(on: KnownDate(try day("2020-12-11"))),
        ]
        if let left { steps[.left] = Membership.Dated(on: KnownDate(try day(left))) }
        return Membership(
            id: id, organisation: organisation, steps: steps,
            kinds: [
                Membership.DatedKind(from: try day("2020-12-11"), kind: .university),
                Membership.DatedKind(from: try day("2024-12-11"), kind: .institute),
            ])
    }

    @Test("a member from the day of ratification to the day before it left") func holds() throws {
        let membership = try membership(left: "2022-06-01")
        #expect(!membership.holds(on: try day("2020-12-10")))
        #expect(membership.holds(on: try day("2020-12-11")))
        #expect(membership.holds(on: try day("2022-05-31")))
        #expect(!membership.holds(on: try day("2022-06-01")))
        #expect(try self.membership().holds(on: try day("2099-01-01")))
    }

    @Test("type and name are those of the day") func dated() throws {
        var membership = try membership()
        #expect(membership.kind(on: try day("2024-12-10")) == .university)
        #expect(membership.kind(on: try day("2024-12-11")) == .institute)
        #expect(membership.kind(on: try day("2019-01-01")) == .university)
        #expect(membership.name(on: try day("2020-12-31")).text(.en) == "CRI")
        #expect(membership.name(on: try day("2025-01-01")).text(.en) == "LPI")
        membership.usedNames = [Membership.UsedName(from: try day("2025-06-01"), names: Localized("The Institute"))]
        #expect(membership.name(on: try day("2025-05-31")).text(.en) == "LPI")
        #expect(membership.name(on: try day("2025-06-01")).text(.en) == "The Institute")
    }

    @Test("steps follow each other") func order() throws {
        let membership = try membership(left: "2022-06-01")
        #expect(membership.allows(.ratified, on: try day("2021-01-01")))
        #expect(!membership.allows(.ratified, on: try day("2020-10-31")))
        #expect(!membership.allows(.ratified, on: try day("2022-06-02")))
        #expect(!membership.allows(.left, on: try day("2020-12-10")))
        #expect(!membership.allows(.applied, on: try day("2020-12-12")))
    }
}
