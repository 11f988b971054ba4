import Base
import HTML
import HTTPTypes
import Store
import Web

/// One session at the desk: look, add, change, remove.
package enum SessionDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/sessions/new", .role(.reader), query: ["date"], handler: blank),
        Route(.post, "/desk/e/:event/sessions/new", .part(.editor), bodyLimit: 262_144, handler: add),
        Route(.get, "/desk/e/:event/sessions/:session", .role(.reader), handler: show),
        Route(.post, "/desk/e/:event/sessions/:session", .part(.editor), bodyLimit: 262_144, handler: change),
        Route(.post, "/desk/e/:event/sessions/:session/remove", .part(.editor), handler: remove),
    ]

    private static func blank(_ exchange: Exchange) async throws -> Answer {
        try await page(exchange, session: nil, sent: nil, complaints: Complaints())
    }

    private static func show(_ exchange: Exchange) async throws -> Answer {
        try await page(exchange, session: try exchange.id("session"), sent: nil, complaints: Complaints())
    }

    private static func add(_ exchange: Exchange) async throws -> Answer {
        let form = SessionForm(sent: { exchange.form[$0] })
        return try await attempt(exchange, form, session: nil) { event, tx in
            _ = try exchange.viewer.demandSome(.editor, in: event.id)
            let draft = try form.draft(before: nil)
            _ = try ProgrammeActions.addSession(draft, isPlaced: !form.isUnplaced, to: event, by: exchange.viewer, in: tx)
        }
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("session")
        let form = SessionForm(sent: { exchange.form[$0] })
        return try await attempt(exchange, form, session: id) { event, tx in
            try ProgrammeActions.demand(id, of: event, by: exchange.viewer, in: tx)
            let old = try ProgrammeStore.draft(of: event, in: tx).session(id)
            let draft = try form.draft(before: old)
            _ = try ProgrammeActions.changeSession(id, to: draft, seen: form.version, of: event, by: exchange.viewer, in: tx)
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("session")
        let event = try await exchange.database.write { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            _ = try ProgrammeActions.removeSession(id, seen: nil, of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(DraftDeskPage.Place.programme.path(event))
    }

    /// Runs a verb and goes back to the list; what is wrong with the form is shown on it, with all that was typed.
    private static func attempt(
        _ exchange: Exchange, _ form: SessionForm, session: Identifier?,
        _ verb: @escaping @Sendable (Event, Writer) throws -> Void
    ) async throws -> Answer {
        do {
            let event = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                try verb(event, tx)
                return event
            }
            return exchange.seeOther(DraftDeskPage.Place.programme.path(event))
        } catch let complaints as Complaints {
            return try await page(exchange, session: session, sent: form, complaints: complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            let complaints = Complaints(refusal.field ?? "", refusal.words, refusal.arguments)
            return try await page(exchange, session: session, sent: form, complaints: complaints)
        } catch let refusal as Refusal where refusal.code == .conflict && session != nil {
            // Nothing that was typed is lost; the form takes the new version, so that saving again is a decision.
            let complaints = Complaints("title-\(form.authentic)", "session.conflict")
            return try await page(exchange, session: session, sent: form, complaints: complaints, isOvertaken: true)
        }
    }

    private static func page(
        _ exchange: Exchange, session id: Identifier?, sent: SessionForm?, complaints: Complaints, isOvertaken: Bool = false
    ) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let (programme, version) = try ProgrammeActions.look(at: event, by: exchange.viewer, in: tx)
            let session = id.flatMap(programme.session)
            if id != nil, session == nil { throw Refusal(.notFound, "session.refusal.notFound") }
            let rights = DraftRights(exchange.viewer, in: event.id)
            let start =
                session.map { SessionDraft($0) } ?? fresh(event, programme, rights, asked: exchange.query.line("date"))
            var form = sent ?? SessionForm(start, version: version)
            if isOvertaken { form.see(version) }
            return SessionDeskPage.View(
                event: event, programme: programme, session: id, form: form,
                warnings: ProgrammeRules.warnings(of: programme).filter { $0.session == id },
                rights: rights, mayEdit: session.map(rights.mayChange) ?? rights.isSome, complaints: complaints)
        }
        return exchange.page(
            title: exchange.words(id == nil ? "session.new" : "session.edit"), wing: .convene, current: "/desk",
            main: SessionDeskPage.edit(exchange.scene(withForms: true), view),
            status: isOvertaken ? .conflict : complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    /// A new session begins where the day's last one ends; of whoever looks after some tracks it stands in the first.
    private static func fresh(_ event: Event, _ programme: Programme, _ rights: DraftRights, asked: String) -> SessionDraft {
        let date = CalendarDate(asked) ?? programme.days.first?.date ?? event.first
        let start = programme.sessions.filter { $0.date == date }.map(\.end).max() ?? ClockTime(minutes: 540)
        let track = rights.isEditor ? nil : rights.choice(programme).first?.id
        return SessionDraft(date: date, start: start, minutes: 30, room: nil, kind: .talk, title: .empty, track: track)
    }
}
