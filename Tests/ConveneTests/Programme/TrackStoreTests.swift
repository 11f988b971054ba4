import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct TrackStoreTests {
    private let event = ProgrammeStage.event

    @Test("tracks come in their order; a session's is told of this event alone", arguments: Backend.available)
    func reading(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                let names = ["Teaching", "Policy"]
                let tracks = try names.map {
                    try TrackActions.add(Localized($0), colour: "#112233", to: event, by: ProgrammeStage.editor, in: tx)
                }
                #expect(try TrackStore.all(of: event.id, in: tx) == tracks)
                #expect(try TrackStore.all(of: ProgrammeStage.elsewhere, in: tx) == [])
                var draft = ProgrammeStage.draft("A", "09:00")
                draft.track = tracks[1].id
                let session = try ProgrammeActions.addSession(
                    draft, isPlaced: false, to: event, by: ProgrammeStage.editor, in: tx)
                let free = try ProgrammeActions.addSession(
                    ProgrammeStage.draft("B", "10:00"), to: event, by: ProgrammeStage.editor, in: tx)
                #expect(try TrackStore.track(ofSession: session.id, event: event.id, in: tx) == tracks[1].id)
                #expect(try TrackStore.track(ofSession: free.id, event: event.id, in: tx) == nil)
                #expect(try TrackStore.track(ofSession: session.id, event: ProgrammeStage.elsewhere, in: tx) == nil)
            }
        }
    }
}
