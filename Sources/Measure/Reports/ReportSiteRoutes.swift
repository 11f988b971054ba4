import Base
import HTML
import HTTPTypes
import Paper
import Store
import Web

/// Reports for everyone: published ones of editions that are released, and nothing else.
package enum ReportSiteRoutes {
    package static let routes: [Route] = [
        Route(.get, "/index/:edition/reports", .anyone, handler: list),
        Route(.get, "/index/:edition/reports/:report", .anyone, handler: { try await page($0, try await one($0)) }),
        Route(
            .get, "/index/:edition/reports/:report/report.pdf", .anyone, rate: 60,
            handler: { try await file($0, try await one($0)) }),
        Route(.get, "/index/:edition/u/:unit/report", .anyone, handler: { try await page($0, try await country($0)) }),
        Route(
            .get, "/index/:edition/u/:unit/report.pdf", .anyone, rate: 60, handler: { try await file($0, try await country($0)) }),
    ]

    private static func found(_ exchange: Exchange) async throws -> (reports: [Report], source: ReportSource) {
        let (reports, material) = try await exchange.database.read { tx in
            guard let edition = try EditionStore.find(slug: exchange.parameters["edition"] ?? "", in: tx),
                edition.state == .released, let material = try ReportStore.material(of: edition.id, in: tx)
            else { throw Refusal(.notFound, "refusal.notFound") }
            return (try ReportStore.published(of: edition.id, in: tx), material)
        }
        return (reports, try await ReportSource(material).ranged())
    }

    private static func one(_ exchange: Exchange) async throws -> ReportSitePage.View {
        let (reports, source) = try await found(exchange)
        let slug = exchange.parameters["report"] ?? ""
        guard let report = reports.first(where: { $0.slug == slug && $0.kind == .edition }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return ReportSitePage.View(report, source, exchange.language)
    }

    private static func country(_ exchange: Exchange) async throws -> ReportSitePage.View {
        let (reports, source) = try await found(exchange)
        guard let report = reports.first(where: { $0.kind == .country }),
            let source = source.about(exchange.parameters["unit"] ?? "")
        else { throw Refusal(.notFound, "refusal.notFound") }
        return ReportSitePage.View(report, source, exchange.language)
    }

    private static func keeping(_ source: ReportSource) -> Answer.Keeping {
        .shared(
            topics: Set(source.view.archive.map(\.topic)).union([source.view.edition.topic, IndexEdition.listTopic]), until: nil)
    }

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let (reports, source) = try await found(exchange)
        let (scene, view) = (exchange.scene(), source.view)
        let title = exchange.words("index.tab.reports")
        return exchange.page(
            title: "\(title) · \(view.edition.name.text(exchange.language)) \(view.edition.period)", wing: .measure,
            current: IndexSiteRoutes.place.path, masthead: IndexFramePage.masthead(scene, view, title: "\(title)"),
            main: ReportSitePage.list(scene, view, reports), footnote: IndexFramePage.footnote(scene, view),
            keeping: keeping(source))
    }

    private static func page(_ exchange: Exchange, _ view: ReportSitePage.View) async throws -> Answer {
        let scene = exchange.scene()
        let edition = view.source.view.edition
        return exchange.page(
            title: "\(view.title) · \(edition.name.text(exchange.language)) \(edition.period)", wing: .measure,
            current: IndexSiteRoutes.place.path, masthead: ReportSitePage.masthead(scene, view),
            main: ReportSitePage.main(scene, view), footnote: IndexFramePage.footnote(scene, view.source.view),
            keeping: keeping(view.source))
    }

    private static func file(_ exchange: Exchange, _ view: ReportSitePage.View) async throws -> Answer {
        var answer = try await printed(exchange, view)
        answer.keeping = keeping(view.source)
        return answer
    }

    /// The file, made on the press's own thread; for this reader alone until somebody says otherwise.
    static func printed(_ exchange: Exchange, _ view: ReportSitePage.View) async throws -> Answer {
        let key = ReportShelf.Key(view.report, view.source, tag: view.tag)
        let bytes = try await ReportShelf.shared.file(key) {
            let paper = ReportSheet.paper(view, words: exchange.words, baseURL: exchange.hall.baseURL, at: exchange.now)
            do { return try await PaperPress.shared.print(paper).bytes } catch let fault as PaperFault { throw refusal(fault) }
        }
        var answer = Answer(type: "application/pdf", body: bytes)
        let name = [view.source.view.edition.slug, key.unit, view.report.slug, view.tag].filter { !$0.isEmpty }
        answer.fields[.contentDisposition] = Answer.disposition(name.joined(separator: "-") + ".pdf", isInline: true)
        return answer
    }

    private static func refusal(_ fault: PaperFault) -> Refusal {
        switch fault {
        case .busy: Refusal(.tooMany, "report.refusal.busy")
        default: Refusal(.conflict, "report.refusal.print")
        }
    }
}
