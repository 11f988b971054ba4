import Base
import HTTPTypes
import Store
import TestKit
import Web

@testable import Convene
@testable import People

/// A published session with a speaker of ours behind its name, and files of all sorts.
struct MaterialStage: Sendable {
    let database: Store.Database
    let session: Identifier
    /// On the draft alone.
    let unpublished: Identifier
    /// Stands behind a name of both sessions; has no role.
    let speaker: Viewer
    /// Signed in, and nothing else.
    let stranger = Viewer(
        person: Identifier("00000000-0000-7000-8000-0000000000f9")!, name: "Eve", grants: [])

    static let event = ProgrammeStage.event
    static let routes = MaterialRoutes.routes + SiteRoutes.routes + ApiMaterialRoutes.routes

    static func run(_ backend: Backend, _ body: @Sendable (MaterialStage) async throws -> Void) async throws {
        try await ProgrammeStage.run(backend) { database in
            let organiser = ProgrammeStage.organiser
            let (sessions, person) = try await database.write { tx -> ([Identifier], Person) in
                var draft = ProgrammeStage.draft("Opening", "09:00")
                draft.people = [SessionDraft.Person(name: "Grace Hopper")]
                let first = try ProgrammeActions.addSession(draft, to: event, by: organiser, in: tx)
                try ReleaseActions.publish(event, message: Localized("Out"), by: organiser, in: tx)
                draft.start = ProgrammeStage.time("15:00")
                let second = try ProgrammeActions.addSession(draft, to: event, by: organiser, in: tx)
                let person = try NoticeActions.link(
                    "Grace Hopper", to: "grace@test.example", of: event, by: organiser, in: tx)
                return ([first.id, second.id], person)
            }
            try await body(
                MaterialStage(
                    database: database, session: sessions[0], unpublished: sessions[1],
                    speaker: Viewer(person: person.id, name: person.name, grants: [])))
        }
    }

    func add(
        _ kind: MaterialKind = .slides, _ file: UploadedFile? = MaterialStage.pdf, url: String = "",
        language: String = "", visibility: MaterialVisibility = .everyone, recording: Identifier? = nil,
        to session: Identifier? = nil, by viewer: Viewer? = ProgrammeStage.editor
    ) async throws -> Material {
        let draft = MaterialDraft(
            kind: kind, title: Localized("The \(kind.rawValue)"), language: language, visibility: visibility, url: url,
            recording: recording)
        let place = session ?? self.session
        return try await database.write {
            try MaterialActions.add(draft, file: file, to: place, of: Self.event, by: viewer, in: $0)
        }
    }

    func all(_ session: Identifier? = nil) async throws -> [Material] {
        let place = session ?? self.session
        return try await database.read { try MaterialStore.all(of: place, in: Self.event.id, $0) }
    }
    func count(_ table: SQL) async throws -> Int { try await database.read { try $0.count("SELECT COUNT(*) FROM \(table)") } }

    /// Sends a request as the front would, with a file if there is one.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, form: [(String, String)] = [], file: UploadedFile? = nil,
        fields: HTTPFields = [:], language: String = "", by viewer: Viewer?
    ) async throws -> Answer {
        let hall = Hall(
            database: database, book: try ProgrammeStage.book(), assets: StaticFiles([:]), siteName: "Plenaria",
            baseURL: "http://localhost", places: [], viewer: { _, _ in nil })
        guard case .found(let route, let parameters) = try RouteTable(Self.routes).match(method, path) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let query = FormData(language.isEmpty ? [] : [(name: "lang", value: language)])
        let exchange = Exchange(
            hall: hall, method: method, path: path, query: query, parameters: parameters, fields: fields,
            form: FormData(form.map { (name: $0.0, value: $0.1) }), files: file.map { [$0] } ?? [], now: ProgrammeStage.now,
            viewer: viewer, browser: nil, origin: "test")
        return try await route.handler(exchange)
    }
    func page(_ path: String, language: String = "", by viewer: Viewer?) async throws -> String {
        String(decoding: try await ask(.get, path, language: language, by: viewer).body, as: UTF8.self)
    }
    /// The status, also of what is refused.
    func status(
        _ method: HTTPRequest.Method, _ path: String, form: [(String, String)] = [], file: UploadedFile? = nil,
        by viewer: Viewer?
    ) async throws -> Int {
        do {
            return try await ask(method, path, form: form, file: file, by: viewer).status.code
        } catch let refusal as Refusal { return ErrorPage.status(refusal.code).code }
    }

    static func upload(_ name: String, _ text: String) -> UploadedFile { upload(name, Array(text.utf8)) }
    static func upload(_ name: String, _ bytes: [UInt8]) -> UploadedFile {
        UploadedFile(field: "file", name: name, bytes: bytes)
    }
    static let pdf = upload("talk.pdf", "%PDF-1.7\n1 0 obj\n")
    static let video = upload("talk.mp4", [0, 0, 0, 24] + Array("ftypisom".utf8) + [UInt8](repeating: 7, count: 400))
    static let vtt = upload("talk.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nGood morning\n")
    static let srt = upload("talk.srt", "1\n00:00:01,000 --> 00:00:04,000\nBuenos días\n")
}
