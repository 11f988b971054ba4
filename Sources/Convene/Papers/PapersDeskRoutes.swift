import Base
import HTML
import HTTPTypes
import HTTPTypes
import Paper
import Store
import Web

/// Printing at the desk. What is long is printed on the press's own thread, between which others' tickets are printed.
package enum PapersDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/papers", .role(.organiser), handler: show),
        Route(.get, "/desk/e/:event/papers/badges.pdf", .role(.organiser), rate: 30, handler: badges),
        Route(.get, "/desk/e/:event/papers/list.pdf", .role(.organiser), rate: 30, handler: list),
        Route(.get, "/desk/e/:event/papers/signs.pdf", .role(.organiser), rate: 30, handler: signs),
    ]

    private static func show(_ exchange: Exchange) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return PapersDeskPage.View(
                event: event, places: try PlaceCategoryStore.all(of: event.id, in: tx),
                counts: try RegistrationListStore.counts(of: event.id, in: tx),
                isReleased: try ReleaseStore.mark(of: event.id, in: tx) != nil)
        }
        return exchange.page(
            title: exchange.words("papers.title"), wing: .convene, current: "/desk",
            main: PapersDeskPage.main(exchange.scene(withForms: true), view), withForms: true)
    }

    /// Everybody who is confirmed and meets the filter.
    private static func people(_ exchange: Exchange, kind: String) async throws -> (Event, [PlaceCategory], [Registration]) {
        let filter = RegistrationFilter(
            category: exchange.query[kind].flatMap { Identifier($0) }, states: [.confirmed], text: exchange.query.line("q"))
        let found = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return (
                event, try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category),
                try RegistrationListStore.all(of: event.id, filter, in: tx)
            )
        }
        guard !found.2.isEmpty else { throw Refusal(.conflict, "papers.refusal.nobody") }
        return found
    }

    private static func badges(_ exchange: Exchange) async throws -> Answer {
        let order = BadgeOrder(exchange.query["sheet"].flatMap(BadgeOrder.Sheet.init(rawValue:)) ?? .a6)
        let (event, categories, people) = try await people(exchange, kind: "category")
        guard people.count <= BadgeSheet.mostBadges else { throw PrintingRoutes.refusal(.tooMany(most: BadgeSheet.mostBadges)) }
        let signer = DoorRoutes.signer(exchange.hall)
        let sheet = BadgesPaper.sheet(
            people, event: event, categories: categories, order: order, code: signer.text(of:), words: exchange.words,
            now: exchange.now)
        return try await PrintingRoutes.answer(sheet, name: "\(event.slug)-badges.pdf")
    }

    private static func list(_ exchange: Exchange) async throws -> Answer {
        let (event, categories, people) = try await people(exchange, kind: "listed")
        let list = ParticipantsPaper.list(
            people, event: event, categories: categories, words: exchange.words, now: exchange.now)
        return try await PrintingRoutes.answer(list, name: "\(event.slug)-participants.pdf")
    }

    private static func signs(_ exchange: Exchange) async throws -> Answer {
        let (event, release) = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return (event, try ReleaseShelf.latest(of: event.id, in: tx))
        }
        guard let release else { throw Refusal(.notFound, "site.unpublished") }
        let sheets = SignsPaper.sheets(
            event, release.programme, words: exchange.words, baseURL: exchange.hall.baseURL, now: exchange.now)
        guard !sheets.signs.isEmpty else { throw Refusal(.conflict, "papers.refusal.roomless") }
        return try await PrintingRoutes.answer(sheets, name: "\(event.slug)-signs.pdf")
    }
}
