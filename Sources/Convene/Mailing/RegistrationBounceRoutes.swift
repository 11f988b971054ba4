import Base
import HTML
import HTTPTypes
import Store
import Web

/// Bounces for the page of a registration at the desk.
package enum RegistrationBounceRoutes {
    package static let routes: [Route] = [
        Route(.post, "/desk/e/:event/registrations/:registration/write-again", .role(.organiser), handler: free)
    ]

    private static func free(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("registration")
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            try BarredAddressActions.free(id, of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther("\(RegistrationDeskPage.path(event))/\(id)")
    }

    static func shown(_ one: LetterBounce) -> MailingDeskPage.LetterBounced {
        MailingDeskPage.LetterBounced(
            recipient: one.recipient, action: one.action, status: one.status, diagnostic: one.diagnostic, at: one.at)
    }

    static func section(_ scene: Scene, _ one: Registration, _ event: Event, in tx: Reader) throws -> Markup {
        guard !one.holder.email.isEmpty else { return .empty }
        let doubted = try LetterStore.doubted(about: one.id, in: tx).map {
            RegistrationBouncePage.Doubted(subject: $0.subject, at: $0.createdAt)
        }
        let bounces = try BounceStore.of(address: one.holder.email, in: tx)
        let section = RegistrationBouncePage.section(
            scene, event, one.id, bounces.map(shown), isBarred: bounces.contains(where: \.bars))
        return "\(section)\(RegistrationBouncePage.doubted(scene, event, doubted))"
    }
}
