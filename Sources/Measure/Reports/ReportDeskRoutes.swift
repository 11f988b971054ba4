import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for reports.
package enum ReportDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/measure/:edition/reports", .role(.secretariat), handler: { try await list($0) }),
        Route(.post, "/desk/measure/:edition/reports", .role(.secretariat), handler: create),
        Route(
            .get, "/desk/measure/:edition/reports/:report", .role(.secretariat), query: ["text"],
            handler: { try await editor($0) }),
        Route(.post, "/desk/measure/:edition/reports/:report", .role(.secretariat), bodyLimit: 524_288, handler: edit),
        Route(.post, "/desk/measure/:edition/reports/:report/state", .role(.secretariat), handler: move),
        Route(
            .get, "/desk/measure/:edition/reports/:report/report.pdf", .role(.secretariat), query: ["text"], rate: 60,
            handler: file),
    ]

    private static func list(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        let (edition, reports) = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return (edition, try ReportStore.all(of: edition.id, in: tx))
        }
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.reports"),
            ReportDeskPage.list(
                exchange.scene(withForms: true), edition, reports, ReportForm(sent: exchange.form.fields), complaints),
            isFaulty: !complaints.isEmpty)
    }

    private static func create(_ exchange: Exchange) async throws -> Answer {
        let form = ReportForm(sent: exchange.form.fields)
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/reports/\(form.slug)" }) { edition, tx in
            guard let material = try ReportStore.material(of: edition.id, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            var (title, text) = ReportTemplateExport(material, exchange.hall.book).begun(form.start)
            if !form.title.isEmpty {
                title = Localized(form.title, exchange.language.rawValue)
            }
            if !text.isEmpty { text.authentic = exchange.language.rawValue }
            try ReportActions.create(
                form.slug, form.start.kind, title: title, text: text, of: edition.id, by: exchange.viewer, in: tx)
        } otherwise: {
            try await list(exchange, $0)
        }
    }

    // MARK: One

    private static func report(_ exchange: Exchange, _ edition: IndexEdition, in tx: Reader) throws -> Report {
        guard let report = try ReportStore.find(slug: exchange.parameters["report"] ?? "", of: edition.id, in: tx) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return report
    }

    private static func found(_ exchange: Exchange) async throws -> (report: Report, material: ReportMaterial) {
        try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            let report = try report(exchange, edition, in: tx)
            guard let material = try ReportStore.material(of: edition.id, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            return (report, material)
        }
    }

    /// The language of the text: what the address or the form says, else the reader's, else the authentic one.
    private static func language(_ exchange: Exchange, _ report: Report) -> Language {
        if let asked = exchange.query["text"].flatMap({ Language(rawValue: $0) }) { return asked }
        let usual = report.text.isEmpty ? exchange.language : Language(tag: report.text.reading(exchange.language).tag)
        return ReportForm(sent: exchange.form.fields).language(else: usual ?? exchange.language)
    }

    private static func editor(
        _ exchange: Exchange, typed: ReportDraft? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let (report, material) = try await found(exchange)
        let language = language(exchange, report)
        let view = ReportEditorPage.View(
            report, material, source: await (try? ReportSource(material))?.ranged(),
            draft: typed ?? ReportDraft(report, language), complaints)
        return MeasureDeskRoutes.page(
            exchange, report.title.text(exchange.language), ReportEditorPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func edit(_ exchange: Exchange) async throws -> Answer {
        let draft = ReportForm(sent: exchange.form.fields).draft(else: exchange.language)
        let seen = MeasureDeskRoutes.seen(exchange)
        let slug = exchange.parameters["report"] ?? ""
        return try await MeasureDeskRoutes.attempt(
            exchange, to: { "\($0.desk)/reports/\(slug)?text=\(draft.language.rawValue)" }
        ) { edition, tx in
            try ReportActions.edit(
                try report(exchange, edition, in: tx).id, as: draft, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await editor(exchange, typed: draft, $0)
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        let verb = exchange.form.line("do")
        let seen = MeasureDeskRoutes.seen(exchange)
        let slug = exchange.parameters["report"] ?? ""
        return try await MeasureDeskRoutes.attempt(
            exchange, to: { verb == "remove" ? "\($0.desk)/reports" : "\($0.desk)/reports/\(slug)" }
        ) { edition, tx in
            let id = try report(exchange, edition, in: tx).id
            switch verb {
            case "publish": try ReportActions.publish(id, seen: seen, by: exchange.viewer, in: tx)
            case "withdraw": try ReportActions.withdraw(id, seen: seen, by: exchange.viewer, in: tx)
            case "remove": try ReportActions.remove(id, seen: seen, by: exchange.viewer, in: tx)
            default: throw Refusal(.invalid, "report.refusal.state", field: "state")
            }
        } otherwise: {
            try await editor(exchange, $0)
        }
    }

    /// As it will be printed, also of a draft: for the desk alone.
    private static func file(_ exchange: Exchange) async throws -> Answer {
        let (report, material) = try await found(exchange)
        guard let source = await (try? ReportSource(material))?.ranged() else {
            throw Refusal(.conflict, "report.refusal.noIndex")
        }
        let view = ReportSitePage.View(report, source.tried(for: report), language(exchange, report))
        return try await ReportSiteRoutes.printed(exchange, view)
    }
}
