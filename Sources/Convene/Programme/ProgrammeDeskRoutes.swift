import Base
import HTML
import HTTPTypes
import Store
import Web

/// The draft's addresses at the desk.
package enum ProgrammeDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/programme", .role(.reader), handler: list),
        Route(.post, "/desk/e/:event/days", .role(.editor), handler: day),
        Route(.post, "/desk/e/:event/rooms", .role(.editor), handler: room),
        Route(.post, "/desk/e/:event/tracks", .role(.editor), handler: track),
    ]

    /// The event of a desk address for someone who may look at its draft; whoever is not signed in learns nothing.
    package static func event(_ exchange: Exchange, in tx: Reader) throws -> Event {
        guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let event = try EventStore.find(slug: exchange.parameters["event"] ?? "", in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return event
    }

    private static func list(_ exchange: Exchange) async throws -> Answer {
        try await page(exchange, complaints: Complaints())
    }

    private static func page(_ exchange: Exchange, complaints: Complaints) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, _) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            return ProgrammeDeskPage.View(
                event: event, programme: programme, warnings: ProgrammeRules.warnings(of: programme),
                standing: DraftDeskPage.Standing(
                    draft: ReleaseStore.digest(of: programme.published), latest: try ReleaseStore.mark(of: event.id, in: tx)),
                rights: DraftRights(exchange.viewer, in: event.id))
        }
        var shown = view
        shown.complaints = complaints
        if !complaints.isEmpty {
            for field in exchange.form.fields { shown.typed[field.name] = exchange.form.line(field.name) }
        }
        return exchange.page(
            title: exchange.words("programme.desk"), wing: .convene, current: "/desk",
            main: ProgrammeDeskPage.list(exchange.scene(withForms: true), shown),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func day(_ exchange: Exchange) async throws -> Answer {
        try await change(exchange, field: { $0 }) { event, tx in
            let form = exchange.form
            let day = try PlanForm.day(sent: form.line)
            if form["do"] == "remove" {
                _ = try ProgrammeActions.removeDay(day.date, of: event, by: exchange.viewer, in: tx)
            } else {
                _ = try ProgrammeActions.setDay(day, of: event, by: exchange.viewer, in: tx)
            }
        }
    }

    private static func room(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let prefix = PlanForm.prefix(Identifier(form.line("room")))
        let field: @Sendable (String) -> String = { $0 == "capacity" ? "\(prefix)-capacity" : "\(prefix)-en" }
        return try await change(exchange, field: field) { event, tx in
            if form["do"] == "remove", let id = Identifier(form.line("room")) {
                _ = try ProgrammeActions.removeRoom(id, of: event, by: exchange.viewer, in: tx)
                return
            }
            let draft = try PlanForm.room(sent: form.line)
            if let id = draft.id {
                _ = try ProgrammeActions.changeRoom(
                    id, name: draft.name, capacity: draft.capacity, of: event, by: exchange.viewer, in: tx)
            } else {
                _ = try ProgrammeActions.addRoom(draft.name, capacity: draft.capacity, to: event, by: exchange.viewer, in: tx)
            }
        }
    }

    private static func track(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let prefix = TrackForm.prefix(Identifier(form.line("track")))
        let field: @Sendable (String) -> String = { $0 == "colour" ? "\(prefix)-colour" : "\(prefix)-en" }
        return try await change(exchange, field: field) { event, tx in
            if form["do"] == "remove", let id = Identifier(form.line("track")) {
                _ = try TrackActions.remove(id, of: event, by: exchange.viewer, in: tx)
                return
            }
            let draft = TrackForm.track(sent: form.line)
            if let id = draft.id {
                _ = try TrackActions.change(
                    id, name: draft.name, colour: draft.colour, of: event, by: exchange.viewer, in: tx)
            } else {
                _ = try TrackActions.add(draft.name, colour: draft.colour, to: event, by: exchange.viewer, in: tx)
            }
        }
    }

    /// Runs a verb; what is wrong with the form is shown beside its field on the same page.
    private static func change(
        _ exchange: Exchange, field: @Sendable (String) -> String, _ verb: @escaping @Sendable (Event, Writer) throws -> Void
    ) async throws -> Answer {
        do {
            let event = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                _ = try exchange.viewer.demand(.editor, in: event.id)
                try verb(event, tx)
                return event
            }
            return exchange.seeOther(DraftDeskPage.Place.programme.path(event))
        } catch let complaints as Complaints {
            return try await page(exchange, complaints: complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            let complaints = Complaints(field(refusal.field ?? ""), refusal.words, refusal.arguments)
            return try await page(exchange, complaints: complaints)
        }
    }
}
