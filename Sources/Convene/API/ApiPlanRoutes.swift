import Base
import HTTPTypes
import Store
import Web

/// The rooms, tracks and days of a programme's draft for programs. They have no version of their own: `If-Match` names the
/// draft's.
enum ApiPlanRoutes {
    static let routes: [Route] = [
        ApiDraftRoutes.change(.post, "/rooms", .role(.editor), addRoom),
        ApiDraftRoutes.change(.put, "/rooms/:room", .role(.editor), putRoom),
        ApiDraftRoutes.change(.delete, "/rooms/:room", .role(.editor), removeRoom),
        ApiDraftRoutes.change(.post, "/tracks", .role(.editor), addTrack),
        ApiDraftRoutes.change(.put, "/tracks/:track", .role(.editor), putTrack),
        ApiDraftRoutes.change(.delete, "/tracks/:track", .role(.editor), removeTrack),
        ApiDraftRoutes.change(.put, "/days/:date", .role(.editor), putDay),
        ApiDraftRoutes.change(.delete, "/days/:date", .role(.editor), removeDay),
    ]

    private static func addRoom(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let place = try ApiPlanReader.place(ApiFieldReader.tree(exchange.json))
            let room = try ProgrammeActions.addRoom(
                place.name, capacity: place.capacity, to: event, by: exchange.viewer, in: tx)
            return .json(ApiPlan.Place(room), .created, tag: try ApiDraftRoutes.tag(event, in: tx))
        }
    }

    private static func putRoom(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let id = try exchange.id("room")
            guard try ProgrammeStore.draft(of: event, in: tx).room(id) != nil else {
                throw Refusal(.notFound, "programme.refusal.noRoom")
            }
            try exchange.demandMatch(try ApiDraftRoutes.tag(event, in: tx))
            let place = try ApiPlanReader.place(ApiFieldReader.tree(exchange.json))
            let room = try ProgrammeActions.changeRoom(
                id, name: place.name, capacity: place.capacity, of: event, by: exchange.viewer, in: tx)
            return .json(ApiPlan.Place(room), tag: try ApiDraftRoutes.tag(event, in: tx))
        }
    }

    private static func removeRoom(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let id = try exchange.id("room")
            guard try ProgrammeStore.draft(of: event, in: tx).room(id) != nil else {
                throw Refusal(.notFound, "programme.refusal.noRoom")
            }
            try exchange.demandMatch(try ApiDraftRoutes.tag(event, in: tx))
            _ = try ProgrammeActions.removeRoom(id, of: event, by: exchange.viewer, in: tx)
            return .done()
        }
    }

    private static func addTrack(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let asked = try ApiPlanReader.thread(ApiFieldReader.tree(exchange.json))
            let track = try TrackActions.add(asked.name, colour: asked.colour, to: event, by: exchange.viewer, in: tx)
            return .json(ApiPlan.Thread(track), .created, tag: try ApiDraftRoutes.tag(event, in: tx))
        }
    }

    private static func putTrack(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let id = try track(exchange, event, tx)
            try exchange.demandMatch(try ApiDraftRoutes.tag(event, in: tx))
            let asked = try ApiPlanReader.thread(ApiFieldReader.tree(exchange.json))
            let track = try TrackActions.change(
                id, name: asked.name, colour: asked.colour, of: event, by: exchange.viewer, in: tx)
            return .json(ApiPlan.Thread(track), tag: try ApiDraftRoutes.tag(event, in: tx))
        }
    }

    private static func removeTrack(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let id = try track(exchange, event, tx)
            try exchange.demandMatch(try ApiDraftRoutes.tag(event, in: tx))
            try TrackActions.remove(id, of: event, by: exchange.viewer, in: tx)
            return .done()
        }
    }

    private static func track(_ exchange: Exchange, _ event: Event, _ tx: Reader) throws -> Identifier {
        let id = try exchange.id("track")
        guard try ProgrammeStore.draft(of: event, in: tx).track(id) != nil else {
            throw Refusal(.notFound, "programme.refusal.noTrack")
        }
        return id
    }

    private static func date(_ exchange: Exchange) throws -> CalendarDate {
        guard let date = CalendarDate(exchange.parameters["date"] ?? "") else {
            throw Refusal(.notFound, "programme.refusal.noDay")
        }
        return date
    }

    private static func putDay(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let date = try date(exchange)
            try exchange.demandMatch(try ApiDraftRoutes.tag(event, in: tx))
            let asked = try ApiPlanReader.day(ApiFieldReader.tree(exchange.json), date)
            let day = try ProgrammeActions.setDay(asked, of: event, by: exchange.viewer, in: tx)
            return .json(ApiPlan.Day(day), tag: try ApiDraftRoutes.tag(event, in: tx))
        }
    }

    private static func removeDay(_ exchange: Exchange) async throws -> Answer {
        try await ApiDraftRoutes.writing(exchange) { event, tx in
            let date = try date(exchange)
            guard try ProgrammeStore.draft(of: event, in: tx).days.contains(where: { $0.date == date }) else {
                throw Refusal(.notFound, "programme.refusal.noDay")
            }
            try exchange.demandMatch(try ApiDraftRoutes.tag(event, in: tx))
            _ = try ProgrammeActions.removeDay(date, of: event, by: exchange.viewer, in: tx)
            return .done()
        }
    }
}
