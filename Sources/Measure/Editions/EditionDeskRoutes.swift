import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for editions and their states.
package enum EditionDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/measure", .role(.secretariat), handler: list),
        Route(.get, "/desk/measure/new", .role(.secretariat), handler: { try await blank($0) }),
        Route(.post, "/desk/measure/new", .role(.secretariat), bodyLimit: 262_144, handler: create),
        Route(.get, "/desk/measure/:edition", .role(.secretariat), handler: { try await overview($0) }),
        Route(.post, "/desk/measure/:edition/describe", .role(.secretariat), bodyLimit: 262_144, handler: describe),
        Route(.post, "/desk/measure/:edition/state", .role(.secretariat), handler: move),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        _ = try exchange.viewer.demand(.secretariat)
        let editions = try await exchange.database.read { try EditionStore.all(in: $0) }
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.title"), EditionDeskPage.list(exchange.scene(withForms: true), editions))
    }

    private static func blank(
        _ exchange: Exchange, typed: EditionForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        _ = try exchange.viewer.demand(.secretariat)
        let earlier = try await exchange.database.read { try EditionStore.all(in: $0) }
        let form = typed ?? EditionForm(EditionDraft(period: String(exchange.now.wall().date.year)))
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.new"),
            EditionDeskPage.new(exchange.scene(withForms: true), form, earlier: earlier, complaints),
            isFaulty: !complaints.isEmpty)
    }

    private static func create(_ exchange: Exchange) async throws -> Answer {
        let form = EditionForm(sent: exchange.form.fields)
        do {
            let edition = try await exchange.database.write { tx in
                try EditionActions.create(form.draft, from: Identifier(form["from"]), by: exchange.viewer, in: tx)
            }
            return exchange.seeOther(edition.desk)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await blank(exchange, typed: form, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }

    private static func overview(
        _ exchange: Exchange, typed: EditionForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return EditionDeskPage.View(edition, try EditionStore.content(of: edition.id, in: tx))
        }
        if let typed { view.form = typed }
        view.until = exchange.form.line("until")
        view.complaints = complaints
        return MeasureDeskRoutes.page(
            exchange, view.edition.name.text(exchange.language), EditionDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func describe(_ exchange: Exchange) async throws -> Answer {
        let form = EditionForm(sent: exchange.form.fields)
        let seen = MeasureDeskRoutes.seen(exchange)
        return try await MeasureDeskRoutes.attempt(exchange, to: \.desk) { edition, tx in
            try EditionActions.describe(edition.id, as: form.draft, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await overview(exchange, typed: form, $0)
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        let (verb, until, pen) = (exchange.form.line("do"), exchange.form.line("until"), MeasureDeskRoutes.pen(exchange))
        return try await MeasureDeskRoutes.attempt(exchange, to: \.desk) { edition, tx in
            switch verb {
            case "preview":
                try EditionActions.openPreview(
                    edition.id, until: try EditionReleaseForm.instant(until, of: "until"), by: exchange.viewer, in: tx)
                try EditionPostMail.previewOpened(edition.id, pen, in: tx)
            case "draft": try EditionActions.closePreview(edition.id, by: exchange.viewer, in: tx)
            case "freeze":
                try EditionActions.freeze(edition.id, by: exchange.viewer, in: tx)
                try EditionPostMail.planned(edition.id, pen, in: tx)
            case "thaw": try EditionActions.thaw(edition.id, by: exchange.viewer, in: tx)
            default: throw Refusal(.invalid, "measure.refusal.state", field: "state")
            }
        } otherwise: {
            try await overview(exchange, $0)
        }
    }
}
