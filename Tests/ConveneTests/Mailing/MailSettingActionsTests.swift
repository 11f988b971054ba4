import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite("Where answers to letters go")
struct MailSettingActionsTests {
    private static func set(_ address: String, _ stage: RegistrationStage, by viewer: Viewer? = nil) async throws {
        try await stage.database.write { [event = stage.event, by = viewer ?? stage.world.administrator] in
            try MailSettingActions.setReplyTo(address, of: event, by: by, in: $0)
        }
    }

    @Test("an address is set and taken back by the organiser; none that could be more than one", arguments: Backend.available)
    func set(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            try await Self.set("team@conference.example", stage)
            for bad in ["team", "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "té@b.example", "<a@b.example>"] {
                #expect(await refused { try await Self.set(bad, stage) } == .invalid, "\(bad)")
            }
            let editor = EventWorld.viewer(.editor, in: stage.event.id)
            #expect(await refused { try await Self.set("", stage, by: editor) } == .forbidden)
            let kept: @Sendable () async throws -> String? = {
                try await stage.database.read { [id = stage.event.id] in try MailSettingStore.replyTo(of: id, in: $0) }
            }
            #expect(try await kept() == "team@conference.example")
            try await Self.set("", stage)
            #expect(try await kept() == nil)
        }
    }

    @Test("each letter of the event carries it: about a registration, to many, and a test", arguments: Backend.available)
    func carried(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 9) { stage in
            let ana = try await stage.register("Ana")
            try await Self.set("team@conference.example", stage)
            let id = try await MailingStage.draft(stage)
            try await MailingStage.send(stage, id)
            while try await MailingStage.post(stage, id) {}
            try await stage.database.write { [event = stage.event, by = stage.world.administrator] tx in
                try RegistrationLetters.teller(MailingStage.pen)(.confirmed, ana, in: tx)
                try MailTemplateActions.test(
                    { LetterDraft(to: $0, subject: "s", text: "t", language: .en, purpose: Mailing.testPurpose) }, of: event,
                    by: by, in: tx)
            }
            let letters = try await stage.database.read { try LetterStore.recent(9, in: $0) }
            #expect(letters.count == 3 && Set(letters.map(\.replyTo)) == ["team@conference.example"])
        }
    }

    @Test("the desk shows and saves it, and says what is wrong")
    func desk() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let path = "/desk/e/\(stage.event.slug)/letters"
            let by = stage.world.administrator
            let wrong = try await stage.world.ask(path + "/answers", post: [("reply", "nobody")], as: by)
            #expect(wrong.status == .unprocessableContent && String(decoding: wrong.body, as: UTF8.self).contains("nobody"))
            let right = try await stage.world.ask(path + "/answers", post: [("reply", "team@conference.example")], as: by)
            #expect(right.status == .seeOther)
            let page = String(decoding: try await stage.world.ask(path, as: by).body, as: UTF8.self)
            #expect(page.contains("value=\"team@conference.example\""))
        }
    }
}
