import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Reminders")
struct MailReminderActionsTests {
    private static let house = RegistrationLetters.standard(.reminder, EventWorld.book)

    private static func sendDue(_ stage: RegistrationStage) async throws {
        try await stage.database.write { try MailReminderActions.sendDue(house: house, in: $0) }
        for one in try await stage.database.read({ try MailingStore.sending(in: $0) }) {
            while try await MailingStage.post(stage, one) {}
        }
    }
    private static func add(_ minutes: Int, _ stage: RegistrationStage, by viewer: Viewer? = nil) async throws {
        try await stage.database.write { [event = stage.event, by = viewer ?? stage.world.administrator] tx in
            try MailReminderActions.add(minutes, to: event, by: by, in: tx)
        }
    }

    @Test("everybody who has a place when it is due is reminded once, in her language", arguments: Backend.available)
    func once(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 2) { stage in
            let begins = try await stage.database.read { [event = stage.event] in try MailReminderActions.begins(event, in: $0) }
            stage.world.clock.advance(seconds: begins.seconds - stage.database.now.seconds - 10 * 86_400)
            try await Self.add(1440, stage)
            _ = try await stage.register("Ana")
            try await Self.sendDue(stage)
            #expect(try await MailingStage.reached(stage).isEmpty)
            stage.world.clock.advance(seconds: begins.seconds - stage.database.now.seconds - 86_400 + 1)
            _ = try await stage.register("Bo")
            let waiting = try await stage.register("Chen")
            #expect(waiting.state == .waiting)
            // Two processes at once.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<2 { group.addTask { try await Self.sendDue(stage) } }
                try await group.waitForAll()
            }
            try await Self.sendDue(stage)
            #expect(try await MailingStage.reached(stage) == ["ana@people.example", "bo@people.example"])
            let letter = try #require(try await MailingStage.letters(stage).first)
            #expect(letter.subject == "Conferencia 2025 empieza pronto" && letter.attachments.count == 2)
            #expect(try await MailingStage.mailings(stage).map(\.kind) == [.reminder])
        }
    }

    @Test("a time that is over, a second one for the same time and nonsense are refused; one that was sent stays")
    func refusals() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            stage.world.clock.advance(seconds: -10 * 86_400)
            #expect(await refused { try await Self.add(0, stage) } == .invalid)
            #expect(await refused { try await Self.add(86_401, stage) } == .invalid)
            #expect(
                await refused { try await Self.add(1440, stage, by: EventWorld.viewer(.editor, in: stage.event.id)) }
                    == .forbidden)
            try await Self.add(1440, stage)
            #expect(await refused { try await Self.add(1440, stage) } == .conflict)
            let one = try #require(try await MailingStage.reminders(stage).first)
            let begins = try await stage.database.read { [event = stage.event] in try MailReminderActions.begins(event, in: $0) }
            stage.world.clock.advance(seconds: begins.seconds - stage.database.now.seconds - 3600)
            #expect(await refused { try await Self.add(120, stage) } == .conflict)
            let isDue = try await stage.database.read { try MailReminderActions.mayBeDue(in: $0) }
            #expect(isDue)
            try await Self.sendDue(stage)
            let isStillDue = try await stage.database.read { try MailReminderActions.mayBeDue(in: $0) }
            #expect(!isStillDue)
            let removed = await refused {
                try await stage.database.write { [event = stage.event, by = stage.world.administrator] tx in
                    try MailReminderActions.remove(one.id, of: event, by: by, in: tx)
                }
            }
            #expect(removed == .conflict)
            // After the beginning nobody is reminded.
            stage.world.clock.advance(seconds: 7200)
            #expect(!MailReminder(id: one.id, event: one.event, minutes: 60).isDue(begins, at: stage.database.now))
        }
    }
}
