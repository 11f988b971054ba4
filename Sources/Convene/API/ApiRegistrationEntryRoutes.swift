import Base
import HTML
import HTTPTypes
import Store
import Web

/// Registering and what the desk does with registrations, for programs: the same verbs, in the same lane.
enum ApiRegistrationEntryRoutes {
    private static let scope = "registrations:write"

    static let routes: [Route] = [
        Route(
            .post, ApiRegistrationRoutes.path, .role(.organiser), takesJSON: true, scope: scope, handler: enter),
        verb("approve") { try RegistrationDeskActions.approve($0, of: $1, by: $2, tell: $3, in: $4) },
        verb("decline") { try RegistrationDeskActions.decline($0, of: $1, by: $2, tell: $3, in: $4) },
        verb("cancel") { try RegistrationDeskActions.cancel($0, of: $1, by: $2, tell: $3, in: $4) },
        verb("paid") { try RegistrationDeskActions.markPaid(true, $0, of: $1, by: $2, in: $4) },
        verb("unpaid") { try RegistrationDeskActions.markPaid(false, $0, of: $1, by: $2, in: $4) },
        route("move", move),
    ]

    // MARK: Registering

    private static func enter(_ exchange: Exchange) async throws -> Answer {
        try await writing(exchange) { event in
            let entry = try entry(exchange)
            let tell = RegistrationRoutes.teller(exchange)
            return try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { tx in
                let (one, isNew) = try RegistrationEntryActions.enter(entry, to: event, by: exchange.viewer, tell: tell, in: tx)
                var answer = Answer.json(ApiRegistration(one), isNew ? .created : .ok, tag: ApiRegistration.tag(one))
                answer.fields[.location] = "/api/v1/events/\(event.slug)/registrations/\(one.id)"
                return answer
            }
        }
    }

    private static func entry(_ exchange: Exchange) throws -> RegistrationEntryActions.Entry {
        let wish = try ApiRegistrationReader.wish(ApiFieldReader.tree(exchange.json))
        do {
            return RegistrationEntryActions.Entry(
                category: wish.category, holder: try wish.form.holder(reading: exchange.language), key: try key(exchange),
                way: wish.way == .form ? .form(code: wish.code) : .desk(member: wish.member))
        } catch let complaints as Complaints {
            throw ApiFaults(all: complaints.all.map { Refusal(.invalid, $0.words, $0.arguments, field: $0.field) })
        }
    }

    private static let keyName = HTTPField.Name("Idempotency-Key")

    /// Each person's programs have keys of their own. Without one the request stands for itself.
    private static func key(_ exchange: Exchange) throws -> String {
        let sent = keyName.flatMap { exchange.fields[$0] }
        guard let sent else { return RegisterRoutes.digest("program " + randomSecret(bytes: 18)) }
        guard (1...255).contains(sent.utf8.count), let viewer = exchange.viewer else {
            throw Refusal(.invalid, "api.fault.value", field: "Idempotency-Key")
        }
        return RegisterRoutes.digest("program \(viewer.person) \(sent)")
    }

    // MARK: Deciding

    private typealias Verb = @Sendable (Identifier, Event, Viewer?, RegistrationTeller, Writer) throws -> Void

    private static func route(_ name: String, _ handler: @escaping Route.Handler) -> Route {
        Route(
            .post, ApiRegistrationRoutes.path + "/:registration/" + name, .role(.organiser), takesJSON: true, scope: scope,
            handler: handler)
    }

    private static func verb(_ name: String, _ body: @escaping Verb) -> Route {
        route(name) { exchange in
            try await act(exchange) { id, event, tell, tx in
                try ApiRegistrationReader.nothing(
                    ApiFieldReader.tree(exchange.json.isEmpty ? Array("{}".utf8) : exchange.json))
                try body(id, event, exchange.viewer, tell, tx)
            }
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        try await act(exchange) { id, event, tell, tx in
            let target = try ApiRegistrationReader.target(ApiFieldReader.tree(exchange.json))
            guard try PlaceCategoryStore.find(target, in: tx)?.event == event.id else {
                throw Refusal(.invalid, "api.fault.value", field: "category")
            }
            try RegistrationDeskActions.move(id, to: target, of: event, by: exchange.viewer, tell: tell, in: tx)
        }
    }

    /// Rights first, then whether it is there, whether it is still what was read (for whoever says that), and then the body.
    private static func act(
        _ exchange: Exchange,
        _ work: @escaping @Sendable (Identifier, Event, RegistrationTeller, Writer) throws -> Void
    ) async throws -> Answer {
        try await writing(exchange) { event in
            let tell = RegistrationRoutes.teller(exchange)
            return try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { tx in
                let id = try exchange.id("registration")
                let before = try RegistrationSightActions.one(id, of: event, by: exchange.viewer, in: tx)
                if exchange.fields[.ifMatch] != nil { try exchange.demandMatch(ApiRegistration.tag(before)) }
                try work(id, event, tell, tx)
                let one = try RegistrationSightActions.one(id, of: event, by: exchange.viewer, in: tx)
                return Answer.json(ApiRegistration(one), tag: ApiRegistration.tag(one))
            }
        }
    }

    private static func writing(
        _ exchange: Exchange, _ work: (Event) async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await work(try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) })
        } catch let faults as ApiFaults { throw Problem(Refusal(.invalid, "refusal.json"), faults: faults.all) }
    }
}
