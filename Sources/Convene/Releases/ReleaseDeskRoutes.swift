import Base
import HTML
import HTTPTypes
import Store
import Web

/// Publishing and rolling back at the desk.
package enum ReleaseDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/releases", .role(.reader), handler: list),
        Route(.post, "/desk/e/:event/releases", .role(.organiser), handler: publish),
        Route(.get, "/desk/e/:event/releases/:number", .role(.reader), handler: confirm),
        Route(.post, "/desk/e/:event/releases/:number/restore", .role(.organiser), handler: restore),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer { try await page(exchange, Complaints()) }

    private static func page(_ exchange: Exchange, _ complaints: Complaints) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            let outlook = try ReleaseActions.look(at: event, by: exchange.viewer, in: tx)
            return ReleaseDeskPage.View(
                event: event, outlook: outlook, digest: ReleaseStore.digest(of: outlook.draft),
                releases: try ReleaseStore.list(of: event.id, in: tx),
                mayPublish: exchange.viewer?.may(.organiser, in: event.id) == true)
        }
        view.complaints = complaints
        if !complaints.isEmpty {
            for language in Language.allCases {
                view.typed[ReleaseForm.field(language)] = exchange.form.text(ReleaseForm.field(language))
            }
        }
        return exchange.page(
            title: exchange.words("release.desk"), wing: .convene, current: "/desk",
            main: ReleaseDeskPage.list(exchange.scene(withForms: true), view),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func publish(_ exchange: Exchange) async throws -> Answer {
        do {
            let event = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                _ = try exchange.viewer.demand(.organiser, in: event.id)
                let message = try ReleaseForm.message(sent: exchange.form.text, writing: exchange.language, isNeeded: true)
                let seen = exchange.form.line("seen")
                try ReleaseActions.publish(
                    event, message: message, seen: seen.isEmpty ? nil : seen, by: exchange.viewer, in: tx)
                return event
            }
            return exchange.seeOther(DraftDeskPage.Place.releases.path(event))
        } catch let complaints as Complaints {
            return try await page(exchange, complaints)
        }
    }

    private static func confirm(_ exchange: Exchange) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            _ = try ReleaseActions.look(at: event, by: exchange.viewer, in: tx)
            let target = try ReleaseRoutes.find(event, ReleaseRoutes.number(exchange), in: tx)
            return ReleaseDeskPage.Restoring(
                event: event, target: target, latest: try ReleaseStore.latest(of: event.id, in: tx) ?? target,
                mayPublish: exchange.viewer?.may(.organiser, in: event.id) == true)
        }
        let words = exchange.words
        return exchange.page(
            title: words("release.restore", ["number": words.number(view.target.number)]), wing: .convene, current: "/desk",
            main: ReleaseDeskPage.restore(exchange.scene(withForms: true), view), withForms: true)
    }

    private static func restore(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.write { tx in
            let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
            _ = try exchange.viewer.demand(.organiser, in: event.id)
            do {
                let message = try ReleaseForm.message(sent: exchange.form.text, writing: exchange.language, isNeeded: false)
                try ReleaseActions.restore(
                    ReleaseRoutes.number(exchange), of: event, message: message, by: exchange.viewer, in: tx)
            } catch let complaints as Complaints {
                // The message is optional here, so the only thing that can be wrong is its length.
                throw Refusal(.invalid, complaints.all.first?.words ?? "refusal.notFound")
            }
            return event
        }
        return exchange.seeOther(DraftDeskPage.Place.releases.path(event))
    }
}
