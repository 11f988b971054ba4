import Base
import HTML
import HTTPTypes
import Store
import Synchronization
import Web

/// Where a press for a place leads that could not be done at once: a page that looks again by itself until its turn has come.
package enum TurnRoutes {
    package static let routes: [Route] = [Route(.get, "/e/:event/register/turn/:key", .anyone, handler: look)]

    /// The event's identifier finds its line without a look into the database.
    private static func path(_ slug: String, _ event: Identifier, key: String, since: Instant) -> String {
        "/e/\(slug)/register/turn/\(key)?since=\(since.milliseconds)&in=\(event)"
    }

    /// Another program may have her in its line: so many seconds after her press she is looked for, then she is to press again.
    static let patience: Int64 = 60

    /// The answer to a press that has to wait: the page of her turn itself. Its status says that what was asked for is under way
    /// (RFC 9110 §15.3.3).
    static func told(_ exchange: Exchange, _ wish: RegistrationWish, _ event: Identifier, key: String) async throws -> Answer {
        var ahead = 0
        if case .underWay(let count)? = HoldQueue.of(event).look(wish.key)?.outcome { ahead = everywhere(count, event, exchange) }
        if let line = line(exchange, event, key: key) { return line(ahead) }
        let event = try await exchange.database.read { tx in
            try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
        }
        return told(exchange, event.slug, event.id, key, pieces(exchange, event, ahead: nil), ahead)
    }

    /// The same, for whoever has so many before her, where the page lies ready; it may be a little old.
    static func line(_ exchange: Exchange, _ event: Identifier, key: String) -> ((_ ahead: Int) -> Answer)? {
        guard exchange.viewer == nil else { return nil }
        guard let (slug, pieces, _) = shelf.withLock({ $0[sheet(exchange, event, nil)] }) else { return nil }
        return { told(exchange, slug, event, key, pieces, everywhere($0, event, exchange)) }
    }

    /// Lays the page of the line ready in the language of whoever asks.
    static func prepare(_ exchange: Exchange, _ event: Event) {
        if exchange.viewer == nil { _ = pieces(exchange, event, ahead: nil) }
    }

    /// All pages are one: the number is there at the first look.
    private static func told(
        _ exchange: Exchange, _ slug: String, _ event: Identifier, _ key: String, _ pieces: TurnPieces, _ ahead: Int
    ) -> Answer {
        var answer = page(exchange, slug, event, key: key, since: exchange.now, pieces, seconds: seconds(ahead: ahead))
        answer.status = .accepted
        return answer
    }

    private static func look(_ exchange: Exchange) async throws -> Answer {
        let key = exchange.parameters["key"] ?? ""
        guard TurnPieces.isKey(key) else { throw Refusal(.notFound, "refusal.notFound") }
        let digest = RegisterRoutes.digest(key)
        let since = Int64(exchange.query["since"] ?? "").map { Instant(milliseconds: $0) }
        if let answer = lookAtOnce(exchange, digest, key, since) { return answer }
        let event = try await exchange.database.read { tx in
            try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
        }
        switch HoldQueue.of(event.id).look(digest) {
        case (_, .underWay(let ahead))?:
            return page(
                exchange, event, key: key, since: since ?? exchange.now, ahead: everywhere(ahead, event.id, exchange))
        case (_, .held(let id))?: return RegisterRoutes.form(exchange, id)
        case (let wish, .refused(let error))?: return try await RegisterRoutes.refused(exchange, error, wish)
        case nil: break
        }
        if let known = try await exchange.database.read({ try RegistrationStore.find(key: digest, of: event.id, in: $0) }) {
            return RegisterRoutes.form(exchange, known.id)
        }
        guard let since, since <= exchange.now, exchange.now < since.adding(seconds: patience) else {
            return exchange.seeOther(event.path + "/register")
        }
        return page(exchange, event, key: key, since: since, ahead: nil)
    }

    /// Whoever has her key in this program's line needs nothing of the database: her form, or the page if it lies ready.
    private static func lookAtOnce(_ exchange: Exchange, _ digest: String, _ key: String, _ since: Instant?) -> Answer? {
        guard let event = Identifier(exchange.query["in"] ?? ""), let found = HoldQueue.known(event)?.look(digest) else {
            return nil
        }
        switch found.outcome {
        case .held(let id): return RegisterRoutes.form(exchange, id)
        case .refused: return nil
        case .underWay(let count):
            let ahead = everywhere(count, event, exchange)
            guard exchange.viewer == nil, let (slug, pieces, until) = shelf.withLock({ $0[sheet(exchange, event, ahead)] }),
                exchange.now < until
            else { return nil }
            return page(
                exchange, slug, event, key: key, since: since ?? exchange.now, pieces, seconds: seconds(ahead: ahead))
        }
    }

    /// Several programs of one installation serve one order: as many are before her in each of the others, about.
    private static func everywhere(_ ahead: Int, _ event: Identifier, _ exchange: Exchange) -> Int {
        ahead * exchange.database.programs(inLane: RegistrationActions.lane(event))
    }

    // MARK: The page

    private struct Sheet: Hashable {
        let event: Identifier
        let language: Language
        let zone: String?
        let ahead: Int?
    }
    private static func sheet(_ exchange: Exchange, _ event: Identifier, _ ahead: Int?) -> Sheet {
        Sheet(event: event, language: exchange.language, zone: exchange.zone?.name, ahead: ahead.map(TurnPieces.shown))
    }
    private static let shelf = Mutex<[Sheet: (slug: String, pieces: TurnPieces, until: Instant)]>([:])
    private static let most = 512

    private static func page(_ exchange: Exchange, _ event: Event, key: String, since: Instant, ahead: Int?) -> Answer {
        page(
            exchange, event.slug, event.id, key: key, since: since, pieces(exchange, event, ahead: ahead),
            seconds: seconds(ahead: ahead ?? 0))
    }

    private static func page(
        _ exchange: Exchange, _ slug: String, _ event: Identifier, key: String, since: Instant, _ pieces: TurnPieces,
        seconds: Int
    ) -> Answer {
        var answer = Answer(.ok, type: Answer.html, body: pieces.page(key, since: since))
        answer.isVerbatim = true
        let again = exchange.scene().link(path(slug, event, key: key, since: since))
        answer.fields[HTTPField.Name("Refresh") ?? .server] = "\(seconds); url=\(again)"
        // The address leads to the form of a place: it goes to nobody with a click.
        answer.fields[HTTPField.Name("Referrer-Policy") ?? .server] = "no-referrer"
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        return answer
    }

    /// Made anew every minute; whoever is signed in has one of her own.
    private static func pieces(_ exchange: Exchange, _ event: Event, ahead: Int?) -> TurnPieces {
        let sheet = sheet(exchange, event.id, ahead)
        let isShared = exchange.viewer == nil
        if isShared, let known = shelf.withLock({ $0[sheet] }), exchange.now < known.until { return known.pieces }
        let there = exchange.elsewhere(path(event.slug, event.id, key: TurnPieces.key, since: TurnPieces.since))
        let scene = there.scene()
        let title = there.words("registration.line")
        let made = there.page(
            title: title + " · " + event.name.text(there.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: "\(title)"), main: TurnPage.main(scene, event, ahead: sheet.ahead))
        let pieces = TurnPieces(made.body)
        guard isShared else { return pieces }
        shelf.withLock { shelf in
            if shelf.count >= most { shelf = [:] }
            shelf[sheet] = (event.slug, pieces, exchange.now.adding(seconds: 60))
        }
        return pieces
    }

    /// It comes back sooner the fewer are before her: so all do not come back at once.
    static func seconds(ahead: Int) -> Int { min(30, 1 + ahead / 1000) }
}
