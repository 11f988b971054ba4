import Base
import HTML
import HTTPTypes
import Store
import Web

/// The address behind the letter of an invitation.
struct InvitationRoutes: Sendable {
    let places: RolePlaces

    var routes: [Route] {
        [
            Route(.get, "/invitation/:token", .anyone, rate: 30) { [self] exchange in
                try await page(exchange, name: "", Complaints())
            },
            Route(.post, "/invitation/:token", .anyone, rate: 10) { [self] exchange in try await accept(exchange) },
        ]
    }

    private func page(_ exchange: Exchange, name: String, _ complaints: Complaints) async throws -> Answer {
        let token = exchange.parameters["token"] ?? ""
        let viewer = exchange.viewer
        let view = try await exchange.database.read { tx in
            let (invitation, inviter) = try InvitationActions.read(token, in: tx)
            let known = try PersonStore.find(email: invitation.email, in: tx)
            return InvitationPage.View(
                inviter: inviter.name, grant: invitation.grant, part: try places.part(of: invitation.grant, in: tx),
                place: try places.event(invitation.grant.scope, in: tx),
                email: invitation.email, isNew: known == nil,
                otherName: viewer.flatMap { $0.person == known?.id ? nil : $0.name }, name: name, complaints: complaints)
        }
        let main = InvitationPage.main(
            exchange.scene(withForms: true), token: token, siteName: exchange.hall.siteName, view)
        return exchange.signInPage("invitation.title", main, complaints).sealed()
    }

    private func accept(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.parameters["token"] ?? ""
        let name = exchange.form.line("name")
        let (browser, device, viewer) = (try exchange.ownBrowser(), exchange.device, exchange.viewer)
        return try await exchange.answering {
            guard name.count <= 200 else { throw Complaints("name", "people.refusal.long") }
            let accepted = try await exchange.database.write {
                try InvitationActions.accept(
                    token, name: name, browser: browser, device: device, by: viewer, in: $0)
            }
            switch accepted {
            case .signedIn(let signed): return exchange.welcome(signed)
            case .granted: return exchange.seeOther("/sign-in?next=/desk")
            }
        } otherwise: {
            try await page(exchange, name: name, $0)
        }
    }
}
