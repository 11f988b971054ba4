import Base
import HTML
import HTTPTypes
import Store
import Web

/// The public addresses of an event's releases.
package enum ReleaseRoutes {
    /// So many logs stand on the page; older releases are named and have their own pages.
    private static let logs = 20

    package static let routes: [Route] = [
        Route(.get, "/e/:event/changes", .anyone, query: ["since"], handler: list),
        Route(.get, "/e/:event/releases/:number", .anyone, query: ["against"], handler: compare),
    ]

    private static func list(_ exchange: Exchange) async throws -> Answer {
        if let since = exchange.query["since"] { return try await NewsRoutes.answer(exchange, since: since) }
        let (event, entries, live) = try await exchange.database.read { tx in
            let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
            return (event, try logged(of: event, in: tx), try ReleaseRoutes.live(event, in: tx))
        }
        return exchange.page(
            title: exchange.words("release.changes"), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(exchange.scene(), event, title: "\(exchange.words("release.changes"))"),
            main: ReleasePage.list(exchange.scene(), event, entries, live: live),
            keeping: .shared(topics: [event.topic], until: nil))
    }

    private static func logged(of event: Event, in tx: Reader) throws -> [ReleasePage.Entry] {
        let newest = try ReleaseStore.newest(logs + 1, of: event.id, in: tx)
        let entries = newest.enumerated().prefix(logs).map { index, release in
            let before = index + 1 < newest.count ? newest[index + 1] : nil
            return ReleasePage.Entry(
                head: release.head, sessions: before == nil ? release.programme.sessions.count : nil,
                changes: before.map { ProgrammeChange.diff($0.programme, release.programme) })
        }
        guard newest.count > logs else { return entries }
        let older = try ReleaseStore.list(of: event.id, in: tx).dropFirst(logs)
        return entries + older.map { ReleasePage.Entry(head: $0, sessions: nil, changes: nil) }
    }

    private static func compare(_ exchange: Exchange) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
            let number = try ReleaseRoutes.number(exchange)
            let release = try find(event, number, in: tx)
            let asked = exchange.query["against"].map { Int($0) ?? 0 }
            let against = try asked.map { try find(event, $0, in: tx) } ?? ReleaseStore.find(event.id, number - 1, in: tx)
            return ReleasePage.Comparison(
                event: event, release: release, against: against, others: try ReleaseStore.list(of: event.id, in: tx),
                live: try ReleaseRoutes.live(event, in: tx))
        }
        let words = exchange.words
        return exchange.page(
            title: words("release.number", ["number": words.number(view.release.number)]), wing: .convene, current: "/editions",
            main: ReleasePage.compare(exchange.scene(), view), keeping: .shared(topics: [view.event.topic], until: nil))
    }

    private static func live(_ event: Event, in tx: Reader) throws -> Set<Identifier> {
        Set(try ReleaseShelf.latest(of: event.id, in: tx)?.programme.sessions.map(\.id) ?? [])
    }
    static func number(_ exchange: Exchange) throws -> Int {
        guard let number = Int(exchange.parameters["number"] ?? "") else { throw Refusal(.notFound, "release.refusal.notFound") }
        return number
    }
    static func find(_ event: Event, _ number: Int, in tx: Reader) throws -> Release {
        guard let release = try ReleaseStore.find(event.id, number, in: tx) else {
            throw Refusal(.notFound, "release.refusal.notFound")
        }
        return release
    }
}
