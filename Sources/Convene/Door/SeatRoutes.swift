import Base
import HTML
import HTTPTypes
import Store
import Web

/// Taking a seat in a session and giving it up, from the page of a registration.
package enum SeatRoutes {
    package static let routes: [Route] = [
        Route(.post, "/r/:token/seats", .anyone, rate: 60, handler: change)
    ]

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let session = Identifier(form.line("session"))
        let event = try await exchange.database.read { try RegistrationPassage.own(exchange, in: $0).event.id }
        do {
            try await exchange.database.group(lane: RegistrationActions.lane(event)) { tx in
                let passage = try RegistrationPassage.own(exchange, in: tx)
                guard let session else { throw Refusal(.notFound, "refusal.notFound") }
                if form.line("do") == "giveUp" {
                    try SeatActions.giveUp(passage.registration, session: session, by: exchange.viewer, in: tx)
                } else {
                    try SeatActions.take(passage.registration, session: session, by: exchange.viewer, in: tx)
                }
            }
            return exchange.seeOther(RegistrationRoutes.path(exchange) + "#seats", showsItself: true)
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await RegistrationRoutes.page(exchange, Complaints("seats", refusal.words, refusal.arguments))
        }
    }

    /// The block for the holder's page.
    static func section(_ scene: Scene, _ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> Markup {
        guard passage.registration.state == .confirmed else { return .empty }
        let offers = try SeatActions.look(at: passage.event, for: passage.registration.id, in: tx)
        return SeatPage.section(scene, offers, way: RegistrationRoutes.path(exchange))
    }
}
