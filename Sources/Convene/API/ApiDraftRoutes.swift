import Base
import Formats
import HTTPTypes
import Store
import Web

/// The sessions of a programme's draft for programs: the same verbs as the desk's, with the version that was seen in `If-Match`.
enum ApiDraftRoutes {
    private static let draft = "/api/v1/events/:event/draft"
    private static let limit = 262_144

    static let routes: [Route] = [
        Route(.get, draft, .role(.reader), scope: "read", handler: show),
        Route(.get, draft + "/sessions/:session", .role(.reader), scope: "read", handler: session),
        change(.post, "/sessions", .part(.editor), addSession),
        change(.put, "/sessions/:session", .part(.editor), putSession),
        change(.patch, "/sessions/:session", .part(.editor), patchSession),
        change(.delete, "/sessions/:session", .part(.editor), removeSession),
        change(.post, "/sessions/:session/place", .part(.editor), placeSession),
        change(.post, "/sessions/:session/unplace", .part(.editor), unplaceSession),
    ]

    static func change(
        _ method: HTTPRequest.Method, _ path: String, _ access: Route.Access, _ handler: @escaping Route.Handler
    ) -> Route {
        Route(
            method, draft + path, access, bodyLimit: limit, takesJSON: true, scope: "programme:write", handler: handler)
    }

    // MARK: Tags

    /// The zone is the event's, and times are told in it: a new one makes the old answer another one.
    static func tag(_ event: Event, in tx: Reader) throws -> String {
        "\"d\(try ProgrammeStore.version(of: event.id, in: tx))-\(event.zone)\""
    }
    private static func mark(_ session: Identifier, _ event: Event, in tx: Reader) throws -> (tag: String, version: Int) {
        guard let version = try ProgrammeStore.version(ofSession: session, event: event.id, in: tx) else {
            throw Refusal(.notFound, "session.refusal.notFound")
        }
        return ("\"s\(version)-\(event.zone)\"", version)
    }

    // MARK: Looking

