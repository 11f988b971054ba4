import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Releases on the web")
struct ReleaseRoutesTests {
    private static let routes =
        ReleaseRoutes.routes + ReleaseDeskRoutes.routes + ProgrammeDeskRoutes.routes + SessionDeskRoutes.routes

    private static func status(
        _ method: HTTPRequest.Method, _ path: String, form: [(String, String)] = [], by viewer: Viewer?,
        _ database: Store.Database
    ) async throws -> Int {
        do {
            return try await ProgrammeStage.ask(routes, method, path, form: form, by: viewer, database).status.code
        } catch let refusal as Refusal { return ErrorPage.status(refusal.code).code }
    }

    @Test("from the form to the public log and back again", arguments: Backend.available)
    func journey(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let organiser = ProgrammeStage.organiser
            func post(_ path: String, _ form: [(String, String)]) async throws -> Int {
                try await Self.status(.post, path, form: form, by: organiser, database)
            }
            func page(_ path: String, by viewer: Viewer? = nil) async throws -> String {
                String(decoding: try await ProgrammeStage.ask(Self.routes, .get, path, by: viewer, database).body, as: UTF8.self)
            }
            let session = [
                ("date", "2025-12-03"), ("start", "09:20"), ("minutes", "25"), ("kind", "talk"), ("authentic", "en"),
                ("title-en", "Opening <b>"), ("person-0-name", "Ada"), ("person-0-role", "chair"),
            ]
            #expect(try await post("/desk/e/gmc-2025/rooms", [("room", ""), ("room-new-en", "Hall"), ("do", "save")]) == 303)
            #expect(try await post("/desk/e/gmc-2025/days", [("date", "2025-12-04"), ("ends", "28:00")]) == 303)
            #expect(try await post("/desk/e/gmc-2025/days", [("date", "2025-12-04"), ("ends", "12:00")]) == 422)
            #expect(try await post("/desk/e/gmc-2025/sessions/new", session) == 303)
            #expect(try await post("/desk/e/gmc-2025/sessions/new", session.filter { $0.0 != "minutes" }) == 422)
            #expect(try await !page("/e/gmc-2025/changes").contains("Opening"))
            #expect(try await page("/desk/e/gmc-2025/programme", by: organiser).contains("Opening &lt;b&gt;"))
            #expect(try await post("/desk/e/gmc-2025/releases", []) == 422)
            #expect(try await post("/desk/e/gmc-2025/releases", [("message-en", "First out")]) == 303)
            #expect(try await page("/e/gmc-2025/changes").contains("First out"))
            let id = try await database.read { try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0).sessions[0].id }
            let moved = session.filter { $0.0 != "start" } + [("start", "10:00"), ("version", "9")]
            #expect(try await post("/desk/e/gmc-2025/sessions/\(id)", moved) == 303)
            #expect(try await !page("/e/gmc-2025/changes").contains("10:00–10:25"))
            #expect(try await page("/desk/e/gmc-2025/releases", by: organiser).contains("10:00–10:25"))
            #expect(try await post("/desk/e/gmc-2025/releases", [("message-es", "Segunda")]) == 303)
            let log = try await page("/e/gmc-2025/changes?lang=es")
            #expect(log.contains("Segunda") && log.contains("10:00–10:25") && log.contains("<b>Hora</b>"))
            #expect(
                try await page("/e/gmc-2025/releases/1?against=2").contains(
                    "<ins><span class=\"tabular\" dir=\"ltr\">09:20–09:45"))
            #expect(try await page("/desk/e/gmc-2025/releases/1", by: organiser).contains("09:20–09:45"))
            #expect(try await post("/desk/e/gmc-2025/releases/1/restore", []) == 303)
            #expect(try await page("/e/gmc-2025/releases/3").contains("It brings back release 1."))
            #expect(try await post("/desk/e/gmc-2025/sessions/\(id)/remove", []) == 303)
        }
    }

    @Test("each address lets in whom it should", arguments: Backend.available)
    func access(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await ProgrammeActionsTests.furnish(database)
            let id = try await database.read { try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0).sessions[0].id }
            for route in Self.routes {
                let path = route.path.replacing(":event", with: "gmc-2025").replacing(":session", with: id.text)
                    .replacing(":number", with: "1")
                let nobody = try await Self.status(route.method, path, by: nil, database)
                let stranger = try await Self.status(
                    route.method, path, by: ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere), database)
                let reader = try await Self.status(route.method, path, by: ProgrammeStage.viewer(.reader), database)
                let editor = try await Self.status(route.method, path, by: ProgrammeStage.editor, database)
                guard route.access != .anyone else {
                    #expect(nobody == stranger && (nobody == 200 || nobody == 404), "\(path)")
                    continue
                }
                #expect((nobody, stranger) == (401, 403), "\(route.method) \(path)")
                if route.access == .role(.reader) {
                    #expect([200, 404].contains(reader), "\(path)")
                } else {
                    #expect(reader == 403, "\(path)")
                }
                if route.access == .role(.organiser) {
                    #expect(editor == 403, "\(path)")
                } else {
                    #expect(editor != 403, "\(path)")
                }
            }
        }
    }

    @Test("an event that is not public is not found, except for those who work on it", arguments: Backend.available)
    func hidden(backend: Backend) async throws {
        var event = ProgrammeStage.event
        event.isPublic = false
        try await ProgrammeStage.run(backend, event) { database in
            let nobody = try await Self.status(.get, "/e/gmc-2025/changes", by: nil, database)
            let reader = try await Self.status(.get, "/e/gmc-2025/changes", by: ProgrammeStage.viewer(.reader), database)
            let unread = try await Self.status(.get, "/e/gmc-2025/releases/x", by: ProgrammeStage.editor, database)
            #expect([nobody, reader, unread] == [404, 200, 404])
        }
    }
}
