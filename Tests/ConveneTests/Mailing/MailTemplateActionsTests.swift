import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Wordings of organisers")
struct MailTemplateActionsTests {
    private static func draft(_ address: String) -> LetterDraft {
        LetterDraft(to: address, subject: "s", text: "t", language: .en, purpose: Mailing.testPurpose)
    }

    @Test("a wording is saved and taken back; mailings are worded by themselves; only organisers do it")
    func saved() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let event = stage.event
            let by = stage.world.administrator
            func save(_ wording: MailWording, _ occasion: MailOccasion, by viewer: Viewer?) async -> Refusal.Code? {
                await refused {
                    try await stage.database.write {
                        try MailTemplateActions.save(wording, for: occasion, of: event, by: viewer, in: $0)
                    }
                }
            }
            #expect(await save(MailingStage.wording, .confirmed, by: by) == nil)
            #expect(await save(MailingStage.wording, .bulk, by: by) == .notFound)
            #expect(await save(MailingStage.wording, .confirmed, by: EventWorld.viewer(.editor, in: event.id)) == .forbidden)
            let own = try await stage.database.read { try MailTemplateStore.find(.confirmed, of: event.id, in: $0) }
            #expect(own == MailingStage.wording)
            #expect(await save(MailWording(), .confirmed, by: by) == nil)
            let none = try await stage.database.read { try MailTemplateStore.find(.confirmed, of: event.id, in: $0) }
            #expect(none == nil)
        }
    }

    @Test("a test goes to the organiser's own address, at most twenty an hour", arguments: Backend.available)
    func tests(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let event = stage.event
            let by = stage.world.administrator
            @Sendable func test(_ viewer: Viewer?) async -> Refusal.Code? {
                await refused {
                    try await stage.database.write { try MailTemplateActions.test(Self.draft, of: event, by: viewer, in: $0) }
                }
            }
            for _ in 0..<MailTemplateActions.tests { #expect(await test(by) == nil) }
            #expect(await test(by) == .tooMany)
            stage.world.clock.advance(seconds: 3601)
            #expect(await test(by) == nil)
            #expect(await test(EventWorld.viewer(.organiser, in: event.id)) == .conflict)
            let letters = try await stage.database.read { try LetterStore.recent(50, in: $0) }
            #expect(Set(letters.map(\.to)) == ["admin@plenaria.example"])
        }
    }
}
