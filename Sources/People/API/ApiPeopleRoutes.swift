import Base
import HTTPTypes
import Store
import Web

/// Organisations and members for programs: what the public pages show.
enum ApiPeopleRoutes {
    static let routes: [Route] = [
        Route(.get, "/api/v1/organisations", .anyone, query: Paging.names, handler: list),
        Route(.get, "/api/v1/organisations/:slug", .anyone, handler: one),
        Route(.get, "/api/v1/members", .anyone, query: Paging.names.union(["on"]), handler: members),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let paging = try Paging(exchange.query)
        let all = try await exchange.database.read { try OrganisationStore.all(in: $0) }
        let (items, next) = try paging.part(of: all, by: \.slug)
        return .json(
            ApiOrganisationPart(items: items.map(ApiOrganisation.init), next: next),
            keeping: .shared(topics: [Organisation.topic], until: exchange.now.nextDay))
    }

    private static func one(_ exchange: Exchange) async throws -> Answer {
        let slug = exchange.parameters["slug"] ?? ""
        let (organisation, memberships) = try await exchange.database.read { tx in
            guard let organisation = try OrganisationStore.find(slug: slug, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            return (organisation, try MembershipStore.of(organisation.id, in: tx))
        }
        return .json(
            ApiOrganisationFile(organisation, memberships),
            keeping: .shared(topics: [Organisation.topic, Membership.topic], until: exchange.now.nextDay))
    }

    private static func members(_ exchange: Exchange) async throws -> Answer {
        let paging = try Paging(exchange.query)
        let asked = exchange.query["on"].map { CalendarDate($0) }
        if case .some(.none) = asked { throw Refusal(.invalid, "people.refusal.date", field: "on") }
        let today = exchange.now.wall().date
        let day = (asked ?? nil) ?? today
        let roll = try await exchange.database.read { try MembershipStore.members(on: day, in: $0) }
        let (items, next) = try paging.part(of: roll.members, by: \.organisation.slug)
        return .json(
            ApiMemberRoll(roll, items, next: next),
            keeping: .shared(topics: [Organisation.topic, Membership.topic], until: day == today ? exchange.now.nextDay : nil))
    }
}
