import Base
import HTML
import HTTPTypes
import Store
import Web

/// The list of participants, for whoever has the address of a confirmed registration's own page.
package enum ParticipantsRoutes {
    package static let routes: [Route] = [
        Route(.get, "/r/:token/people", .anyone, query: ["q", "page"], rate: 60, handler: show)
    ]

    /// The block for the holder's page.
    static func section(_ scene: Scene, _ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> Markup {
        guard passage.registration.state == .confirmed, try ParticipantsStore.isKept(passage.event.id, in: tx) else {
            return .empty
        }
        return ParticipantsPage.section(scene, way: RegistrationRoutes.path(exchange))
    }

    private static func show(_ exchange: Exchange) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let passage = try RegistrationPassage.own(exchange, in: tx)
            let event = passage.event
            guard passage.registration.state == .confirmed, try ParticipantsStore.isKept(event.id, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            let people = try ParticipantsStore.listed(event.id, in: tx)
            return ParticipantsPage.View(
                event: event, way: RegistrationRoutes.path(exchange),
                isListed: people.contains { $0.id == passage.registration.id }, people: people)
        }
        view.text = exchange.query.line("q")
        view.page = Int(exchange.query.line("page")) ?? 1
        let title = exchange.words("participants.title")
        let scene = exchange.scene()
        var answer = exchange.page(
            title: title + " · " + view.event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, view.event, title: "\(title)"), main: ParticipantsPage.main(scene, view))
        // The address is her registration's secret, and the names are for participants.
        answer.fields[HTTPField.Name("Referrer-Policy") ?? .server] = "no-referrer"
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        return answer
    }
}
