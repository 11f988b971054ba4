import Base
import HTTPTypes
import Store
import Web

/// The kinds of places of an event for programs: what everybody sees who wants to register. How many are left changes with
/// each click, so that nothing of it is kept.
enum ApiPlaceRoutes {
    static let routes: [Route] = [Route(.get, "/api/v1/events/:event/places", .anyone, handler: list)]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let places = try await exchange.database.read { tx in
            let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: nil, in: tx)
            return try PlaceCategoryStore.all(of: event.id, in: tx)
        }
        return .json(ApiPlaceList(items: places.map { ApiPlace($0.category, $0.count, at: exchange.now) }))
    }
}
