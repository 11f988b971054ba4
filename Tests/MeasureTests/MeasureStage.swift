import Base
import CompositeIndex
import Foundation
import HTML
import HTTPTypes
import People
import Store
import TestKit
import Web

@testable import Measure

/// A migrated database with an administrator and one edition that can be computed.
struct MeasureStage: Sendable {
    let database: Store.Database
    let clock: TestClock
    let administrator: Viewer
    let edition: IndexEdition

    static func with(_ backend: Backend, _ body: @Sendable (MeasureStage) async throws -> Void) async throws {
        let clock = TestClock()
        let migrations = WebSchema.migrations + PeopleModule.module().migrations + MeasureModule.module().migrations
        try await withDatabase(backend, migrations: migrations, clock: clock.read) { database in
            let (administrator, edition) = try await database.write { tx in
                let administrator = try PeopleDemo.administrator(in: tx)
                let made = try EditionActions.create(draft("tiny-2026"), by: administrator, in: tx)
                try EditionActions.edit(made.id, as: "index.imported", seen: nil, by: administrator, in: tx) { $0 = tiny }
                return (administrator, try EditionStore.find(made.id, in: tx) ?? made)
            }
            try await body(MeasureStage(database: database, clock: clock, administrator: administrator, edition: edition))
        }
    }

    static func draft(_ slug: String) -> EditionDraft {
        EditionDraft(slug: slug, series: "tiny", period: "2026", name: Localized(["en": "Tiny index", "es": "Índice mínimo"]))
    }

    /// Two pillars of two and one indicators, four countries, one gap.
    static let tiny = IndexContent(
        nodes: [
            Node(code: "T", level: 3, parent: nil), Node(code: "P", level: 2, parent: "T"),
            Node(code: "Q", level: 2, parent: "T"),
            Node(code: "p1", level: 1, parent: "P"), Node(code: "p2", level: 1, parent: "P", direction: .negative),
            Node(code: "q1", level: 1, parent: "Q"),
        ],
        data: IndexData(
            units: ["AA", "BB", "CC", "DD"].map { IndexUnit(code: $0, groups: ["region": $0 < "C" ? "north" : "south"]) },
            columns: ["p1", "p2", "q1"], values: [[1, 2, 3, 4], [9, 7, 5, nil], [2, 8, 4, 6]]))

    static func viewer(_ role: Role) -> Viewer {
        Viewer(person: Identifier(at: Instant(seconds: 1)), name: "Nobody", grants: [Grant(role)])
    }

    func now() async throws -> IndexEdition {
        try await database.read { [edition] in try EditionStore.find(edition.id, in: $0) } ?? edition
    }
    func content() async throws -> IndexContent {
        try await database.read { [edition] in try EditionStore.content(of: edition.id, in: $0) }
    }
    func person(_ name: String) async throws -> Viewer {
        let person = try await database.write { [administrator] tx in
            try PersonActions.add(
                PersonDraft(name: name, email: "\(name.lowercased())@people.example"), by: administrator, in: tx)
        }
        return Viewer(person: person.id, name: name, grants: [])
    }
    /// Frozen and released.
    func release() async throws {
        try await database.write { [edition, administrator] tx in
            try EditionActions.freeze(edition.id, by: administrator, in: tx)
            try EditionReleaseActions.release(edition.id, by: administrator, in: tx)
        }
    }
    /// The refusal's words that a verb meets; nil if it meets none.
    func refusal(_ verb: @escaping @Sendable (Writer) throws -> Void) async throws -> String? {
        do {
            try await database.write(verb)
            return nil
        } catch let refusal as Refusal {
            return refusal.words
        }
    }

    static let book: WordBook = {
        var book = WordBook()
        for words in [HouseFiles.words, WebFiles.words, PeopleModule.module().words, MeasureModule.module().words] {
            try? book.add(words)
        }
        return book
    }()

    /// What a route answers; a refusal is thrown, as the front door would see it.
    func ask(
        _ path: String, post form: [(name: String, value: String)]? = nil, files: [UploadedFile] = [], as viewer: Viewer? = nil,
        in hall: Hall? = nil, from origin: String = "test"
    ) async throws -> Answer {
        let module = MeasureModule.module()
        let pieces = path.split(separator: "?", maxSplits: 1).map(String.init), path = pieces[0]
        guard case .found(let route, let parameters) = try RouteTable(module.routes).match(form == nil ? .get : .post, path)
        else { throw Refusal(.notFound, "refusal.notFound") }
        let query = pieces.dropFirst().flatMap { $0.split(separator: "&") }.map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            return (name: parts[0], value: parts.count > 1 ? parts[1] : "")
        }
        return try await route.handler(
            Exchange(
                hall: hall ?? self.hall, method: route.method, path: path, query: FormData(query), parameters: parameters,
                fields: [:],
                form: FormData(form ?? []), files: files, now: database.now, viewer: viewer, browser: nil, origin: origin))
    }

    /// A house of its own for each use.
    var hall: Hall {
        Hall(
            database: database, book: MeasureStage.book, assets: StaticFiles([:]), siteName: "Plenaria",
            baseURL: "https://index.example", places: MeasureModule.module().places, viewer: { _, _ in nil })
    }

    func page(_ path: String, as viewer: Viewer? = nil) async throws -> String {
        String(decoding: try await ask(path, as: viewer).body, as: UTF8.self)
    }
}
