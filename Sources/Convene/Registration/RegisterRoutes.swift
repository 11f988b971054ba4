import Base
import Crypto
import Foundation
import HTML
import HTTPTypes
import People
import Store
import Synchronization
import Web

/// The way in: the kinds of places of an event, and the click that holds one.
package enum RegisterRoutes {
    package static let routes: [Route] = [
        Route(.get, "/e/:event/register", .anyone, handler: places),
        Route(.post, "/e/:event/register", .anyone, rate: 120, atOnce: holdLater, handler: hold),
    ]

    private static func places(_ exchange: Exchange) async throws -> Answer { try await page(exchange) }

    private static func page(
        _ exchange: Exchange, _ complaints: Complaints = Complaints(), chosen: Identifier? = nil, code: String = ""
    ) async throws -> Answer {
        let (event, places) = try await exchange.database.read { tx in
            let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
            return (event, try PlaceCategoryStore.all(of: event.id, in: tx))
        }
        // Whoever presses next finds it known, and whoever has to wait then a page.
        remember(places.map(\.category.id), event.id)
        TurnRoutes.prepare(exchange, event)
        let keys = Dictionary(uniqueKeysWithValues: places.map { ($0.category.id, newKey()) })
        var view = RegisterPage.View(event: event, places: places, keys: keys)
        view.complaints = complaints
        view.chosen = chosen
        view.code = code
        let title = exchange.words("registration.title")
        let scene = exchange.scene(withForms: true)
        return exchange.page(
            title: title + " · " + event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: "\(title)"), main: RegisterPage.main(scene, view),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    /// What was pressed; nil for what no form of ours sends.
    private static func wish(_ exchange: Exchange) -> RegistrationWish? {
        let form = exchange.form
        guard let category = Identifier(form.line("category")), TurnPieces.isKey(form.line("key")) else { return nil }
        return RegistrationWish(
            category: category, code: form.line("code"), key: digest(form.line("key")), askedAt: exchange.now)
    }

    private static func work(_ exchange: Exchange, _ wish: RegistrationWish, _ event: Identifier)
        -> @Sendable () async throws
        -> Identifier
    {
        let (database, viewer, tell) = (exchange.database, exchange.viewer, RegistrationRoutes.teller(exchange))
        let slug = exchange.parameters["event"] ?? ""
        let queue = HoldQueue.of(event)
        return {
            try await database.group(
                lane: RegistrationActions.lane(event), since: wish.askedAt, behind: { queue.waitsSince }
            ) { tx in
                try RegistrationActions.hold(wish, inEvent: slug, by: viewer, tell: tell, in: tx).id
            }
        }
    }

    /// Holds a place, and leads to the form. The same key twice leads to the same form.
    private static func hold(_ exchange: Exchange) async throws -> Answer {
        guard let wish = wish(exchange) else { throw Refusal(.invalid, "registration.refusal.form") }
        let event = try await event(of: wish.category, exchange.database)
        do {
            let held = try await HoldQueue.of(event).enter(wish, at: exchange.now, work(exchange, wish, event))
            guard let held else { return try await TurnRoutes.told(exchange, wish, event, key: exchange.form.line("key")) }
            return RegisterRoutes.form(exchange, held)
        } catch { return try await refused(exchange, error, wish) }
    }

    /// Where the line is long: she is in it, and told so, before anything is waited for.
    private static func holdLater(_ exchange: Exchange) -> (() -> Answer?)? {
        guard let wish = wish(exchange), let event = events.withLock({ $0[wish.category] }) else { return nil }
        let queue = HoldQueue.of(event)
        guard queue.isLong(wish.key), let line = TurnRoutes.line(exchange, event, key: exchange.form.line("key")) else {
            return nil
        }
        return { queue.enterAtOnce(wish, at: exchange.now, work(exchange, wish, event)).map(line) }
    }

    /// Which event's line it is. A kind of place is never another event's: who was asked once is not asked again.
    private static func event(of category: Identifier, _ database: Store.Database) async throws -> Identifier {
        if let known = events.withLock({ $0[category] }) { return known }
        guard let found = try await database.read({ try PlaceCategoryStore.find(category, in: $0) }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        remember([category], found.event)
        return found.event
    }
    private static func remember(_ categories: [Identifier], _ event: Identifier) {
        events.withLock { all in
            if all.count >= mostEvents { all = [:] }
            for category in categories { all[category] = event }
        }
    }
    private static let events = Mutex<[Identifier: Identifier]>([:])
    private static let mostEvents = 1024

    /// On to the form of a place that is held.
    static func form(_ exchange: Exchange, _ id: Identifier) -> Answer {
        let address = RegistrationPassage.address(exchange.hall)
        return exchange.seeOther(address.path(id, generation: 0), showsItself: true)
    }

    /// The kinds of places again, with what stood in the way; an error that is none of hers is thrown on.
    static func refused(_ exchange: Exchange, _ error: any Error, _ wish: RegistrationWish) async throws -> Answer {
        guard let refusal = error as? Refusal, refusal.code == .conflict || refusal.field != nil else { throw error }
        var complaints = Complaints()
        complaints.add(refusal.field ?? "category", refusal.words, refusal.arguments)
        return try await page(exchange, complaints, chosen: wish.category, code: wish.code)
    }

    /// 144 random bits.
    private static func newKey() -> String {
        return randomSecret(bytes: 18)
    }

    /// What is kept of a key.
    package static func digest(_ key: String) -> String {
        hexadecimal(SHA256.hash(data: Data(("registration " + key).utf8)))
    }
}
