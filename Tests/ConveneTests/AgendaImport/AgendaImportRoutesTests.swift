import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Pasting an agenda")
struct AgendaImportRoutesTests {
    private static let text = """
        Opening Ceremony Agenda
        December 3, 2025
        09:20-09:25 Opening video
        09:25-09:45 Remarks <b>
        """

    @Test("the preview saves nothing, the confirmation saves what was seen", arguments: Backend.available)
    func journey(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let editor = ProgrammeStage.editor
            let form = [("text", Self.text), ("mode", "add"), ("tag", "en"), ("date", "")]
            func post(_ path: String, _ form: [(String, String)], by viewer: Viewer? = editor) async throws -> (Int, String) {
                do {
                    let answer = try await ProgrammeStage.ask(
                        AgendaImportRoutes.routes, .post, path, form: form, by: viewer, database)
                    return (answer.status.code, String(decoding: answer.body, as: UTF8.self))
                } catch let refusal as Refusal { return (ErrorPage.status(refusal.code).code, "") }
            }
            func sessions() async throws -> Int {
                try await database.read { try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0).sessions.count }
            }
            let preview = try await post("/desk/e/gmc-2025/agenda", form)
            #expect(preview.0 == 200)
            #expect(
                preview.1.contains("09:25–09:45") && preview.1.contains("Remarks &lt;b&gt;")
                    && preview.1.contains(#"id="line-3""#))
            #expect(preview.1.contains(#"name="version" value="0""#))
            #expect(try await sessions() == 0)
            let confirm = "/desk/e/gmc-2025/agenda/confirm"
            #expect(try await post(confirm, form).0 == 422)
            #expect(try await post(confirm, form + [("version", "0")], by: nil).0 == 401)
            #expect(try await post(confirm, form + [("version", "0")], by: ProgrammeStage.viewer(.reader)).0 == 403)
            #expect(try await post(confirm, form + [("version", "0")]).0 == 303)
            #expect(try await sessions() == 2)
            #expect(try await post(confirm, form + [("version", "0")]).0 == 409)
            let again = try await post("/desk/e/gmc-2025/agenda", form)
            #expect(again.1.contains("The draft says the same already"))
        }
    }

    @Test("a text without a date is asked for one; an answer settles it", arguments: Backend.available)
    func question(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            func preview(_ date: String) async throws -> String {
                let form = [("text", "09:20-09:25 Opening video\n09:25-09:45 Remarks"), ("date", date)]
                let answer = try await ProgrammeStage.ask(
                    AgendaImportRoutes.routes, .post, "/desk/e/gmc-2025/agenda", form: form, by: ProgrammeStage.editor, database)
                return String(decoding: answer.body, as: UTF8.self)
            }
            let asked = try await preview("")
            #expect(asked.contains(#"name="answer-"#) && !asked.contains("/agenda/confirm"))
            let answered = try await preview("2025-12-04")
            #expect(answered.contains("/agenda/confirm") && answered.contains("Thursday, 4 December 2025"))
            let wrong = try await ProgrammeStage.ask(
                AgendaImportRoutes.routes, .post, "/desk/e/gmc-2025/agenda", form: [("text", " ")], by: ProgrammeStage.editor,
                database)
            #expect(wrong.status == .unprocessableContent)
        }
    }
}
