import Base
import HTML
import HTTPTypes
import Store
import Web

/// Where a press for a place leads that could not be done at once: a page that looks again by itself until its turn has come.
package enum TurnRoutes {
    package static let routes: [Route] = [Route(.get, "/e/:event/register/turn/:key", .anyone, handler: look)]

    static func path(_ slug: String, key: String, since: Instant) -> String {
        "/e/\(slug)/register/turn/\(key)?since=\(since.milliseconds)"
    }

    /// Another program may have her in its line: so many seconds after her press she is looked for, then she is to press again.
    static let patience: Int64 = 60

    private static func look(_ exchange: Exchange) async throws -> Answer {
        let key = exchange.parameters["key"] ?? ""
        guard key.utf8.count >= 22, key.utf8.count <= 64 else { throw Refusal(.notFound, "refusal.notFound") }
        let digest = RegisterRoutes.digest(key)
        let event = try await exchange.database.read { tx in
            try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
        }
        switch HoldQueue.of(event.id).look(digest) {
        case (_, .underWay(let ahead))?: return page(exchange, event, ahead: ahead)
        case (_, .held(let id))?: return RegisterRoutes.form(exchange, id)
        case (let wish, .refused(let error))?: return try await RegisterRoutes.refused(exchange, error, wish)
        case nil: break
        }
        if let known = try await exchange.database.read({ try RegistrationStore.find(key: digest, of: event.id, in: $0) }) {
            return RegisterRoutes.form(exchange, known.id)
        }
        let since = Int64(exchange.query["since"] ?? "").map { Instant(milliseconds: $0) }
        guard let since, since <= exchange.now, exchange.now < since.adding(seconds: patience) else {
            return exchange.seeOther(event.path + "/register")
        }
        return page(exchange, event, ahead: nil)
    }

    /// It comes back sooner the fewer are before her: so all do not come back at once.
    private static func page(_ exchange: Exchange, _ event: Event, ahead: Int?) -> Answer {
        let scene = exchange.scene()
        let title = exchange.words("registration.line")
        var answer = exchange.page(
            title: title + " · " + event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: "\(title)"), main: TurnPage.main(scene, event, ahead: ahead))
        answer.fields[HTTPField.Name("Refresh") ?? .server] = String(seconds(ahead: ahead ?? 0))
        // The address leads to the form of a place: it goes to nobody with a click.
        answer.fields[HTTPField.Name("Referrer-Policy") ?? .server] = "no-referrer"
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        return answer
    }

    static func seconds(ahead: Int) -> Int { min(30, 1 + ahead / 1000) }
}
