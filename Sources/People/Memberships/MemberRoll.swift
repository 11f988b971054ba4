import Base

/// The members on a day, with the counts that the alliance publishes.
package struct MemberRoll: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let membership: Membership
        package let kind: Organisation.Kind
        package let names: Localized
        package var organisation: Organisation { membership.organisation }
        package var since: KnownDate? { membership.steps[.ratified]?.on }
    }
    package let day: CalendarDate
    /// By slug, so that the same members make the same page.
    package let members: [Member]

    package init(_ memberships: [Membership], on day: CalendarDate) {
        self.day = day
        members = memberships.filter { $0.holds(on: day) }
            .sorted { $0.organisation.slug < $1.organisation.slug }
            .map { Member(membership: $0, kind: $0.kind(on: day), names: $0.name(on: day)) }
    }

    package var count: Int { members.count }
    package func count(_ kind: Organisation.Kind) -> Int { members.count { $0.kind == kind } }
    /// Kinds that there are, in the order in which they are always told, each with its number.
    package var kinds: [(kind: Organisation.Kind, count: Int)] {
        Organisation.Kind.allCases.map { ($0, count($0)) }.filter { $0.count > 0 }
    }
    package var countries: Set<Country> { Set(members.map(\.organisation.country)) }
    package var continents: Set<Continent> { Set(countries.map(\.continent)) }
    /// Every continent that has members, with them.
    package var byContinent: [(continent: Continent, members: [Member])] {
        Continent.allCases.compactMap { continent in
            let here = members.filter { $0.organisation.continent == continent }
            return here.isEmpty ? nil : (continent, here)
        }
    }
    /// Members a country, by code.
    package var byCountry: [String: Int] {
        members.reduce(into: [:]) { counts, member in counts[member.organisation.country.code, default: 0] += 1 }
    }
}
