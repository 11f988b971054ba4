import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// Planning the release at the desk, and the cue: its page is also for those who were named and have no other role.
package enum EditionReleaseRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/measure/:edition/release", .signedIn, handler: { try await page($0) }),
        Route(.post, "/desk/measure/:edition/release", .role(.secretariat), repeats: ["releaser"], handler: plan),
        Route(.post, "/desk/measure/:edition/release/now", .signedIn, rate: 30, handler: release),
    ]

    private static func page(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        guard let viewer = exchange.viewer else { throw Refusal(.signInNeeded, "refusal.signIn") }
        var view = try await exchange.database.read { tx in
            let edition = try MeasureDeskRoutes.found(exchange, in: tx)
            let mayPlan = viewer.may(.secretariat)
            let mayRelease = try EditionReleaseActions.mayRelease(edition, viewer, in: tx)
            guard mayPlan || mayRelease else { throw Refusal(.notFound, "refusal.notFound") }
            let named = try PersonStore.named(try EditionStore.releasers(of: edition.id, in: tx), in: tx)
            return EditionReleasePage.View(
                edition: edition, releasers: Array(named.values), people: mayPlan ? try PersonStore.all(in: tx) : [],
                mayPlan: mayPlan, mayRelease: mayRelease)
        }
        if !exchange.form.line("embargo").isEmpty { view.embargo = exchange.form.line("embargo") }
        view.complaints = complaints
        return MeasureDeskRoutes.page(
            exchange, exchange.words("measure.tab.release"), EditionReleasePage.main(exchange.scene(withForms: true), view),
            isFaulty: !complaints.isEmpty)
    }

    private static func plan(_ exchange: Exchange) async throws -> Answer {
        let pen = MeasureDeskRoutes.pen(exchange)
        let (typed, chosen) = (exchange.form.line("embargo"), exchange.form.all("releaser").compactMap { Identifier($0) })
        return try await MeasureDeskRoutes.attempt(exchange, to: { "\($0.desk)/release" }) { edition, tx in
            try EditionReleaseActions.plan(
                edition.id, embargo: try EditionReleaseForm.instant(typed, of: "embargo"), releasers: chosen, by: exchange.viewer,
                in: tx)
            try EditionPostMail.planned(edition.id, pen, in: tx)
        } otherwise: {
            try await page(exchange, $0)
        }
    }

    private static func release(_ exchange: Exchange) async throws -> Answer {
        let pen = MeasureDeskRoutes.pen(exchange)
        do {
            let edition = try await exchange.database.write { tx in
                guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
                let edition = try MeasureDeskRoutes.found(exchange, in: tx)
                guard try EditionReleaseActions.mayRelease(edition, exchange.viewer, in: tx) else {
                    throw Refusal(.notFound, "refusal.notFound")
                }
                try EditionReleaseActions.release(edition.id, by: exchange.viewer, in: tx)
                try EditionPostMail.released(edition.id, pen, in: tx)
                return edition
            }
            return exchange.seeOther(edition.desk + "/release")
        } catch let refusal as Refusal where refusal.field != nil {
            return try await page(exchange, Complaints("state", refusal.words, refusal.arguments))
        }
    }
}
