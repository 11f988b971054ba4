import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct AvailabilityActionsTests {
    private let event = ProgrammeStage.event

    @Test("a speaker's spans replace the earlier ones and are told to whoever edits", arguments: Backend.available)
    func life(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let speaker = try #require(SpeakerKey(ProgrammeStage.appearance("Ada Lovelace")))
            let first = try Availability.read("2025-12-03 09:00-12:00\n2025-12-04 09:00-10:00")
            let second = try Availability.read("2025-12-04 13:00-18:00")
            for spans in [first, second] {
                try await database.write { tx in
                    let before = try ProgrammeActionsTests.marks(tx)
                    try AvailabilityActions.set(spans, for: speaker, of: event, by: ProgrammeStage.editor, in: tx)
                    let after = try ProgrammeActionsTests.marks(tx)
                    #expect((after.audit, after.notes, after.topics) == (before.audit + 1, before.notes + 1, before.topics))
                }
                let kept = try await database.read { try AvailabilityStore.all(of: event.id, in: $0) }
                #expect(kept == [speaker.text: spans])
            }
            try await database.write {
                try AvailabilityActions.set([], for: speaker, of: event, by: ProgrammeStage.editor, in: $0)
            }
            let left = try await database.read { try AvailabilityStore.all(of: event.id, in: $0) }
            #expect(left.isEmpty)
        }
    }

    @Test("nobody but editors of the event says it, and not without end")
    func refusals() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            let speaker = try #require(SpeakerKey(ProgrammeStage.appearance("Ada Lovelace")))
            let span = try Availability.read("2025-12-03 09:00-12:00")
            func code(_ viewer: Viewer?, _ spans: [Availability]) async -> Refusal.Code? {
                await refused {
                    try await database.write { try AvailabilityActions.set(spans, for: speaker, of: event, by: viewer, in: $0) }
                }
            }
            #expect(await code(nil, span) == .signInNeeded)
            #expect(await code(ProgrammeStage.viewer(.reader), span) == .forbidden)
            #expect(await code(ProgrammeStage.viewer(.editor, in: ProgrammeStage.elsewhere), span) == .forbidden)
            #expect(await code(ProgrammeStage.editor, Array(repeating: span[0], count: 51)) == .invalid)
            #expect(await code(ProgrammeStage.editor, Array(repeating: span[0], count: 50)) == nil)
        }
    }
}
