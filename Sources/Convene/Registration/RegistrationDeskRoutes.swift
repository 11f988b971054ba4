import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for registrations.
package enum RegistrationDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/registrations", .role(.organiser), handler: list),
        Route(.get, "/desk/e/:event/registrations/new", .role(.organiser), handler: { try await blank($0) }),
        Route(.post, "/desk/e/:event/registrations/new", .role(.organiser), handler: add),
        Route(.get, "/desk/e/:event/registrations/:registration", .role(.organiser), handler: { try await one($0) }),
        verb("approve") { try RegistrationDeskActions.approve($0, of: $1, by: $2, tell: $3, in: $4) },
        verb("decline") { try RegistrationDeskActions.decline($0, of: $1, by: $2, tell: $3, in: $4) },
        verb("cancel") { try RegistrationDeskActions.cancel($0, of: $1, by: $2, tell: $3, in: $4) },
        verb("paid") { try RegistrationDeskActions.markPaid(true, $0, of: $1, by: $2, in: $4) },
        verb("unpaid") { try RegistrationDeskActions.markPaid(false, $0, of: $1, by: $2, in: $4) },
        Route(.post, "/desk/e/:event/registrations/:registration/move", .role(.organiser), handler: move),
    ]

    static func event(_ exchange: Exchange, in tx: Reader) throws -> Event {
        guard let event = try EventStore.find(slug: exchange.parameters["event"] ?? "", in: tx) else {
            // Who may not see it learns nothing from the difference.
            _ = try exchange.viewer.demand(.organiser)
            throw Refusal(.notFound, "refusal.notFound")
        }
        _ = try exchange.viewer.demand(.organiser, in: event.id)
        return event
    }

    // MARK: Looking

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let filter = RegistrationFilter(
            category: exchange.query["category"].flatMap { Identifier($0) },
            states: Set([exchange.query["state"].flatMap(Registration.State.init(rawValue:))].compactMap { $0 }),
            text: exchange.query.line("q"))
        var view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return RegistrationDeskPage.ListView(
                event: event, places: try PlaceCategoryStore.all(of: event.id, in: tx),
                counts: try RegistrationListStore.counts(of: event.id, in: tx),
                rows: try RegistrationListStore.all(of: event.id, filter, in: tx), filter: filter)
        }
        view.page = exchange.query["page"].flatMap { Int($0) } ?? 1
        return page(exchange, exchange.words("registration.desk"), RegistrationDeskPage.list(exchange.scene(), view))
    }

    private static func one(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        let id = try exchange.id("registration")
        let scene = exchange.scene(withForms: true)
        var view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            guard let found = try RegistrationStore.find(id, in: tx), found.event == event.id else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            var view = RegistrationEntryPage.View(
                event: event, registration: found, places: try PlaceCategoryStore.all(of: event.id, in: tx))
            view.sections = try RegistrationSectionRoutes.desk(scene, exchange.viewer, found, event, in: tx)
            return view
        }
        view.complaints = complaints
        return page(
            exchange, view.registration.number, RegistrationEntryPage.main(scene, view),
            status: complaints.isEmpty ? .ok : .unprocessableContent)
    }

    private static func page(_ exchange: Exchange, _ title: String, _ main: Markup, status: HTTPResponse.Status = .ok) -> Answer {
        exchange.page(title: title, wing: .convene, current: "/desk", main: main, status: status, withForms: true)
    }

    // MARK: Doing

    private typealias Verb = @Sendable (Identifier, Event, Viewer?, RegistrationTeller, Writer) throws -> Void

    private static func verb(_ name: String, _ body: @escaping Verb) -> Route {
        Route(.post, "/desk/e/:event/registrations/:registration/\(name)", .role(.organiser)) { exchange in
            try await act(exchange, body)
        }
    }

    private static func act(_ exchange: Exchange, _ body: @escaping Verb) async throws -> Answer {
        let id = try exchange.id("registration")
        let tell = RegistrationRoutes.teller(exchange)
        do {
            let event = try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) }
            try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { tx in
                try body(id, event, exchange.viewer, tell, tx)
            }
            return exchange.seeOther("\(RegistrationDeskPage.path(event))/\(id)")
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await one(exchange, Complaints("main", refusal.words, refusal.arguments))
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        let to = Identifier(exchange.form.line("category"))
        return try await act(exchange) { id, event, viewer, tell, tx in
            guard let to else { throw Refusal(.invalid, "registration.refusal.form") }
            try RegistrationDeskActions.move(id, to: to, of: event, by: viewer, tell: tell, in: tx)
        }
    }

    private static func blank(
        _ exchange: Exchange, _ typed: RegistrationForm = RegistrationForm(RegistrationHolder()), chosen: String = "",
        _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let (event, places) = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return (event, try PlaceCategoryStore.all(of: event.id, in: tx))
        }
        return page(
            exchange, exchange.words("registration.add"),
            RegistrationEntryPage.new(exchange.scene(withForms: true), event, places, typed, chosen: chosen, complaints),
            status: complaints.isEmpty ? .ok : .unprocessableContent)
    }

    private static func add(_ exchange: Exchange) async throws -> Answer {
        let typed = RegistrationForm(sent: exchange.form.line)
        let chosen = exchange.form.line("category")
        let tell = RegistrationRoutes.teller(exchange)
        do {
            let event = try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) }
            let holder = try typed.holder(reading: exchange.language)
            guard let category = Identifier(chosen) else { throw Complaints("category", "registration.refusal.form") }
            let one = try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { tx in
                try RegistrationDeskActions.add(holder, to: category, of: event, by: exchange.viewer, tell: tell, in: tx)
            }
            return exchange.seeOther("\(RegistrationDeskPage.path(event))/\(one.id)")
        } catch let complaints as Complaints {
            return try await blank(exchange, typed, chosen: chosen, complaints)
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await blank(
                exchange, typed, chosen: chosen, Complaints(refusal.field ?? "category", refusal.words, refusal.arguments))
        }
    }
}
