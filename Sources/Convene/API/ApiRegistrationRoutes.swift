import Base
import HTTPTypes
import Store
import Web

/// Registrations of an event and what came of them, for programs of its organisers.
enum ApiRegistrationRoutes {
    static let path = "/api/v1/events/:event/registrations"
    private static let scope = "registrations:read"

    static let routes: [Route] = [
        Route(
            .get, path, .role(.organiser), query: Paging.names.union(["category", "state", "q"]), scope: scope, handler: list),
        Route(.get, path + "/:registration", .role(.organiser), scope: scope, handler: one),
        Route(.get, "/api/v1/events/:event/attendance", .role(.organiser), scope: scope, handler: attendance),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let (items, next) = try await exchange.database.read { tx in
            // Rights first: whoever may not learns nothing from what is wrong with the request.
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            let paging = try Paging(exchange.query)
            return try RegistrationSightActions.part(
                of: event, filter(exchange), after: paging.after, limit: paging.limit, by: exchange.viewer, in: tx)
        }
        return .json(ApiRegistrationPart(items: items.map(ApiRegistration.init), next: next?.text))
    }

    private static func filter(_ exchange: Exchange) throws -> RegistrationFilter {
        var filter = RegistrationFilter(text: exchange.query.line("q"))
        if let asked = exchange.query["category"] {
            guard let category = Identifier(asked) else { throw Refusal(.invalid, "api.fault.value", field: "category") }
            filter.category = category
        }
        if let asked = exchange.query["state"] {
            guard let state = Registration.State(rawValue: asked) else {
                throw Refusal(.invalid, "api.fault.value", field: "state")
            }
            filter.states = [state]
        }
        return filter
    }

    private static func one(_ exchange: Exchange) async throws -> Answer {
        let found = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return try RegistrationSightActions.one(exchange.id("registration"), of: event, by: exchange.viewer, in: tx)
        }
        return exchange.tagged(ApiRegistration(found), ApiRegistration.tag(found))
    }

    private static func attendance(_ exchange: Exchange) async throws -> Answer {
        let sight = try await exchange.database.read { tx in
            try AttendanceActions.look(
                at: try RegistrationDeskRoutes.event(exchange, in: tx), by: exchange.viewer, in: tx)
        }
        let places = sight.places.map {
            ApiAttendance.Place($0.category, $0.count, sight.counts[$0.category.id] ?? [:])
        }
        return .json(ApiAttendance(sight.figures, places: places))
    }
}
