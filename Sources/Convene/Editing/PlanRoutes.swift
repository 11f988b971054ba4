import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The plan at the desk: its grid, moving things in it, going back, and seeing what others do.
package enum PlanRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/plan", .role(.reader), query: ["day"], handler: plan),
        Route(.get, "/desk/e/:event/plan.css", .role(.reader), query: ["day", "v"], handler: styles),
        Route(.get, "/desk/e/:event/live", .role(.reader), query: ["from"], handler: live),
        Route(.post, "/desk/e/:event/plan/break", .role(.editor), handler: layBreak),
        Route(.get, "/desk/e/:event/sessions/:session/place", .role(.reader), handler: show),
        Route(.post, "/desk/e/:event/sessions/:session/place", .part(.editor), handler: place),
        Route(.post, "/desk/e/:event/sessions/:session/unplace", .part(.editor), handler: unplace),
        Route(.post, "/desk/e/:event/undo", .part(.editor), handler: undo),
        Route(.post, "/desk/e/:event/redo", .part(.editor), handler: redo),
    ]

    private static func day(_ asked: String?, _ programme: Programme, _ event: Event) -> CalendarDate {
        let dates = programme.days.map(\.date)
        if let date = asked.flatMap({ CalendarDate($0) }), dates.contains(date) { return date }
        return dates.first ?? event.first
    }

    private static func plan(_ exchange: Exchange) async throws -> Answer {
        let live = "\(exchange.hall.live.latest)"
        let view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, version) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            let spans = try AvailabilityStore.all(of: event.id, in: tx)
            let me = exchange.viewer?.person
            let latest = try EditStepStore.latest(of: event.id, in: tx)
            let name = try latest.flatMap { try PersonStore.find($0.person, in: tx)?.name }
            return PlanPage.View(
                event: event, programme: programme, grid: PlanGrid(programme, on: day(exchange.query["day"], programme, event)),
                warnings: ProgrammeRules.warnings(of: programme, availability: spans), availability: spans,
                standing: DraftDeskPage.Standing(
                    draft: ReleaseStore.digest(of: programme.published), latest: try ReleaseStore.mark(of: event.id, in: tx)),
                version: version, live: live, rights: DraftRights(exchange.viewer, in: event.id),
                mayUndo: try me.flatMap { try EditStepStore.last(of: $0, in: event.id, tx) } != nil,
                mayRedo: try me.flatMap { try EditStepStore.undone(of: $0, in: event.id, tx) } != nil,
                last: latest.flatMap { step in name.map { ($0, step.verb, step.at) } })
        }
        return exchange.page(
            title: exchange.words("editing.plan"), wing: .convene, current: "/desk",
            main: PlanPage.page(exchange.scene(withForms: true), view), withForms: true)
    }

    private static func styles(_ exchange: Exchange) async throws -> Answer {
        let text = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, _) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            return PlanPage.styles(PlanGrid(programme, on: day(exchange.query["day"], programme, event)))
        }
        return .text(text, type: "text/css; charset=utf-8")
    }

    /// What others do, as it happens: the page then asks for itself again.
    private static func live(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            _ = try exchange.viewer.demand(.reader, in: event.id)
            return event
        }
        return try .events([ProgrammeStore.topic(event.id)], to: exchange)
    }

    // MARK: Moving

    private static func show(_ exchange: Exchange) async throws -> Answer { try await page(exchange, sent: nil, Complaints()) }

    private static func page(_ exchange: Exchange, sent: PlacementForm?, _ complaints: Complaints, isOvertaken: Bool = false)
        async throws -> Answer
    {
        let id = try exchange.id("session")
        let view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, version) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            guard let session = programme.anySession(id) else { throw Refusal(.notFound, "session.refusal.notFound") }
            let isPlaced = programme.session(id) != nil
            let date = day((sent?.date).map { $0 } ?? (isPlaced ? session.date.description : nil), programme, event)
            let spans = try AvailabilityStore.all(of: event.id, in: tx)
            var form = sent ?? PlacementForm(session, isPlaced: isPlaced, on: date, version: version)
            if isOvertaken { form.version = version }
            return PlacementPage.View(
                event: event, programme: programme, session: session, isPlaced: isPlaced,
                form: form,
                grid: PlanGrid(programme, on: date),
                availability: session.appearances.compactMap { SpeakerKey($0) }.flatMap { spans[$0.text] ?? [] },
                warnings: ProgrammeRules.warnings(of: programme, availability: spans).filter { $0.session == id },
                mayEdit: DraftRights(exchange.viewer, in: event.id).mayChange(session), complaints: complaints)
        }
        return exchange.page(
            title: exchange.words("editing.place"), wing: .convene, current: "/desk",
            main: PlacementPage.page(exchange.scene(withForms: true), view),
            status: isOvertaken ? .conflict : complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func place(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("session")
        var form = PlacementForm(sent: exchange.form.line)
        // A button of a free place says clock and room at once.
        let fit = exchange.form.line("fit").split(separator: " ", maxSplits: 1)
        if let start = fit.first {
            form.start = String(start)
            form.room = fit.count > 1 ? String(fit[1]) : ""
        }
        let sent = form
        return try await answering(exchange, sent) { event, tx in
            try ProgrammeActions.demand(id, of: event, by: exchange.viewer, in: tx)
            let place = try sent.place()
            try PlacementActions.place(id, at: place, seen: sent.version, of: event, by: exchange.viewer, in: tx)
            return place.date
        }
    }

    private static func unplace(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("session")
        return try await back(exchange) { event, tx in
            try PlacementActions.unplace(id, seen: nil, of: event, by: exchange.viewer, in: tx).date
        }
    }

    private static func layBreak(_ exchange: Exchange) async throws -> Answer {
        let form = PlacementForm(sent: exchange.form.line)
        let title = Localized([exchange.language.rawValue: exchange.form.line("title")], authentic: exchange.language.rawValue)
        return try await back(exchange) { event, tx in
            _ = try exchange.viewer.demand(.editor, in: event.id)
            do {
                let place = try form.place()
                try PlacementActions.layBreak(title, at: place, of: event, by: exchange.viewer, in: tx)
                return place.date
            } catch let complaints as Complaints {
                throw Refusal(.invalid, complaints.all.first?.words ?? "session.complaint.start")
            }
        }
    }

    private static func undo(_ exchange: Exchange) async throws -> Answer {
        try await back(exchange) { event, tx in
            try UndoActions.undo(in: event, by: exchange.viewer, in: tx)
            return CalendarDate(exchange.form.line("day")) ?? event.first
        }
    }

    private static func redo(_ exchange: Exchange) async throws -> Answer {
        try await back(exchange) { event, tx in
            try UndoActions.redo(in: event, by: exchange.viewer, in: tx)
            return CalendarDate(exchange.form.line("day")) ?? event.first
        }
    }

    /// Runs a verb and goes back to the plan of the day that it names.
    private static func back(
        _ exchange: Exchange, _ verb: @escaping @Sendable (Event, Writer) throws -> CalendarDate
    ) async throws -> Answer {
        let (event, date) = try await exchange.database.write { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            return (event, try verb(event, tx))
        }
        return exchange.seeOther("\(PlanPage.path(event))?day=\(date)")
    }

    private static func answering(
        _ exchange: Exchange, _ form: PlacementForm, _ verb: @escaping @Sendable (Event, Writer) throws -> CalendarDate
    ) async throws -> Answer {
        do {
            return try await back(exchange, verb)
        } catch let complaints as Complaints {
            return try await page(exchange, sent: form, complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await page(
                exchange, sent: form, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        } catch let refusal as Refusal where refusal.words == "session.refusal.changed" {
            // Nothing that was typed is lost; the form takes the new version, so that saving again is a decision.
            return try await page(exchange, sent: form, Complaints("start", "session.conflict"), isOvertaken: true)
        }
    }
}
