import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for the data of an edition. Nothing is half imported: a file with an error leaves all as it was.
package enum DataDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/measure/:edition/data", .role(.secretariat), handler: { try await page($0) }),
        Route(
            .post, "/desk/measure/:edition/data", .role(.secretariat), bodyLimit: IndexFile.limit + 65_536, rate: 60,
            takesFiles: true, handler: take),
    ]

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints = Complaints(), problems: [IndexProblem] = []
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return DataDeskPage.View(edition, try EditionStore.content(of: edition.id, in: tx))
        }
        view.period = exchange.form.line("period")
        view.keepsEarlier = exchange.form.line("earlier") == "yes"
        view.complaints = complaints
        view.problems = problems
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.data"), DataDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func take(_ exchange: Exchange) async throws -> Answer {
        _ = try exchange.viewer.demand(.secretariat)
        guard let file = exchange.file("file") else {
            return try await page(exchange, Complaints("file", "measure.refusal.file"))
        }
        let reading = IndexFile(
            name: file.name, bytes: file.bytes, period: westernDigits(exchange.form.line("period")),
            keepsEarlier: exchange.form.line("earlier") == "yes")
        guard let data = reading.data, !reading.problems.contains(where: { $0.gravity == .error }) else {
            return try await page(exchange, Complaints("file", "measure.refusal.data"), problems: reading.problems)
        }
        let seen = MeasureDeskRoutes.seen(exchange)
        let nodes = exchange.form.line("framework") == "yes" ? reading.nodes : nil
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/data" }) { edition, tx in
            if let nodes { try FrameworkActions.replace(nodes, of: edition.id, seen: seen, by: exchange.viewer, in: tx) }
            try DataActions.replace(data, of: edition.id, seen: nodes == nil ? seen : nil, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }
}
