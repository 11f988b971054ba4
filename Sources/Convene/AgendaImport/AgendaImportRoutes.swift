import Base
import HTML
import HTTPTypes
import Store
import Web

/// Pasting an agenda at the desk: the form, the preview, the confirmation.
package enum AgendaImportRoutes {
    private static let limit = 400 * 1024

    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/agenda", .role(.editor), handler: blank),
        Route(.post, "/desk/e/:event/agenda", .role(.editor), bodyLimit: limit, rate: 60, handler: preview),
        Route(.post, "/desk/e/:event/agenda/confirm", .role(.editor), bodyLimit: limit, handler: confirm),
    ]

    private static func event(_ exchange: Exchange) async throws -> Event {
        try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            _ = try exchange.viewer.demand(.editor, in: event.id)
            return event
        }
    }

    private static func page(_ exchange: Exchange, _ view: AgendaImportPage.View) -> Answer {
        exchange.page(
            title: exchange.words("agendaImport.title"), wing: .convene, current: "/desk",
            main: AgendaImportPage.show(exchange.scene(withForms: true), view),
            status: view.complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func form(_ exchange: Exchange) -> AgendaImportForm {
        AgendaImportForm(sent: { exchange.form[$0] }, fields: exchange.form.fields.map(\.name))
    }

    private static func blank(_ exchange: Exchange) async throws -> Answer {
        page(exchange, AgendaImportPage.View(event: try await event(exchange), form: .blank))
    }

    /// Reads the text and shows what it was taken for; nothing is saved.
    private static func preview(_ exchange: Exchange) async throws -> Answer {
        try await show(exchange, complaints: Complaints())
    }

    private static func show(_ exchange: Exchange, complaints: Complaints) async throws -> Answer {
        let event = try await event(exchange)
        let form = form(exchange)
        var view = AgendaImportPage.View(event: event, form: form, complaints: complaints)
        do {
            let answers = try form.read()
            let reading = AgendaImportActions.read(form.text, for: event, answers: answers)
            let (plan, version) = try await exchange.database.read { tx in
                try AgendaImportActions.preview(
                    reading, of: event, mode: form.mode, answers: answers, by: exchange.viewer, in: tx)
            }
            view.preview = AgendaImportPage.Preview(reading: reading, plan: plan, version: version)
        } catch let complaints as Complaints {
            view.complaints = complaints
        }
        return page(exchange, view)
    }

    /// Reads the text again and saves it, if the draft is still the one that was looked at.
    private static func confirm(_ exchange: Exchange) async throws -> Answer {
        let event = try await event(exchange)
        let form = form(exchange)
        do {
            let answers = try form.read()
            guard let seen = form.version else { throw Refusal(.invalid, "agendaImport.refusal.unseen") }
            let reading = AgendaImportActions.read(form.text, for: event, answers: answers)
            try await exchange.database.write { tx in
                _ = try AgendaImportActions.apply(
                    reading, to: event, mode: form.mode, answers: answers, seen: seen, by: exchange.viewer, in: tx)
            }
            return exchange.seeOther(DraftDeskPage.Place.programme.path(event))
        } catch let complaints as Complaints {
            return try await show(exchange, complaints: complaints)
        } catch let refusal as Refusal where refusal.field == "text" {
            return try await show(exchange, complaints: Complaints("text", refusal.words, refusal.arguments))
        }
    }
}
