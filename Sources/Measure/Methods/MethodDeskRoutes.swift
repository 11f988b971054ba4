import Base
import CompositeIndex
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for the method of an edition. The page computes the index, so that what is in the way is known at once.
package enum MethodDeskRoutes {
    private static let base = "/desk/measure/:edition/method"
    package static let routes: [Route] = [
        Route(.get, base, .role(.secretariat), handler: { try await page($0) }),
        Route(.post, base, .role(.secretariat), handler: set),
        Route(.post, base + "/exemptions", .role(.secretariat), handler: exempt),
        Route(.post, base + "/exemptions/remove", .role(.secretariat), handler: removeExemption),
        Route(.post, base + "/overrides", .role(.secretariat), handler: override),
        Route(.post, base + "/overrides/remove", .role(.secretariat), handler: removeOverride),
    ]

    private static func page(
        _ exchange: Exchange, typed: MethodForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.edition(exchange, in: tx)
            return MethodDeskPage.View(edition, try EditionStore.content(of: edition.id, in: tx))
        }
        if let typed { view.form = typed }
        view.typed = Dictionary(exchange.form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        view.complaints = complaints
        do {
            _ = try BuildShelf.shared.build(of: view.edition, view.content)
        } catch let problems as Problems {
            view.problems = problems.list
        }
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.method"), MethodDeskPage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func set(_ exchange: Exchange) async throws -> Answer {
        let form = MethodForm(sent: exchange.form.fields)
        let seen = MeasureDeskRoutes.seen(exchange)
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/method" }) { edition, tx in
            let content = try EditionStore.content(of: edition.id, in: tx)
            let height = MethodDeskPage.View.height(content)
            let method = try form.method(content.method, height: height, sets: content.weightSets)
            try MethodActions.set(method, of: edition.id, seen: seen, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, typed: form, $0)
        }
    }

    private static func override(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let typed = form.line("score")
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/method" }) { edition, tx in
            guard typed.isEmpty || NumberText.number(typed) != nil else {
                throw Refusal(.invalid, "measure.refusal.number", field: "score")
            }
            let override = Override(
                unit: form.line("unit"), node: form.line("node"), score: NumberText.number(typed), reason: form.line("reason"))
            try MethodActions.override(override, of: edition.id, seen: nil, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }

    private static func exempt(_ exchange: Exchange) async throws -> Answer {
        let form = ExemptionForm(sent: exchange.form.fields)
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/method" }) { edition, tx in
            try MethodActions.exempt(form.exemption, of: edition.id, seen: nil, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }

    private static func removeExemption(_ exchange: Exchange) async throws -> Answer {
        let form = ExemptionForm(sent: exchange.form.fields)
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/method" }) { edition, tx in
            try MethodActions.removeExemption(
                form["exemptNode"], form.units, of: edition.id, seen: nil, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }

    private static func removeOverride(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/method" }) { edition, tx in
            try MethodActions.removeOverride(
                form.line("unit"), form.line("node"), of: edition.id, seen: nil, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }
}
