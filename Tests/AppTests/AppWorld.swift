import App
import Base
import Convene
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import People
import Store
import TestKit
import Web

/// The whole program over a test database with the demo world in it.
struct AppWorld: Sendable {
    let house: House
    let event: Event
    /// A role → the secret of a signed-in browser.
    let browsers: [Asker: String]
    let people: [Asker: Identifier]
    /// The event in which `otherOrganiser` has a role, and nobody else who has one in `event`.
    let other: Event
    /// Tracks of the draft of `event`: the one that `trackEditor` looks after, and another one.
    let tracks: (own: Track, other: Track)

    enum Asker: String, CaseIterable, Sendable {
        case anonymous, nobody, reader, trackEditor, editor, organiser, otherOrganiser, revoked, secretariat, administrator

        /// What it may do in the event `gmc-2025`; of the editor of a track, what she may do with all of it.
        var role: Role? {
            switch self {
            case .anonymous, .nobody, .otherOrganiser, .revoked: nil
            case .reader, .trackEditor: .reader
            case .editor: .editor
            case .organiser: .organiser
            case .secretariat: .secretariat
            case .administrator: .administrator
            }
        }
        /// What it may do everywhere.
        var everywhere: Role? { self == .secretariat || self == .administrator ? role : nil }
    }

    /// Some routes end sessions: the next one is asked as if none had.
    func signInAgain(_ asker: Asker) async throws {
        guard let secret = browsers[asker], let person = people[asker] else { return }
        try await house.database.write { tx in
            guard try SessionStore.person(secret, in: tx) == nil else { return }
            try SessionStore.open(secret, person: person, until: tx.now.adding(minutes: 600), in: tx)
        }
    }

    static func with<T: Sendable>(
        _ backend: Backend, base: String = "http://localhost", _ body: @Sendable (AppWorld) async throws -> T
    ) async throws -> T {
        try await withDatabase(backend, migrations: Array(House.migrations.dropFirst(StoreSchema.migrations.count))) { database in
            try await body(try await make(database, base: base))
        }
    }

    static func settings(base: String = "http://localhost") async throws -> Settings {
        var settings = try await Settings.read()
        settings.demo = true
        settings.baseURL = base
        settings.rate = 1_000_000
        return settings
    }

    static func make(_ database: Store.Database, base: String = "http://localhost") async throws -> AppWorld {
        let house = try House(try await settings(base: base), database: database)
        try await DemoWorld.fill(house)
        return try await database.write { tx in
            guard let event = try EventStore.find(slug: "gmc-2025", in: tx),
                let other = try EventStore.find(slug: "gmc-2024", in: tx),
                let first = try PersonStore.find(email: "admin@plenaria.example", in: tx),
                let administrator = try RoleStore.viewer(first.id, in: tx)
            else { throw StoreError.other("the demo is not there") }
            let tracks = try ["Own", "Other"].map {
                try TrackActions.add(Localized($0), colour: nil, to: event, by: administrator, in: tx)
            }
            var browsers: [Asker: String] = [:]
            var people: [Asker: Identifier] = [:]
            for asker in Asker.allCases where asker != .anonymous {
                let person = try PersonActions.add(
                    PersonDraft(name: "Test \(asker.rawValue)", email: "\(asker.rawValue)@test.example"), by: administrator,
                    in: tx)
                if asker == .otherOrganiser {
                    try RoleActions.grant(Grant(.organiser, in: other.id), to: person.id, by: administrator, in: tx)
                }
                // Her role was taken again, and she signed in anew.
                if asker == .revoked {
                    let grant = Grant(.organiser, in: event.id)
                    try RoleActions.grant(grant, to: person.id, by: administrator, in: tx)
                    try RoleActions.revoke(grant, from: person.id, by: administrator, in: tx)
                }
                if asker == .trackEditor {
                    let grant = Grant(.editor, in: event.id, part: tracks[0].id)
                    try RoleActions.grant(grant, to: person.id, by: administrator, in: tx)
                } else if let role = asker.role {
                    try RoleActions.grant(
                        Grant(role, in: asker.everywhere == nil ? event.id : nil), to: person.id, by: administrator, in: tx)
                }
                let secret = FormGuard.newSecret()
                try SessionStore.open(secret, person: person.id, until: tx.now.adding(minutes: 600), in: tx)
                browsers[asker] = secret
                people[asker] = person.id
            }
            return AppWorld(
                house: house, event: event, browsers: browsers, people: people, other: other, tracks: (tracks[0], tracks[1]))
        }
    }

    func administrator(_ tx: Reader) throws -> Viewer? {
        try people[.administrator].flatMap { try RoleStore.viewer($0, in: tx) }
    }

    func client<T: Sendable>(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> T) async throws -> T {
        let application = Application(responder: house.front(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        return try await application.test(.router) { try await body($0) }
    }

    func get(_ path: String, _ asker: Asker, _ client: any TestClientProtocol, fields: HTTPFields = [:]) async throws
        -> TestResponse
    {
        try await client.execute(uri: path, method: .get, headers: headers(asker, fields))
    }

    func post(_ path: String, _ asker: Asker, _ form: [(String, String)], _ client: any TestClientProtocol) async throws
        -> TestResponse
    {
        var fields = HTTPFields()
        fields[.contentType] = "application/x-www-form-urlencoded"
        // The anonymous browser has a cookie too, so that it is the verb that refuses and not the form's guard.
        let secret = browsers[asker] ?? Self.stranger
        fields[.cookie] = "plenaria=\(secret)"
        let all = [("_token", FormGuard.masked(secret))] + form
        let body = all.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
        return try await client.execute(uri: path, method: .post, headers: fields, body: ByteBuffer(string: body))
    }

    /// Asks a route of any kind with an empty form or an empty JSON object, from a page of ours.
    func ask(_ route: Route, _ path: String, _ asker: Asker, _ client: any TestClientProtocol) async throws -> TestResponse {
        if route.method == .get { return try await get(path, asker, client) }
        guard route.takesJSON else { return try await post(path, asker, [], client) }
        let secret = browsers[asker] ?? Self.stranger
        let fields: HTTPFields = [
            .contentType: "application/json", .cookie: "plenaria=\(secret)", FormGuard.header: FormGuard.masked(secret),
        ]
        return try await client.execute(uri: path, method: route.method, headers: fields, body: ByteBuffer(string: "{}"))
    }

    private static let stranger = FormGuard.newSecret()

    private func headers(_ asker: Asker, _ fields: HTTPFields) -> HTTPFields {
        var fields = fields
        if let secret = browsers[asker] { fields[.cookie] = "plenaria=\(secret)" }
        return fields
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
