import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The desk's addresses for previews.
package enum PreviewDeskRoutes {
    private static let base = "/desk/measure/:edition/previews"
    package static let routes: [Route] = [
        Route(.get, base, .role(.secretariat), handler: { try await page($0) }),
        Route(.post, base, .role(.secretariat), handler: invite),
        Route(.post, base + "/:preview", .role(.secretariat), handler: answer),
        Route(.post, base + "/:preview/withdraw", .role(.secretariat), handler: withdraw),
    ]

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints = Complaints(), answered: Identifier? = nil
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return PreviewDeskPage.View(
                edition: edition, content: try EditionStore.content(of: edition.id, in: tx),
                previews: try PreviewStore.all(of: edition.id, in: tx),
                comments: try PreviewStore.comments(of: edition.id, in: tx),
                people: try PersonStore.all(in: tx))
        }
        view.complaints = complaints
        view.answered = answered
        view.typed = answered.map { exchange.form.text("text-\($0)") } ?? ""
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.previews"), PreviewDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func invite(_ exchange: Exchange) async throws -> Answer {
        let pen = MeasureDeskRoutes.pen(exchange)
        let (person, unit) = (Identifier(exchange.form.line("person")), exchange.form.line("unit"))
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/previews" }) { edition, tx in
            guard let person else { throw Refusal(.invalid, "measure.refusal.person", field: "person") }
            _ = try PreviewActions.invite(person, to: unit, of: edition.id, by: exchange.viewer, in: tx)
            // Of one that is open already she is told at once.
            try EditionPostMail.previewOpened(edition.id, pen, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }

    private static func answer(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("preview")
        let (text, pen) = (exchange.form.text("text-\(id)"), MeasureDeskRoutes.pen(exchange))
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/previews#p-\(id)" }) { edition, tx in
            let comment = try PreviewActions.answer(text, to: id, of: edition.id, by: exchange.viewer, in: tx)
            try EditionPostMail.answered(comment, pen, in: tx)
        } otherwise: {
            // Each preview has its own field.
            let complaint = $0.all.first
            return try await page(
                exchange, Complaints("text-\(id)", complaint?.words ?? "measure.refusal.comment", complaint?.arguments ?? [:]),
                answered: id)
        }
    }

    private static func withdraw(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("preview")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/previews" }) { edition, tx in
            try PreviewActions.withdraw(id, of: edition.id, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }
}
