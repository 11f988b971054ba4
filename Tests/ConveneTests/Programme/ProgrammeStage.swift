import Base
import Foundation
import HTML
import HTTPTypes
import Store
import TestKit
import Web

@testable import Convene
@testable import People

/// An event with a programme and people around it, for the tests of drafts, releases and imports.
enum ProgrammeStage {
    static let migrations = WebSchema.migrations + PeopleModule.module().migrations + ConveneModule.module().migrations
    static let now = Instant(milliseconds: 1_764_774_000_000)
    static let id = Identifier("00000000-0000-7000-8000-0000000000e1")!
    static let elsewhere = Identifier("00000000-0000-7000-8000-0000000000e2")!
    static let series = Identifier("00000000-0000-7000-8000-0000000000aa")!
    static let first = CalendarDate("2025-12-03")!
    static let second = CalendarDate("2025-12-04")!

    static let event = Event(
        id: id, slug: "gmc-2025", series: series, kind: .conference, name: Localized("Global Conference"), shortName: "GMC",
        zone: "America/Mexico_City", first: first, last: second, venue: Localized("Tec"), city: Localized("Mexico City"),
        country: "MX", isPublic: true)

    static func viewer(_ role: Role, in scope: Identifier? = id) -> Viewer {
        Viewer(person: Identifier("00000000-0000-7000-8000-0000000000f1")!, name: "Ada", grants: [Grant(role, in: scope)])
    }
    static let editor = viewer(.editor)
    static let organiser = viewer(.organiser)

    /// A database with the event in it.
    static func run(
        _ backend: Backend, _ event: Event = event, _ body: @Sendable (Store.Database) async throws -> Void
    ) async throws {
        let clock = TestClock(now)
        try await withDatabase(backend, migrations: migrations, clock: clock.read) { database in
            try await database.write { tx in
                try EventRegisterStore.insert(Series(id: series, slug: "gmc", name: Localized("Conferences")), in: tx)
                try EventRegisterStore.insert(event, in: tx)
            }
            try await body(database)
        }
    }

    static func time(_ text: String) -> ClockTime { ClockTime(text)! }

    static func draft(_ title: String, _ start: String, minutes: Int = 30, on date: CalendarDate = first, kind: ItemKind = .talk)
        -> SessionDraft
    {
        SessionDraft(date: date, start: time(start), minutes: minutes, room: nil, kind: kind, title: Localized(title))
    }

    static func session(_ title: String, _ start: String, minutes: Int = 30, on date: CalendarDate = first, room: Room? = nil)
        -> Session
    {
        var draft = draft(title, start, minutes: minutes, on: date)
        draft.room = room?.id
        return draft.session(Identifier(at: now), before: nil, newID: { Identifier(at: now) })
    }

    static func appearance(_ name: String, _ presence: Presence = .inRoom, role: AppearanceRole = .speaker) -> Appearance {
        Appearance(
            id: Identifier(at: now), person: nil, name: name, affiliation: "", role: role, presence: presence,
            readBy: presence == .readOut ? "Grace" : "")
    }
    static func room(_ name: String, _ position: Int = 1) -> Room {
        Room(id: Identifier(at: now), name: Localized(name), position: position, capacity: nil)
    }
    static func programme(_ sessions: [Session], rooms: [Room] = [], zone: String = "America/Mexico_City") -> Programme {
        let days = Set(sessions.map(\.date)).sorted().map { ProgrammeDay(date: $0, ends: ClockTime(minutes: 1440)) }
        var programme = Programme(zone: zone, days: days, rooms: rooms, sessions: sessions)
        programme.sort()
        return programme
    }

    static func book() throws -> WordBook {
        var book = WordBook()
        try book.add(HouseFiles.words)
        try book.add(Convene.EmbeddedFiles.all)
        return book
    }
    static func scene(_ language: Language = .en, viewer: Viewer? = nil) throws -> Scene {
        Scene(words: try book().words(language), now: now, viewer: viewer, formToken: "token")
    }

    /// Keys that a page shows because a language has no words for them.
    static func missing(_ page: Markup) -> [String] {
        let pattern = /(?:programme|session|release|changes|agendaImport|kind|presence|appearance|form)\.[a-z]+[A-Za-z.]*/
        return page.text.replacing(/<[^>]*>/, with: " ").matches(of: pattern).map { String($0.output) }
    }

    /// Sends a request to a handler as the front would: without cookies, by a viewer or by nobody.
    static func ask(
        _ routes: [Route], _ method: HTTPRequest.Method, _ path: String, form: [(String, String)] = [], by viewer: Viewer?,
        _ database: Store.Database
    ) async throws -> Answer {
        let hall = Hall(
            database: database, book: try book(), assets: StaticFiles([:]), siteName: "Plenaria", baseURL: "http://localhost",
            places: [], viewer: { _, _ in nil })
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        guard case .found(let route, let parameters) = try RouteTable(routes).match(method, parts[0]) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let exchange = Exchange(
            hall: hall, method: method, path: parts[0], query: try FormData(urlencoded: (parts.count > 1 ? parts[1] : "").utf8),
            parameters: parameters, fields: [:], form: FormData(form.map { (name: $0.0, value: $0.1) }), now: now, viewer: viewer,
            browser: nil, origin: "test")
        return try await route.handler(exchange)
    }
}

/// The code of what a closure refuses; nil if it does not refuse.
func refused(_ body: () async throws -> Void) async -> Refusal.Code? {
    do {
        try await body()
        return nil
    } catch { return (error as? Refusal)?.code }
}
