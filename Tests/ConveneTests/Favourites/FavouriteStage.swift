import Base
import HTTPTypes
import People
import Store
import TestKit
import Web

@testable import Convene

/// A conference with a release of three talks, of which the first two overlap, and two readers with accounts.
struct FavouriteStage: Sendable {
    let world: EventWorld
    let event: Event
    let sessions: [Identifier]
    let reader: Viewer
    let other: Viewer

    static func with(_ backend: Backend, _ body: @Sendable (FavouriteStage) async throws -> Void) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let sessions = try await publish(world, event, [("First", 540), ("Second", 570), ("Third", 660)])
            let (reader, other) = try await world.database.write { [administrator = world.administrator] tx in
                func made(_ name: String) throws -> Viewer {
                    let draft = PersonDraft(name: name, email: "\(name)@test.example".lowercased())
                    let person = try PersonActions.add(draft, by: administrator, in: tx)
                    return Viewer(person: person.id, name: name, grants: [])
                }
                return (try made("Reader"), try made("Other"))
            }
            try await body(FavouriteStage(world: world, event: event, sessions: sessions, reader: reader, other: other))
        }
    }

    /// Puts a programme of these talks out; what was there before is taken away.
    @discardableResult
    static func publish(_ world: EventWorld, _ event: Event, _ talks: [(title: String, start: Int)]) async throws -> [Identifier]
    {
        let administrator = world.administrator
        return try await world.database.write { tx in
            let now = try ProgrammeStore.draft(of: event, in: tx).sessions
            for session in now where !talks.contains(where: { $0.title == session.title.text(.en) }) {
                _ = try ProgrammeActions.removeSession(session.id, seen: nil, of: event, by: administrator, in: tx)
            }
            for talk in talks where !now.contains(where: { $0.title.text(.en) == talk.title }) {
                let draft = SessionDraft(
                    date: event.first, start: ClockTime(minutes: talk.start), minutes: 60, kind: .talk,
                    title: Localized(talk.title))
                _ = try ProgrammeActions.addSession(draft, to: event, by: administrator, in: tx)
            }
            let release = try ReleaseActions.publish(event, message: Localized("Out"), by: administrator, in: tx)
            return talks.compactMap { talk in release.programme.sessions.first { $0.title.text(.en) == talk.title }?.id }
        }
    }

    /// What a route answers to a browser with a cookie.
    func ask(
        _ path: String, post form: [(name: String, value: String)]? = nil, query: [(name: String, value: String)] = [],
        cookie: FavouriteCookie = FavouriteCookie(), as viewer: Viewer? = nil
    ) async throws -> Answer {
        let module = ConveneModule.module()
        guard case .found(let route, let parameters) = try RouteTable(module.routes).match(form == nil ? .get : .post, path)
        else { throw Refusal(.notFound, "refusal.notFound") }
        let hall = Hall(
            database: world.database, book: EventWorld.book, assets: StaticFiles(["Assets/worker.js": "self"]),
            siteName: "Plenaria", baseURL: "https://conference.example", places: module.places, viewer: { _, _ in nil })
        var fields = HTTPFields()
        if !cookie.sessions.isEmpty { fields[.cookie] = "\(FavouriteCookie.name)=\(cookie.value)" }
        return try await route.handler(
            Exchange(
                hall: hall, method: route.method, path: path, query: FormData(query), parameters: parameters, fields: fields,
                form: FormData(form ?? []), now: world.database.now, viewer: viewer, browser: nil, origin: "test"))
    }

    func page(
        _ path: String, query: [(name: String, value: String)] = [], cookie: FavouriteCookie = FavouriteCookie(),
        as viewer: Viewer? = nil
    ) async throws -> String {
        String(decoding: try await ask(path, query: query, cookie: cookie, as: viewer).body, as: UTF8.self)
    }

    func chosen(by viewer: Viewer) async throws -> [Identifier] {
        try await world.database.read { try FavouriteStore.of(viewer.person, in: event.id, $0) }
    }
}
