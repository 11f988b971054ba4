import Base
import HTTPTypes
import People
import Store
import Web

/// Events, programmes and releases for programs: what anonymous pages show, the same for everyone. Drafts have no way here.
enum ApiPublicRoutes {
    static let routes: [Route] = [
        Route(.get, "/api/v1/events", .anyone, query: Paging.names, handler: events),
        Route(.get, "/api/v1/events/:event", .anyone, handler: event),
        Route(.get, "/api/v1/events/:event/programme", .anyone, handler: programme),
        Route(.get, "/api/v1/events/:event/sessions/:session", .anyone, handler: session),
        Route(.get, "/api/v1/events/:event/speakers", .anyone, query: Paging.names, handler: speakers),
        Route(.get, "/api/v1/events/:event/releases", .anyone, query: Paging.names, handler: releases),
        Route(.get, "/api/v1/events/:event/releases/:number", .anyone, handler: release),
        Route(.get, "/api/v1/events/:event/releases/:number/changes", .anyone, query: ["against"], handler: changes),
    ]

    /// Nobody sees more here than everybody does.
    private static func visible(_ exchange: Exchange, in tx: Reader) throws -> Event {
        try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: nil, in: tx)
    }
    private static func current(_ exchange: Exchange) async throws -> (Event, Release) {
        try await exchange.database.read { tx in
            let event = try visible(exchange, in: tx)
            guard let release = try ReleaseShelf.latest(of: event.id, in: tx) else {
                throw Refusal(.notFound, "api.refusal.unpublished")
            }
            return (event, release)
        }
    }
    private static func shared(_ value: some Encodable, _ event: Event) -> Answer {
        .json(value, keeping: .shared(topics: [event.topic], until: nil))
    }

    private static func events(_ exchange: Exchange) async throws -> Answer {
        let paging = try Paging(exchange.query)
        let all = try await exchange.database.read { try EventStore.all(in: $0).filter(\.isPublic) }
        let (items, next) = try paging.part(of: all, by: \.slug)
        return .json(
            ApiEventPart(items: items.map(ApiEvent.init), next: next),
            keeping: .shared(topics: [Event.listTopic], until: nil))
    }

    private static func event(_ exchange: Exchange) async throws -> Answer {
        let (file, release) = try await exchange.database.read { tx in
            let event = try visible(exchange, in: tx)
            return (try EventStore.file(event, in: tx), try ReleaseStore.mark(of: event.id, in: tx)?.number)
        }
        return .json(
            ApiEventFile(file, release: release), keeping: .shared(topics: [file.event.topic, Organisation.topic], until: nil))
    }

    private static func programme(_ exchange: Exchange) async throws -> Answer {
        let (event, release) = try await current(exchange)
        return shared(ApiRelease(event, release), event)
    }

    private static func session(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("session")
        let (event, release) = try await current(exchange)
        if let session = release.programme.session(id) {
            return shared(ApiSession(session, zone: Zone(release.programme.zone)), event)
        }
        let earlier = try await exchange.database.read {
            try ReleaseStore.newest(SiteRoutes.remembered, of: event.id, in: $0)
        }
        let wasThere = earlier.contains { $0.programme.session(id) != nil }
        throw wasThere ? Refusal(.gone, "site.refusal.gone") : Refusal(.notFound, "refusal.notFound")
    }

    private static func speakers(_ exchange: Exchange) async throws -> Answer {
        let paging = try Paging(exchange.query)
        let (event, release) = try await current(exchange)
        let (items, next) = try paging.part(of: ApiSpeaker.all(of: release.programme), by: \.speaker)
        return shared(ApiSpeakerPart(release: release.number, items: items, next: next), event)
    }

    private static func releases(_ exchange: Exchange) async throws -> Answer {
        let paging = try Paging(exchange.query)
        let (event, heads) = try await exchange.database.read { tx in
            let event = try visible(exchange, in: tx)
            return (event, try ReleaseStore.list(of: event.id, in: tx))
        }
        let (items, next) = try paging.part(of: heads) { String($0.number) }
        return shared(ApiReleasePart(items: items.map(ApiReleaseHead.init), next: next), event)
    }

    private static func release(_ exchange: Exchange) async throws -> Answer {
        let (event, release) = try await exchange.database.read { tx in
            let event = try visible(exchange, in: tx)
            return (event, try ReleaseRoutes.find(event, ReleaseRoutes.number(exchange), in: tx))
        }
        return shared(ApiRelease(event, release), event)
    }

    private static func changes(_ exchange: Exchange) async throws -> Answer {
        let asked = exchange.query["against"]
        let (event, release, against) = try await exchange.database.read { tx -> (Event, Release, Release?) in
            let event = try visible(exchange, in: tx)
            let number = try ReleaseRoutes.number(exchange)
            let release = try ReleaseRoutes.find(event, number, in: tx)
            guard let asked else { return (event, release, try ReleaseStore.find(event.id, number - 1, in: tx)) }
            guard let other = Int(asked), other > 0 else { throw Refusal(.invalid, "api.fault.value", field: "against") }
            return (event, release, try ReleaseRoutes.find(event, other, in: tx))
        }
        let changes = ProgrammeChange.diff(against?.programme, release.programme)
        return shared(
            ApiChangeLog(number: release.number, against: against?.number, items: changes.map(ApiChange.init)), event)
    }
}
