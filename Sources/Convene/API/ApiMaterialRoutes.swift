import Base
import HTTPTypes
import Store
import Web

/// What belongs to a session, for programs: what everyone may have, of sessions that are published.
enum ApiMaterialRoutes {
    static let routes: [Route] = [
        Route(.get, "/api/v1/events/:event/sessions/:session/materials", .anyone, handler: list)
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let session = try exchange.id("session")
        let (event, materials) = try await exchange.database.read { tx in
            let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: nil, in: tx)
            guard let release = try ReleaseShelf.latest(of: event.id, in: tx) else {
                throw Refusal(.notFound, "api.refusal.unpublished")
            }
            guard release.programme.session(session) != nil else { throw Refusal(.notFound, "refusal.notFound") }
            return (event, try MaterialActions.shown(of: session, of: event, to: nil, in: tx).materials)
        }
        let items = materials.map { ApiMaterial($0, of: event, at: exchange.hall.baseURL) }
        return .json(ApiMaterialList(items: items), keeping: .shared(topics: [event.topic], until: nil))
    }
}
