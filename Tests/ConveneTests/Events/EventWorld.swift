import Base
import HTML
import HTTPTypes
import People
import Store
import TestKit
import Web

@testable import Convene

/// A migrated database with an administrator, a series and a hall around it.
struct EventWorld: Sendable {
    let database: Store.Database
    let clock: TestClock
    let administrator: Viewer
    let series: Series

    static func with(_ backend: Backend, _ body: @Sendable (EventWorld) async throws -> Void) async throws {
        let clock = TestClock()
        let migrations = WebSchema.migrations + PeopleModule.module().migrations + ConveneModule.module().migrations
        try await withDatabase(backend, migrations: migrations, clock: clock.read) { database in
            let (administrator, series) = try await database.write { tx in
                let administrator = try PeopleDemo.administrator(in: tx)
                return (administrator, try EventActions.createSeries("gmc", name: Localized("GMC"), by: administrator, in: tx))
            }
            try await body(EventWorld(database: database, clock: clock, administrator: administrator, series: series))
        }
    }

    static func viewer(_ role: Role, in scope: Identifier? = nil) -> Viewer {
        Viewer(person: Identifier(at: Instant(seconds: 1)), name: "Nobody", grants: [Grant(role, in: scope)])
    }

    /// The same for all pages: an address that one gave opens on the next.
    static let keys = HouseKeys.fresh()

    static let book: WordBook = {
        var book = WordBook()
        let all = [HouseFiles.words, WebFiles.words, PeopleModule.module().words, ConveneModule.module().words]
        for words in all { try? book.add(words) }
        return book
    }()

    static func draft(_ slug: String = "gmc-2025", isPublic: Bool = true) throws -> EventDraft {
        EventDraft(
            slug: slug, name: Localized(["en": "Conference 2025", "es": "Conferencia 2025"]), shortName: "GMC",
            zone: "America/Mexico_City", first: try EventWorld.day("2025-12-02"), last: try EventWorld.day("2025-12-04"),
            venue: Localized("UNAM"), city: Localized(["en": "Mexico City", "es": "Ciudad de México"]), country: "MX",
            isPublic: isPublic)
    }

    func event(_ slug: String = "gmc-2025", isPublic: Bool = true) async throws -> Event {
        let draft = try EventWorld.draft(slug, isPublic: isPublic)
        return try await database.write { [administrator, series] tx in
            try EventActions.create(draft, in: series.id, by: administrator, in: tx)
        }
    }

    /// What a route answers; a refusal is thrown, as the front door would see it.
    func ask(
        _ path: String, post form: [(name: String, value: String)]? = nil, query: [(name: String, value: String)] = [],
        as viewer: Viewer? = nil
    ) async throws -> Answer {
        let module = ConveneModule.module()
        guard case .found(let route, let parameters) = try RouteTable(module.routes).match(form == nil ? .get : .post, path)
        else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let hall = Hall(
            database: database, book: EventWorld.book, assets: StaticFiles([:]), siteName: "Plenaria",
            baseURL: "https://conference.example", places: module.places, viewer: { _, _ in nil },
            keys: EventWorld.keys)
        return try await route.handler(
            Exchange(
                hall: hall, method: route.method, path: path, query: FormData(query), parameters: parameters, fields: [:],
                form: FormData(form ?? []), now: database.now, viewer: viewer, browser: nil, origin: "test"))
    }

    func page(_ path: String, query: [(name: String, value: String)] = [], as viewer: Viewer? = nil) async throws -> String {
        String(decoding: try await ask(path, query: query, as: viewer).body, as: UTF8.self)
    }

    /// The refusal that a piece of work meets; nil if it meets none.
    static func refusal(_ work: () async throws -> some Any) async throws -> Refusal? {
        do {
            _ = try await work()
            return nil
        } catch let refusal as Refusal {
            return refusal
        }
    }

    struct NoDate: Error {}
    static func day(_ text: String) throws -> CalendarDate {
        guard let date = CalendarDate(text) else { throw NoDate() }
        return date
    }
}
