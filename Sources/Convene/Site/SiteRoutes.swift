import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The public conference site. All of a programme comes from its latest release; drafts have no way here.
package enum SiteRoutes {
    package static let routes: [Route] = [
        Route(.get, "/editions", .anyone, handler: editions),
        Route(.get, "/e/:event", .anyone, handler: event),
        Route(.get, "/e/:event/programme", .anyone, query: ProgrammeFilter.choices, handler: programme),
        Route(.get, "/e/:event/s/:session", .anyone, handler: session),
    ]

    /// An event and what the public sees of its programme.
    package struct Sight: Sendable {
        package let event: Event
        package let release: Release?
    }

    package static func sight(_ exchange: Exchange, in tx: Reader) throws -> Sight {
        let event = try EventStore.visible(slug: exchange.parameters["event"] ?? "", to: exchange.viewer, in: tx)
        return Sight(event: event, release: try ReleaseShelf.latest(of: event.id, in: tx))
    }

    /// The session of a path in the release. One that stood in an earlier release is gone, and says so.
    package static func index(
        of exchange: Exchange, _ view: ProgrammeView?, _ event: Event, in tx: Reader
    ) throws -> Int {
        let id = try exchange.id("session")
        if let index = view?.index(of: id) { return index }
        let earlier = try ReleaseStore.newest(SiteRoutes.remembered, of: event.id, in: tx)
        guard earlier.contains(where: { $0.programme.session(id) != nil }) else { throw Refusal(.notFound, "refusal.notFound") }
        throw Refusal(.gone, "site.refusal.gone")
    }
    /// How many releases back a session is remembered as gone or cancelled.
    package static let remembered = 20

    /// For somebody who is signed in, what she chose; a page that is the same for everyone asks nothing.
    private static func stars(_ exchange: Exchange, _ event: Event, in tx: Reader) throws -> StarPage.Keeping {
        exchange.viewer == nil ? .browser : .account(Set(try FavouriteRoutes.chosen(exchange, of: event, in: tx)))
    }

    private static func editions(_ exchange: Exchange) async throws -> Answer {
        let files = try await exchange.database.read { try EventStore.editions(in: $0) }
        let scene = exchange.scene()
        return exchange.page(
            title: exchange.words("edition.title"), wing: .convene, current: "/editions",
            masthead: EditionsPage.masthead(scene), main: EditionsPage.main(scene, files),
            keeping: .shared(topics: [Event.listTopic, Organisation.topic], until: nil))
    }

    private static func event(_ exchange: Exchange) async throws -> Answer {
        let (file, release) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            return (try EventStore.file(sight.event, in: tx), sight.release)
        }
        let scene = exchange.scene()
        let view = release.map { ProgrammeShelf.shared.view($0, reader: exchange.zone, language: exchange.language) }
        return exchange.page(
            title: file.event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.event(scene, file),
            main: "\(EventPage.main(scene, file, view))\(DataBlock.linkedData(linked(file, exchange).summary(view)))",
            footnote: release.map { ProgrammePage.footnote(scene, file.event, $0) } ?? .empty,
            keeping: keeping(file.event, view, exchange, more: [Organisation.topic]), zoned: view != nil,
            feeds: feeds(file.event, exchange))
    }

    private static func programme(_ exchange: Exchange) async throws -> Answer {
        let (sight, stars) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            return (sight, try SiteRoutes.stars(exchange, sight.event, in: tx))
        }
        let event = sight.event
        let scene = exchange.scene()
        let filter = ProgrammeFilter { exchange.query[$0] }
        let view = sight.release.map { ProgrammeShelf.shared.view($0, reader: exchange.zone, language: exchange.language) }
        let main =
            view.map { ProgrammePage.main(scene, event, $0, filter, stars: stars) } ?? ProgrammePage.unpublished(scene, event)
        let snippet = view == nil ? .empty : EmbedPage.snippet(scene, event, baseURL: exchange.hall.baseURL)
        return exchange.page(
            title: exchange.words("site.programme") + " · " + event.name.text(exchange.language), wing: .convene,
            current: "/editions",
            masthead: MastheadPage.within(scene, event, title: "\(exchange.words("site.programme"))"),
            main: "\(main)\(view.map { FormatsPage.list(scene, event, $0) })\(snippet)",
            footnote: sight.release.map { ProgrammePage.footnote(scene, event, $0) } ?? .empty,
            keeping: keeping(event, view, exchange), zoned: view != nil, feeds: feeds(event, exchange))
    }

    private static func session(_ exchange: Exchange) async throws -> Answer {
        let (source, view, index, shown, stars) = try await exchange.database.read { tx in
            let sight = try SiteRoutes.sight(exchange, in: tx)
            let view = sight.release.map { ProgrammeShelf.shared.view($0, reader: exchange.zone, language: exchange.language) }
            let shown = try MaterialActions.shown(of: exchange.id("session"), of: sight.event, to: exchange.viewer, in: tx)
            let index = try SiteRoutes.index(of: exchange, view, sight.event, in: tx)
            let history = try sight.release.map { try ExportStore.history(of: $0, in: tx) } ?? .none
            let source = (try EventStore.file(sight.event, in: tx), history)
            return (source, view, index, shown, try SiteRoutes.stars(exchange, sight.event, in: tx))
        }
        guard let view else { throw Refusal(.notFound, "refusal.notFound") }
        let scene = exchange.scene()
        let (file, history) = source
        let event = file.event
        let title = view.items[index].session.title
        let data = linked(file, exchange).session(view.items[index], view, history: history)
        let materials = MaterialPage.list(scene, event, view.items[index].session.id, shown)
        return exchange.page(
            title: title.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, event, title: scene.text(title)),
            main: """
                \(SessionPage.main(scene, event, view, at: index, materials: materials, stars: stars))\
                \(DataBlock.linkedData(data))
                """,
            footnote: ProgrammePage.footnote(scene, event, view.release),
            keeping: keeping(event, view, exchange), zoned: true)
    }

    /// Pages that mark what is on now hold until the next start or end.
    private static func keeping(_ event: Event, _ view: ProgrammeView?, _ exchange: Exchange, more: Set<String> = [])
        -> Answer.Keeping
    {
        .shared(topics: more.union([event.topic]), until: view?.nextBoundary(after: exchange.now))
    }

    private static func linked(_ file: EventFile, _ exchange: Exchange) -> LinkedDataExport {
        LinkedDataExport(file, language: exchange.language, baseURL: exchange.hall.baseURL)
    }

    private static func feeds(_ event: Event, _ exchange: Exchange) -> [PageFrame.Feed] {
        let name = event.name.text(exchange.language)
        return [
            PageFrame.Feed(type: "text/calendar", title: name, path: exchange.scene().link(event.path + "/programme.ics")),
            PageFrame.Feed(type: "application/vnd.c3voc.schedule+xml", title: name, path: event.path + "/schedule.xml"),
            PageFrame.Feed(
                type: "application/atom+xml", title: exchange.words("release.changes"),
                path: exchange.scene().link(event.path + "/changes.atom")),
        ]
    }
}

/// The blocks of the start page: the event that is on or comes next as the masthead, and the editions.
package enum SitePanels {
    package static let all: [Module.Panel] = [
        Module.Panel(order: 0, topics: [Event.listTopic, Organisation.topic]) { tx, scene in
            guard let file = EventFile.current(of: try EventStore.editions(in: tx), at: tx.now) else { return .empty }
            return MastheadPage.event(scene, file, isLinked: true)
        },
        Module.Panel(order: 10, topics: [Event.listTopic, Organisation.topic]) { tx, scene in
            EditionsPage.panel(scene, try EventStore.editions(in: tx))
        },
    ]
}
