import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses of computed weights. Computing changes nothing, so that its address can be passed on; only keeping does.
package enum WeightDeskRoutes {
    private static let base = "/desk/measure/:edition/weights"
    package static let routes: [Route] = [
        Route(.get, base, .role(.secretariat), handler: { try await page($0) }),
        Route(.post, base, .role(.secretariat), handler: keep),
        Route(.post, base + "/remove", .role(.secretariat), handler: remove),
    ]

    private static func found(_ exchange: Exchange) async throws -> WeightDeskPage.View {
        try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return WeightDeskPage.View(edition, try EditionStore.content(of: edition.id, in: tx))
        }
    }

    private static func page(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        var view = try await found(exchange)
        let sent = exchange.form.fields
        view.form = WeightForm(sent: sent.isEmpty ? exchange.query.fields : sent)
        view.complaints = complaints
        do {
            if let request = try view.form.request(view.content) {
                view.request = request
                if request.way != .hierarchy || request.judgements != nil {
                    view.computation = try await compute(request, view)
                }
            }
        } catch let wrong as Complaints {
            if complaints.isEmpty { view.complaints = wrong }
        } catch let problems as Problems {
            view.problems = problems.list
        }
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.weights"), WeightDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !view.complaints.isEmpty)
    }

    /// Other requests are not to wait for it.
    private static func compute(_ request: WeightRequest, _ view: WeightDeskPage.View) async throws -> WeightComputation {
        let (content, revision) = (view.content, view.edition.revision)
        return try await Task.detached { try WeightComputation(request, content, revision: revision) }.value
    }

    private static func keep(_ exchange: Exchange) async throws -> Answer {
        let form = WeightForm(sent: exchange.form.fields)
        let view = try await found(exchange)
        let statement = exchange.form.line("statement")
        let computation: WeightComputation
        do {
            if let seen = MeasureDeskRoutes.seen(exchange), seen != view.edition.revision {
                throw Complaints("state", "measure.refusal.overtaken")
            }
            guard let request = try form.request(view.content) else { throw Complaints("way", "measure.refusal.way") }
            computation = try await compute(request, view)
        } catch let complaints as Complaints {
            return try await page(exchange, complaints)
        } catch is Problems {
            return try await page(exchange, Complaints("way", "measure.refusal.weightsUnsound"))
        }
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/weights" }) { edition, tx in
            try WeightActions.keep(
                computation, as: form["set"], statement: statement, of: edition.id, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        let name = exchange.form.line("name")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/weights" }) { edition, tx in
            try WeightActions.remove(
                name, of: edition.id, seen: MeasureDeskRoutes.seen(exchange), by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }
}
