import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The desk's addresses for corrections of what is public.
package enum CorrectionDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/measure/:edition/corrections", .role(.secretariat), handler: { try await page($0) }),
        Route(.post, "/desk/measure/:edition/corrections", .role(.secretariat), handler: correct),
    ]

    private static func page(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return CorrectionDeskPage.View(
                edition, try EditionStore.content(of: edition.id, in: tx), try CorrectionStore.all(of: edition.id, in: tx))
        }
        view.typed = Dictionary(exchange.form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        view.reason = FormLines(exchange.form.fields).texts("reason")
        view.complaints = complaints
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.corrections"), CorrectionDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func correct(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let typed = form.line("value")
        let reason = FormLines(form.fields).texts("reason")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/corrections" }) { edition, tx in
            guard typed.isEmpty || NumberText.number(typed) != nil else {
                throw Refusal(.invalid, "measure.refusal.number", field: "value")
            }
            try CorrectionActions.correct(
                edition.id, unit: form.line("unit"), indicator: form.line("indicator"), to: NumberText.number(typed),
                reason: reason, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }
}
