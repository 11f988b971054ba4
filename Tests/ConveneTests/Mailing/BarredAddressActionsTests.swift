import Base
import HTML
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Addresses from which letters came back")
struct BarredAddressActionsTests {
    private static func report(
        _ address: String, _ status: String, _ action: String = "failed", in stage: RegistrationStage
    ) async throws {
        try await stage.database.write { tx in
            let one = LetterBounce(
                id: tx.newID(), letter: nil, recipient: address, action: action, status: status, diagnostic: "No such <b>",
                isTrouble: true, at: tx.now)
            try BounceStore.insert(one, report: one.id.text, in: tx)
        }
    }
    private static func free(_ one: Registration, _ stage: RegistrationStage, by viewer: Viewer?) async throws {
        try await stage.database.write { [event = stage.event] in
            try BarredAddressActions.free(one.id, of: event, by: viewer, in: $0)
        }
    }

    @Test("what came back for good leaves the address out of the next mailing until it is freed", arguments: Backend.available)
    func leftOut(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let ana = try await stage.register("Ana")
            for name in ["Bo", "Chen", "Dee"] { _ = try await stage.register(name) }
            try await Self.report("ana@people.example", "5.1.1", in: stage)
            try await Self.report("bo@people.example", "4.2.2", in: stage)
            try await Self.report("chen@people.example", "5.1.1", "delayed", in: stage)
            let first = try await MailingStage.draft(stage)
            #expect(try await MailingStage.send(stage, first) == 3)
            // Between the list and the letter.
            try await Self.report("dee@people.example", "5.7.1", in: stage)
            try await MailingStage.finish(stage, first)
            #expect(try await MailingStage.reached(stage) == ["bo@people.example", "chen@people.example"])
            let progress = try await MailingStage.progress(stage, first)
            #expect(progress.barred == 2 && progress.total == 4 && progress.settled == 4 && progress.skipped == 0)
            let left = try await stage.database.read { try MailingStore.barred(of: first, limit: 9, in: $0) }
            #expect(left.map(\.address) == ["ana@people.example", "dee@people.example"] && left[0].1 == ana.id)

            try await Self.free(ana, stage, by: stage.world.administrator)
            let second = try await MailingStage.draft(stage)
            #expect(try await MailingStage.send(stage, second) == 3)
            try await Self.report("ANA@people.example".lowercased(), "5.1.1", in: stage)
            #expect(try await stage.database.read { Set(try BounceStore.barred(in: $0).keys).count } == 2, "and again")
        }
    }

    @Test("a mailing to nobody else is refused; letters about the registration still go", arguments: Backend.available)
    func others(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let ana = try await stage.register("Ana")
            try await Self.report("ana@people.example", "5.1.1", in: stage)
            let id = try await MailingStage.draft(stage)
            #expect(await refused { try await MailingStage.send(stage, id) } == .conflict)
            try await stage.database.write { tx in
                try RegistrationLetters.teller(MailingStage.pen)(.confirmed, ana, in: tx)
            }
            let letters = try await stage.database.read { try LetterStore.recent(9, in: $0) }
            #expect(letters.map(\.to) == ["ana@people.example"])
        }
    }

    @Test("only the event's organiser frees an address, and only that of a registration there", arguments: Backend.available)
    func rights(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let ana = try await stage.register("Ana")
            try await Self.report("ana@people.example", "5.1.1", in: stage)
            let editor = EventWorld.viewer(.editor, in: stage.event.id)
            #expect(await refused { try await Self.free(ana, stage, by: editor) } == .forbidden)
            let desk = "/desk/e/\(stage.event.slug)/registrations/\(ana.id)"
            let page = String(decoding: try await stage.world.ask(desk, as: stage.world.administrator).body, as: UTF8.self)
            #expect(page.contains("/write-again\"") && page.contains("No such &lt;b&gt;"))
            let answer = try await stage.world.ask(desk + "/write-again", post: [], as: stage.world.administrator)
            #expect(answer.status == .seeOther)
            let after = String(decoding: try await stage.world.ask(desk, as: stage.world.administrator).body, as: UTF8.self)
            #expect(!after.contains("/write-again\"") && after.contains("No such &lt;b&gt;"))
            let audits: SQL = "SELECT COUNT(*) AS n FROM audit WHERE verb = 'registration.freed'"
            #expect(try await stage.database.read { try $0.count(audits) } == 1)
        }
    }

    @Test("the desk names who is left out, before and after it is sent")
    func pages() async throws {
        try await RegistrationStage.with(.sqlite, places: 10) { stage in
            for name in ["Ana", "Bo"] { _ = try await stage.register(name) }
            try await Self.report("ana@people.example", "5.1.1", in: stage)
            let id = try await MailingStage.draft(stage)
            let path = "/desk/e/\(stage.event.slug)/letters/mailings/\(id)"
            for isSent in [false, true] {
                if isSent { try await MailingStage.send(stage, id) }
                let page = String(decoding: try await stage.world.ask(path, as: stage.world.administrator).body, as: UTF8.self)
                #expect(page.contains("id=\"barred\"") && page.contains("<bdi>ana@people.example</bdi>"))
                #expect(page.contains("5.1.1") && page.contains("No such &lt;b&gt;") && !page.contains("bo@people.example"))
            }
        }
    }
}
