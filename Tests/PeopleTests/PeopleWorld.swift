import Base
import HTML
import HTTPTypes
import Store
import TestKit
import Web

@testable import People

/// A migrated database with an administrator, and a hall around it.
struct PeopleWorld: Sendable {
    let database: Store.Database
    let clock: TestClock
    let administrator: Viewer
    let module: Module
    /// At a cost that keeps tests quick.
    let hasher: PasswordHasher

    static func with(
        _ backend: Backend, events: [Reference] = [], parts: [Reference] = [], providers: [SignInProvider] = [],
        _ body: @Sendable (PeopleWorld) async throws -> Void
    ) async throws {
        let hasher = PasswordHasher(cost: Argon2.Cost(kibibytes: 64, passes: 1))
        let module = PeopleModule.module(events: { _ in events }, parts: { _, _ in parts }, providers: providers, hasher: hasher)
        let clock = TestClock()
        try await withDatabase(backend, migrations: WebSchema.migrations + module.migrations, clock: clock.read) { database in
            let administrator = try await database.write { try PeopleDemo.administrator(in: $0) }
            try await body(
                PeopleWorld(database: database, clock: clock, administrator: administrator, module: module, hasher: hasher))
        }
    }

    /// Someone with that role everywhere who is in no table.
    static func viewer(_ role: Role, in scope: Identifier? = nil) -> Viewer {
        Viewer(person: Identifier(at: Instant(seconds: 1)), name: "Nobody", grants: [Grant(role, in: scope)])
    }

    static func words(_ language: Language = .en) throws -> Words {
        var book = WordBook()
        for words in [HouseFiles.words, WebFiles.words, PeopleModule.module().words] { try book.add(words) }
        return book.words(language)
    }

    func hall(isSecure: Bool = false) throws -> Hall {
        var book = WordBook()
        for words in [HouseFiles.words, WebFiles.words, module.words] { try book.add(words) }
        return Hall(
            database: database, book: book, assets: StaticFiles(HouseFiles.assets), siteName: "Plenaria",
            baseURL: isSecure ? "https://example.org" : "http://localhost:8080", places: module.places,
            viewer: { try RoleStore.viewer($0, in: $1) })
    }

    /// What a route answers; a refusal is thrown, as the front door would see it.
    func ask(
        _ path: String, post form: [(name: String, value: String)]? = nil, query: [(name: String, value: String)] = [],
        as viewer: Viewer? = nil, browser: String? = nil, files: [UploadedFile] = [], fields: HTTPFields = [:]
    ) async throws -> Answer {
        let table = try RouteTable(module.routes)
        guard case .found(let route, let parameters) = table.match(form == nil ? .get : .post, path) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return try await route.handler(
            Exchange(
                hall: try hall(), method: route.method, path: path, query: FormData(query), parameters: parameters,
                fields: fields,
                form: FormData(form ?? []), files: files, now: database.now, viewer: viewer, browser: browser, origin: "test"))
    }

    func organisation(_ slug: String, _ name: String, _ kind: Organisation.Kind = .university, _ country: String = "KE")
        async throws -> Organisation
    {
        let viewer = administrator
        guard let country = Country(rawValue: country) else { throw Refusal(.invalid, "people.refusal.country") }
        let draft = OrganisationDraft(slug: slug, names: Localized(name), kind: kind, country: country)
        return try await database.write { try OrganisationActions.register(draft, by: viewer, in: $0) }
    }

    func person(_ name: String, _ email: String?, _ role: Role? = nil) async throws -> Person {
        let viewer = administrator
        return try await database.write { tx in
            let person = try PersonActions.add(PersonDraft(name: name, email: email), by: viewer, in: tx)
            if let role { try RoleActions.grant(Grant(role), to: person.id, by: viewer, in: tx) }
            return person
        }
    }

    /// A browser in which that person signed in just now.
    func signedIn(_ person: Person, device: String = "") async throws -> (viewer: Viewer, browser: String) {
        try await database.write { tx in
            let signed = try SignInActions.begin(
                person.id, browser: FormGuard.newSecret(), device: device, next: nil, in: tx)
            guard let viewer = try RoleStore.viewer(person.id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
            return (viewer, signed.secret)
        }
    }

    /// Whether a browser is signed in.
    func isOpen(_ browser: String) async throws -> Bool {
        try await database.read { try SessionStore.sitting(browser, in: $0) != nil }
    }

    /// How many rows of audit and notes there are.
    func marks() async throws -> [Int] {
        try await database.read { tx in
            [try tx.count("SELECT COUNT(*) FROM audit"), try tx.count("SELECT COUNT(*) FROM note")]
        }
    }
}

extension Answer {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// The refusal that a piece of work meets; nil if it meets none.
func refusal(_ work: () async throws -> some Any) async throws -> Refusal? {
    do {
        _ = try await work()
        return nil
    } catch let refusal as Refusal {
        return refusal
    }
}

func day(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(text) else { throw Refusal(.invalid, "people.refusal.date") }
    return date
}
