import Base
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import TestKit

@testable import Web

/// A front door with a few routes of its own over a real database.
struct WebWorld: Sendable {
    let database: Store.Database
    let live = LiveHub()
    let secret = FormGuard.newSecret()
    static let person = Identifier(stored: "00000000-0000-7000-8000-00000000000a")

    static func with<T: Sendable>(
        _ backend: Backend, _ body: @Sendable (WebWorld) async throws -> T
    ) async throws -> T {
        try await withDatabase(backend, migrations: WebSchema.migrations) { database in
            let world = WebWorld(database: database)
            try await database.write { tx in
                try SessionStore.open(world.secret, person: person, until: tx.now.adding(minutes: 60), in: tx)
            }
            return try await body(world)
        }
    }

    func front(_ routes: [Route]) throws -> Front {
        var book = WordBook()
        try book.add(HouseFiles.words)
        try book.add(WebFiles.words)
        let viewer = Viewer(person: WebWorld.person, name: "Test", grants: [])
        let hall = Hall(
            database: database, book: book, assets: StaticFiles([:]), siteName: "Test", baseURL: "http://localhost", places: [],
            viewer: { id, _ in id == WebWorld.person ? viewer : nil },
            bearer: { token, _ in token == "good" ? Bearer(viewer: viewer, scopes: ["thing:write"]) : nil }, live: live)
        return Front(
            hall: hall, table: try RouteTable(routes), cache: PageCache(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func client<T: Sendable>(
        _ routes: [Route], _ body: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        try await Application(responder: try front(routes)).test(.router) { try await body($0) }
    }

    /// The cookie of the signed-in browser.
    var cookie: HTTPFields {
        var fields = HTTPFields()
        fields[.cookie] = "plenaria=\(secret)"
        return fields
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
}
