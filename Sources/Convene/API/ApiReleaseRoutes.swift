import Base
import Formats
import HTTPTypes
import Store
import Web

/// Publishing for programs: what it would do, doing it, and bringing an old release back.
enum ApiReleaseRoutes {
    static let routes: [Route] = [
        Route(.get, "/api/v1/events/:event/draft/outlook", .role(.reader), scope: "read", handler: outlook),
        Route(
            .post, "/api/v1/events/:event/releases", .role(.organiser), takesJSON: true, scope: "releases:write",
            handler: publish),
        Route(
            .post, "/api/v1/events/:event/releases/:number/restore", .role(.organiser), takesJSON: true, scope: "releases:write",
            handler: restore),
    ]

    private static func outlook(_ exchange: Exchange) async throws -> Answer {
        let look = try await exchange.database.read { tx in
            try ReleaseActions.look(at: try ProgrammeDeskRoutes.event(exchange, in: tx), by: exchange.viewer, in: tx)
        }
        return .json(
            ApiOutlook(
                digest: ReleaseStore.digest(of: look.draft), latest: look.latest?.number,
                changes: look.changes.map(ApiChange.init), blocking: look.blocking.map(ApiOutlook.Warning.init)))
    }

    private static func publish(_ exchange: Exchange) async throws -> Answer {
        try await releasing(exchange) { event, tx in
            let asked = try ApiPlanReader.publication(ApiFieldReader.tree(exchange.json), isNeeded: true)
            return try ReleaseActions.publish(event, message: asked.message, seen: asked.draft, by: exchange.viewer, in: tx)
        }
    }

    private static func restore(_ exchange: Exchange) async throws -> Answer {
        try await releasing(exchange) { event, tx in
            let number = try ReleaseRoutes.number(exchange)
            let body = exchange.json.isEmpty ? Array("{}".utf8) : exchange.json
            let asked = try ApiPlanReader.publication(ApiFieldReader.tree(body), isNeeded: false)
            return try ReleaseActions.restore(number, of: event, message: asked.message, by: exchange.viewer, in: tx)
        }
    }

    private static func releasing(
        _ exchange: Exchange, _ work: @escaping @Sendable (Event, Writer) throws -> Release
    ) async throws -> Answer {
        do {
            let (event, release) = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                _ = try exchange.viewer.demand(.organiser, in: event.id)
                return (event, try work(event, tx))
            }
            var answer = Answer.json(ApiReleaseHead(release.head), .created)
            answer.fields[.location] = "/api/v1/events/\(event.slug)/releases/\(release.number)"
            return answer
        } catch let faults as ApiFaults { throw Problem(Refusal(.invalid, "refusal.json"), faults: faults.all) }
    }
}
