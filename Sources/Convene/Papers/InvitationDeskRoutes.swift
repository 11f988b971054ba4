import Base
import HTML
import HTTPTypes
import Store
import Web

/// The wording of letters of invitation at the desk.
package enum InvitationDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/papers/invitation", .role(.organiser), handler: show),
        Route(.post, "/desk/e/:event/papers/invitation", .role(.organiser), bodyLimit: 1 << 20, handler: set),
    ]

    private static func show(_ exchange: Exchange) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return InvitationDeskPage.View(event: event, settings: try PaperSettingsStore.find(event.id, in: tx))
        }
        return page(exchange, view)
    }

    private static func page(_ exchange: Exchange, _ view: InvitationDeskPage.View) -> Answer {
        exchange.page(
            title: exchange.words("papers.invitation"), wing: .convene, current: "/desk",
            main: InvitationDeskPage.main(exchange.scene(withForms: true), view),
            status: view.complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func set(_ exchange: Exchange) async throws -> Answer {
        let (settings, complaints) = PaperSettingsForm.settings(exchange.form.text)
        let event = try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) }
        guard complaints.isEmpty else {
            var view = InvitationDeskPage.View(event: event, settings: settings)
            view.complaints = complaints
            return page(exchange, view)
        }
        try await exchange.database.write {
            try CertificateActions.setPapers(settings, of: event, by: exchange.viewer, in: $0)
        }
        return exchange.seeOther(InvitationDeskPage.path(event))
    }
}
