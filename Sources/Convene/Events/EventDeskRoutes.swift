import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The desk's addresses for events.
package enum EventDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk", .signedIn, handler: list),
        Route(.get, "/desk/events/new", .role(.secretariat), handler: blank),
        Route(.post, "/desk/events/new", .role(.secretariat), handler: create),
        Route(.get, "/desk/e/:event", .role(.organiser), handler: settings),
        Route(.post, "/desk/e/:event", .role(.organiser), handler: change),
        Route(.post, "/desk/e/:event/themes", .role(.organiser), handler: theme),
        Route(.post, "/desk/e/:event/parties", .role(.organiser), handler: parties),
        Route(.post, "/desk/e/:event/figures", .role(.organiser), handler: figure),
        Route(.post, "/desk/e/:event/figures/:figure/remove", .role(.organiser), handler: removeFigure),
        Route(.post, "/desk/e/:event/outcomes", .role(.organiser), handler: outcome),
        Route(.post, "/desk/e/:event/outcomes/:outcome/remove", .role(.organiser), handler: removeOutcome),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        let events = try await exchange.database.read { try EventStore.all(in: $0) }
        let own = events.filter { viewer.may(.reader, in: $0.id) }
        return exchange.page(
            title: exchange.words("event.desk.title"), wing: .convene, current: "/desk",
            main: EventDeskPage.list(exchange.scene(), own, desks: exchange.hall.desks))
    }

    // MARK: A new event

    private static func blank(_ exchange: Exchange) async throws -> Answer {
        _ = try exchange.viewer.demand(.secretariat)
        let today = exchange.now.wall().date
        let draft = EventDraft(slug: "", name: .empty, zone: "", first: today, last: today)
        return try await newPage(exchange, draft, Complaints())
    }

    private static func create(_ exchange: Exchange) async throws -> Answer {
        let viewer = try exchange.viewer.demand(.secretariat)
        let form = FormLines(exchange.form.fields)
        do {
            let draft = try EventForm.event(form)
            let event = try await exchange.database.write { tx in
                let series =
                    try Identifier(form["series"])
                    ?? EventActions.createSeries(form["seriesSlug"], name: draft.name, by: viewer, in: tx).id
                return try EventActions.create(draft, in: series, by: viewer, in: tx)
            }
            return exchange.seeOther("/desk/e/" + event.slug)
        } catch let complaints as Complaints {
            return try await newPage(exchange, typed(form), complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            var complaints = Complaints()
            complaints.add(refusal)
            return try await newPage(exchange, typed(form), complaints)
        }
    }

    private static func newPage(_ exchange: Exchange, _ draft: EventDraft, _ complaints: Complaints) async throws -> Answer {
        let series = try await exchange.database.read { try EventStore.series(in: $0) }
        let chosen = exchange.form["series"] ?? series.first?.id.text ?? ""
        return exchange.page(
            title: exchange.words("event.desk.new"), wing: .convene, current: "/desk",
            main: EventDeskPage.new(exchange.scene(withForms: true), draft, series, chosen: chosen, complaints),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    /// What was typed, however wrong, to be shown again.
    private static func typed(_ form: FormLines) -> EventDraft {
        let first = CalendarDate(form["first"]) ?? CalendarDate(dayNumber: 0)
        return EventDraft(
            slug: form["slug"], kind: EventKind(rawValue: form["kind"]) ?? .conference, name: form.texts("name"),
            shortName: form["shortName"], zone: form["zone"], first: first, last: CalendarDate(form["last"]) ?? first,
            venue: form.texts("venue"), city: form.texts("city"), country: form["country"], isPublic: form["isPublic"] == "yes")
    }

    // MARK: Settings

    private static func settings(_ exchange: Exchange) async throws -> Answer { try await page(exchange, Complaints()) { _ in } }

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints, _ typed: @Sendable (inout EventDeskPage.Settings) -> Void
    ) async throws -> Answer {
        var page = try await exchange.database.read { tx in
            let event = try EventDeskRoutes.event(exchange, in: tx)
            _ = try exchange.viewer.demand(.organiser, in: event.id)
            return EventDeskPage.Settings(try EventStore.file(event, in: tx), organisations: try OrganisationStore.all(in: tx))
        }
        typed(&page)
        return exchange.page(
            title: page.file.event.name.text(exchange.language), wing: .convene, current: "/desk",
            main: EventDeskPage.settings(exchange.scene(withForms: true), page, complaints),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func event(_ exchange: Exchange, in tx: Reader) throws -> Event {
        guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let event = try EventStore.find(slug: exchange.parameters["event"] ?? "", in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return event
    }

    /// Does one thing to the event and shows its settings again: at once with complaints, or after a redirect.
    private static func act(
        _ exchange: Exchange, typed: @escaping @Sendable (inout EventDeskPage.Settings) -> Void = { _ in },
        _ body: @escaping @Sendable (Event, Writer) throws -> Void
    ) async throws -> Answer {
        do {
            let event = try await exchange.database.write { tx in
                let event = try EventDeskRoutes.event(exchange, in: tx)
                try body(event, tx)
                return try EventStore.find(event.id, in: tx) ?? event
            }
            return exchange.seeOther("/desk/e/" + event.slug)
        } catch let complaints as Complaints {
            return try await page(exchange, complaints, typed)
        } catch let refusal as Refusal where refusal.field != nil {
            var complaints = Complaints()
            complaints.add(refusal)
            return try await page(exchange, complaints, typed)
        }
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        return try await act(exchange, typed: { $0.draft = typed(form) }) { event, tx in
            try EventActions.change(event.id, to: EventForm.event(form), by: exchange.viewer, in: tx)
        }
    }

    private static func theme(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        return try await act(exchange, typed: { $0.theme = form }) { event, tx in
            let (text, announced, source) = try EventForm.theme(form)
            try EventActions.announceTheme(text, announced: announced, source: source, of: event.id, by: exchange.viewer, in: tx)
        }
    }

    private static func parties(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        return try await act(exchange) { event, tx in
            let before = try EventStore.file(event, in: tx).parties
            try EventActions.setParties(EventForm.parties(form, before: before), of: event.id, by: exchange.viewer, in: tx)
        }
    }

    private static func figure(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        return try await act(exchange, typed: { $0.figure = form }) { event, tx in
            try EventActions.addFigure(EventForm.figure(form), to: event.id, by: exchange.viewer, in: tx)
        }
    }

    private static func removeFigure(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("figure")
        return try await act(exchange) { event, tx in
            try EventActions.removeFigure(id, of: event.id, by: exchange.viewer, in: tx)
        }
    }

    private static func outcome(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        return try await act(exchange) { event, tx in
            try EventActions.addOutcome(form.texts("outcome"), to: event.id, by: exchange.viewer, in: tx)
        }
    }

    private static func removeOutcome(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("outcome")
        return try await act(exchange) { event, tx in
            try EventActions.removeOutcome(id, of: event.id, by: exchange.viewer, in: tx)
        }
    }
}