    private static func show(_ exchange: Exchange) async throws -> Answer {
        let (event, programme, version, tag) = try await exchange.database.read { tx -> (Event, Programme, Int, String) in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, version) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            return (event, programme, version, try ApiDraftRoutes.tag(event, in: tx))
        }
        return exchange.tagged(ApiDraft(event, programme, version: version), tag)
    }

    private static func session(_ exchange: Exchange) async throws -> Answer {
        let (session, zone, tag) = try await exchange.database.read { tx -> (Session, String, String) in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, _) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            let session = try find(exchange, programme)
            return (session, event.zone, try mark(session.id, event, in: tx).tag)
        }
        return exchange.tagged(ApiSession(session, zone: Zone(zone)), tag)
    }

    private static func find(_ exchange: Exchange, _ programme: Programme) throws -> Session {
        guard let session = programme.anySession(try exchange.id("session")) else {
            throw Refusal(.notFound, "session.refusal.notFound")
        }
        return session
    }

    // MARK: Changing

    typealias Work<T> = @Sendable (Event, Writer) throws -> T

    /// Rights first: whoever may not learns nothing from what is wrong with the request.
    static func writing<T: Sendable>(_ exchange: Exchange, _ work: @escaping Work<T>) async throws -> T {
        try await asking(exchange, { event, _ in _ = try exchange.viewer.demand(.editor, in: event.id) }, work)
    }

    /// The same for one session, or for a new one: who edits a track may, too, if it is hers.
    private static func writingSession<T: Sendable>(_ exchange: Exchange, _ work: @escaping Work<T>) async throws -> T {
        let session = exchange.parameters["session"] == nil ? nil : try exchange.id("session")
        return try await asking(
            exchange,
            { event, tx in
                _ = try exchange.viewer.demandSome(.editor, in: event.id)
                if let session { try ProgrammeActions.demand(session, of: event, by: exchange.viewer, in: tx) }
            }, work)
    }

    private static func asking<T: Sendable>(
        _ exchange: Exchange, _ may: @escaping Work<Void>, _ work: @escaping Work<T>
    ) async throws -> T {
        do {
            return try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                try may(event, tx)
                return try work(event, tx)
            }
        } catch let faults as ApiFaults { throw Problem(Refusal(.invalid, "refusal.json"), faults: faults.all) }
    }

    /// The answer for a session as it is now.
    private static func told(_ session: Session, _ event: Event, _ status: HTTPResponse.Status, in tx: Writer) throws -> Answer {
        var answer = Answer.json(
            ApiSession(session, zone: Zone(event.zone)), status, tag: try mark(session.id, event, in: tx).tag)
        if status == .created {
            answer.fields[.location] = "/api/v1/events/\(event.slug)/draft/sessions/\(session.id)"
        }
        return answer
    }

    /// The track of a draft must be one of the event's; for a program that is a value that does not do.
    private static func demandTrack(_ draft: SessionDraft, _ programme: Programme) throws {
        guard let track = draft.track, programme.track(track) == nil else { return }
        throw ApiFaults(all: [Refusal(.invalid, "api.fault.value", field: "track")])
    }

    private static func addSession(_ exchange: Exchange) async throws -> Answer {
        try await writingSession(exchange) { event, tx in
            let draft = try ApiSessionReader.draft(ApiFieldReader.tree(exchange.json), before: nil)
            try demandTrack(draft, ProgrammeStore.draft(of: event, in: tx))
            let session = try ProgrammeActions.addSession(draft, to: event, by: exchange.viewer, in: tx)
            return try told(session, event, .created, in: tx)
        }
    }

    private static func putSession(_ exchange: Exchange) async throws -> Answer {
        try await changeSession(exchange) { _, sent in sent }
    }

    private static func patchSession(_ exchange: Exchange) async throws -> Answer {
        try await changeSession(exchange) { now, sent in
            // A patch that is no object would replace the whole session, which no session is.
            guard sent.isObject else { throw Refusal(.invalid, "refusal.json") }
            return MergePatch.merged(now, sent)
        }
    }

    private static func changeSession(
        _ exchange: Exchange, _ body: @escaping @Sendable (_ now: JSONNode, _ sent: JSONNode) throws -> JSONNode
    ) async throws -> Answer {
        try await writingSession(exchange) { event, tx in
            let programme = try ProgrammeStore.draft(of: event, in: tx)
            let old = try find(exchange, programme)
            let (tag, version) = try mark(old.id, event, in: tx)
            try exchange.demandMatch(tag)
            let now = try ApiFieldReader.tree(Array(json(ApiSession(old, zone: Zone(event.zone))).utf8))
            let asked = try body(now, ApiFieldReader.tree(exchange.json))
            let draft = try ApiSessionReader.draft(asked, before: old)
            try demandTrack(draft, programme)
            let session = try ProgrammeActions.changeSession(
                old.id, to: draft, seen: version, of: event, by: exchange.viewer, in: tx)
            return try told(session, event, .ok, in: tx)
        }
    }

    private static func removeSession(_ exchange: Exchange) async throws -> Answer {
        try await writingSession(exchange) { event, tx in
            let (tag, version) = try mark(try exchange.id("session"), event, in: tx)
            try exchange.demandMatch(tag)
            _ = try ProgrammeActions.removeSession(
                try exchange.id("session"), seen: version, of: event, by: exchange.viewer, in: tx)
            return .done()
        }
    }

    // MARK: Placing

    private static func placeSession(_ exchange: Exchange) async throws -> Answer {
        try await moving(exchange) { id, version, event, tx in
            let asked = try ApiPlanReader.spot(ApiFieldReader.tree(exchange.json))
            let place = PlacementActions.Place(date: asked.date, start: asked.start, room: asked.room, minutes: asked.minutes)
            return try PlacementActions.place(id, at: place, seen: version, of: event, by: exchange.viewer, in: tx)
        }
    }

    private static func unplaceSession(_ exchange: Exchange) async throws -> Answer {
        try await moving(exchange) { id, version, event, tx in
            try PlacementActions.unplace(id, seen: version, of: event, by: exchange.viewer, in: tx)
        }
    }

    private static func moving(
        _ exchange: Exchange, _ move: @escaping @Sendable (Identifier, Int, Event, Writer) throws -> Session
    ) async throws -> Answer {
        try await writingSession(exchange) { event, tx in
            let id = try exchange.id("session")
            let (tag, version) = try mark(id, event, in: tx)
            try exchange.demandMatch(tag)
            return try told(try move(id, version, event, tx), event, .ok, in: tx)
        }
    }
}
