import Base
import HTML
import Store
import Web

/// All changes between a release and what is public now. Its address is that of the list of changes, with `?since=`.
enum NewsRoutes {
    static func answer(_ exchange: Exchange, since text: String) async throws -> Answer {
        let view = try await exchange.database.read { tx -> NewsPage.View in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            guard let number = Int(text), let now = sight.release else {
                throw Refusal(.notFound, "release.refusal.notFound")
            }
            // A number that is not out yet is taken for the newest: nothing has changed since.
            let since = number >= now.number ? now : try ReleaseStore.find(sight.event.id, number, in: tx)
            guard let since else { throw Refusal(.notFound, "release.refusal.notFound") }
            return NewsPage.View(
                event: sight.event, since: since.head, now: now,
                changes: ProgrammeChange.diff(since.programme, now.programme),
                releases: try ReleaseStore.list(of: sight.event.id, in: tx))
        }
        let scene = exchange.scene()
        let title = exchange.words("site.changes")
        return exchange.page(
            title: title + " · " + view.event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, view.event, title: "\(title)"), main: NewsPage.main(scene, view),
            keeping: .shared(topics: [view.event.topic], until: nil))
    }
}
