import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The desk's address of the audit, in every state of an edition.
package enum AuditDeskRoutes {
    package static let routes: [Route] = [Route(.get, "/desk/measure/:edition/audit", .role(.secretariat), handler: page)]

    private static let scenarios = RevisionShelf<Task<MethodScenarios, Never>>()

    private static func page(_ exchange: Exchange) async throws -> Answer {
        let (edition, content) = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return (edition, try EditionStore.content(of: edition.id, in: tx))
        }
        var view = AuditDeskPage.View(edition)
        do {
            // Other requests are not to wait for it.
            let series = try await Task.detached { try BuildShelf.shared.series(of: edition, content) }.value
            var index = IndexView(edition, content, build: series.own)
            index.series = series.points
            index.isAtDesk = true
            view.index = index
            view.audit = try Audit(series.own)
            view.ranges = await AuditShelf.shared.ranges(index)
            view.scenarios = await scenarios.value(of: edition) {
                Task.detached { MethodScenarios(content, series.own) }
            }.value
            view.robustness = await AuditShelf.shared.robustness(index)
        } catch let problems as Problems {
            view.problems = problems.list
        }
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.audit"), AuditDeskPage.main(exchange.scene(withForms: true), view))
    }
}
