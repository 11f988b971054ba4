import Base
import Store
import Synchronization
import TestKit
import Testing

@testable import Convene

@Suite("Letters to many")
struct MailingActionsTests {
    private struct Crash: Error {}

    @Test("the audience is frozen when it is sent: who comes later gets none", arguments: Backend.available)
    func frozen(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            for name in ["Ana", "Bo"] { _ = try await stage.register(name) }
            let id = try await MailingStage.draft(stage)
            _ = try await stage.register("Chen")
            #expect(try await MailingStage.send(stage, id) == 3)
            _ = try await stage.register("Dora")
            while try await MailingStage.post(stage, id) {}
            #expect(try await MailingStage.mailings(stage).map(\.state) == [.sending])
            try await MailingStage.finish(stage, id)
            #expect(try await MailingStage.reached(stage) == ["ana@people.example", "bo@people.example", "chen@people.example"])
            let one = try #require(try await MailingStage.mailings(stage).first)
            #expect(one.state == .done && one.endedAt != nil)
            // Nobody gets it twice, however often it is asked for.
            let again = await refused { try await MailingStage.send(stage, id) }
            #expect(again == .conflict)
            #expect(try await !MailingStage.post(stage, id))
            #expect(try await MailingStage.reached(stage).count == 3)
            let letters = try await MailingStage.letters(stage)
            #expect(
                Set(letters.map(\.subject)) == ["Novedades de Conferencia 2025"] && letters.allSatisfy { $0.attachments.isEmpty })
        }
    }

    @Test("whoever crashes in the middle goes on afterwards, and everybody gets one", arguments: Backend.available)
    func crash(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 30) { stage in
            for number in 0..<23 { _ = try await stage.register("P\(number)") }
            let id = try await MailingStage.draft(stage)
            #expect(try await MailingStage.send(stage, id) == 23)
            #expect(try await MailingStage.post(stage, id, limit: 5))
            // In the middle of a batch: the letters that it had written go with it.
            let written = Mutex(0)
            await #expect(throws: Crash.self) {
                try await stage.database.write { tx in
                    _ = try MailingActions.post(id, limit: 5, compose: MailingStage.compose, in: tx)
                    written.withLock { $0 = 5 }
                    throw Crash()
                }
            }
            #expect(written.withLock { $0 } == 5)
            #expect(try await MailingStage.reached(stage).count == 5)
            // Two at once, and a third that comes late.
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        for _ in 0..<40 {
                            if try await Self.isWritten(stage, id) { break }
                            _ = try? await MailingStage.post(stage, id, limit: 3)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let reached = try await MailingStage.reached(stage)
            #expect(reached.count == 23 && Set(reached).count == 23)
            let progress = try await MailingStage.progress(stage, id)
            #expect(progress.total == 23 && progress.waiting == 0 && progress.queued == 23)
        }
    }

    private static func isWritten(_ stage: RegistrationStage, _ id: Identifier) async throws -> Bool {
        try await stage.database.read { try MailingStore.next(1, of: id, in: $0).isEmpty }
    }

    @Test("one address gets one, whoever registered with it and however it is written", arguments: Backend.available)
    func address(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            for name in ["Ana", "Bo"] { _ = try await stage.register(name) }
            let gone = try await stage.cancel(try await stage.register("Chen"))
            // She registered again after she had cancelled, in capitals: two registrations of hers are in the audience.
            let back = try await stage.hold(stage.room, key: "again")
            try await stage.database.write { [tell = stage.tell, room = stage.room] tx in
                var holder = RegistrationStage.holder("Chen")
                holder.email = "CHEN@people.example"
                _ = try RegistrationActions.submit(back, holder: holder, category: room, by: nil, tell: tell, in: tx)
            }
            let id = try await MailingStage.draft(stage, MailAudience(RegistrationFilter()))
            #expect(gone.state == .cancelled)
            #expect(try await MailingStage.send(stage, id) == 3)
            while try await MailingStage.post(stage, id) {}
            let reached = try await MailingStage.reached(stage)
            #expect(Set(reached.map { $0.lowercased() }) == ["ana@people.example", "bo@people.example", "chen@people.example"])
            #expect(reached.count == 3)
        }
    }

    @Test("what was passed on since is left out: its page is another's")
    func passedOn() async throws {
        try await RegistrationStage.with(.sqlite, places: 10) { stage in
            let ana = try await stage.register("Ana")
            _ = try await stage.register("Bo")
            let id = try await MailingStage.draft(stage)
            try await MailingStage.send(stage, id)
            try await stage.database.write { [tell = stage.tell] tx in
                _ = try RegistrationMoveActions.transfer(ana, to: RegistrationStage.holder("Zoe"), by: nil, tell: tell, in: tx)
            }
            while try await MailingStage.post(stage, id) {}
            #expect(try await MailingStage.reached(stage) == ["bo@people.example"])
            #expect(try await MailingStage.progress(stage, id).skipped == 1)
        }
    }

    @Test("it stops and goes on; the outbox is never filled up with it", arguments: Backend.available)
    func stopping(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 40) { stage in
            for number in 0..<6 { _ = try await stage.register("P\(number)") }
            let id = try await MailingStage.draft(stage)
            try await MailingStage.send(stage, id)
            #expect(try await MailingStage.post(stage, id, limit: 2))
            func act(_ body: @escaping @Sendable (Event, Viewer, Writer) throws -> Void) async throws {
                try await stage.database.write { [event = stage.event, by = stage.world.administrator] in try body(event, by, $0)
                }
            }
            try await act { try MailingActions.stop(id, of: $0, by: $1, in: $2) }
            #expect(try await !MailingStage.post(stage, id, limit: 2))
            #expect(try await MailingStage.reached(stage).count == 2)
            #expect(await refused { try await act { try MailingActions.stop(id, of: $0, by: $1, in: $2) } } == .conflict)
            try await act { try MailingActions.resume(id, of: $0, by: $1, in: $2) }
            // As many as may wait are there already.
            try await stage.database.write { tx in
                for number in 0..<MailingActions.depth {
                    try tx.post(
                        LetterDraft(to: "x\(number)@y.example", subject: "", text: "", language: .en, purpose: Mailing.purpose))
                }
            }
            #expect(try await !MailingStage.post(stage, id, limit: 2))
            try await stage.database.write {
                try $0.execute("UPDATE letter SET state = 'sent' WHERE purpose = 'mailing' AND subject = ''")
            }
            while try await MailingStage.post(stage, id, limit: 2) {}
            #expect(try await MailingStage.progress(stage, id).waiting == 0)
        }
    }

    @Test("a draft can be changed and thrown away, what was sent cannot; only organisers of the event do any of it")
    func rights() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            _ = try await stage.register("Ana")
            let id = try await MailingStage.draft(stage)
            let event = stage.event
            let database = stage.database
            func attempt(_ by: Viewer?, _ body: @escaping @Sendable (Viewer?, Writer) throws -> Void) async -> Refusal.Code? {
                await refused { try await database.write { try body(by, $0) } }
            }
            for viewer in [EventWorld.viewer(.editor, in: event.id), EventWorld.viewer(.organiser, in: ProgrammeStage.elsewhere)]
            {
                let verbs: [@Sendable (Viewer?, Writer) throws -> Void] = [
                    { _ = try MailingActions.write(MailingStage.wording, to: MailAudience(), of: event, by: $0, in: $1) },
                    { try MailingActions.change(id, to: MailingStage.wording, MailAudience(), of: event, by: $0, in: $1) },
                    { try MailingActions.send(id, of: event, by: $0, in: $1) },
                    { try MailingActions.stop(id, of: event, by: $0, in: $1) },
                    { try MailingActions.resume(id, of: event, by: $0, in: $1) },
                    { try MailingActions.remove(id, of: event, by: $0, in: $1) },
                ]
                for verb in verbs { #expect(await attempt(viewer, verb) == .forbidden) }
            }
            let organiser = EventWorld.viewer(.organiser, in: event.id)
            let narrow = MailAudience(RegistrationFilter(states: [.waiting]))
            #expect(
                await attempt(organiser) {
                    try MailingActions.change(id, to: MailingStage.wording, narrow, of: event, by: $0, in: $1)
                } == nil)
            #expect(await attempt(organiser) { try MailingActions.send(id, of: event, by: $0, in: $1) } == .conflict)
            let foreign = MailAudience(RegistrationFilter(category: Identifier(at: ProgrammeStage.now)))
            #expect(
                await attempt(organiser) {
                    try MailingActions.change(id, to: MailingStage.wording, foreign, of: event, by: $0, in: $1)
                } == .invalid)
            #expect(
                await attempt(organiser) {
                    try MailingActions.change(id, to: MailWording(), MailAudience(), of: event, by: $0, in: $1)
                } == nil)
            #expect(await attempt(organiser) { try MailingActions.send(id, of: event, by: $0, in: $1) } == .invalid)
            #expect(
                await attempt(organiser) {
                    try MailingActions.change(id, to: MailingStage.wording, MailAudience(), of: event, by: $0, in: $1)
                } == nil)
            #expect(await attempt(organiser) { try MailingActions.send(id, of: event, by: $0, in: $1) } == nil)
            #expect(
                await attempt(organiser) {
                    try MailingActions.change(id, to: MailingStage.wording, MailAudience(), of: event, by: $0, in: $1)
                } == .conflict)
            #expect(await attempt(organiser) { try MailingActions.remove(id, of: event, by: $0, in: $1) } == .conflict)
        }
    }
}
