import Base
import HTML
import HTTPTypes
import Store
import Web

/// The programme for other people's pages, and the worker that keeps copies for when there is no connection.
package enum EmbedRoutes {
    package static let routes: [Route] = [
        Route(.get, "/e/:event/embed", .anyone, query: ProgrammeFilter.choices.union(["theme"]), handler: embed),
        Route(.get, "/worker.js", .anyone, handler: worker),
    ]

    /// Nobody's own: whoever asks gets what an anonymous reader gets. So a frame may show it anywhere, and nothing that
    /// stands in it could be clicked in somebody's name.
    private static func embed(_ exchange: Exchange) async throws -> Answer {
        let (event, release) = try await exchange.database.read { tx in
            let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: nil, in: tx)
            return (event, try ReleaseShelf.latest(of: event.id, in: tx))
        }
        let view = release.map { ProgrammeShelf.shared.view($0, reader: exchange.zone, language: exchange.language) }
        var scene = exchange.scene()
        scene.viewer = nil
        scene.formToken = nil
        let page = EmbedPage.document(
            scene, event, view, ProgrammeFilter { exchange.query[$0] },
            theme: exchange.query["theme"].flatMap(EmbedPage.Theme.init(rawValue:)), assets: exchange.hall.assets.base)
        var answer = Answer.html(
            page, keeping: .shared(topics: [event.topic], until: view?.nextBoundary(after: exchange.now)))
        answer.fields[.contentSecurityPolicy] = SecurityHeaders.policy.replacing(
            "frame-ancestors 'none'", with: "frame-ancestors *")
        answer.fields[corp] = "cross-origin"
        return answer
    }

    private static let corp = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .server

    /// At the root, since a worker looks after what lies below its own address. Browsers ask for it anew by themselves.
    private static func worker(_ exchange: Exchange) async throws -> Answer {
        guard var answer = exchange.hall.assets.named("worker.js") else { throw Refusal(.notFound, "refusal.notFound") }
        answer.keeping = .shared(topics: [], until: nil)
        return answer
    }
}
