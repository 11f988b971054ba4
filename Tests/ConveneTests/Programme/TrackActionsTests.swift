import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct TrackActionsTests {
    private let event = ProgrammeStage.event

    @Test("a track is added, changed and taken away; its sessions stay without one", arguments: Backend.available)
    func life(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let editor = ProgrammeStage.editor
            let track = try await database.write {
                try TrackActions.add(Localized("Policy"), colour: "#112233", to: event, by: editor, in: $0)
            }
            let changed = try await database.write {
                try TrackActions.change(track.id, name: Localized("Politics"), colour: nil, of: event, by: editor, in: $0)
            }
            #expect(changed.position == 1)
            try await database.read { (tx) throws in
                #expect(try ProgrammeStore.draft(of: event, in: tx).tracks == [changed])
                #expect(try ProgrammeStore.version(of: event.id, in: tx) == 2)
            }
            var draft = ProgrammeStage.draft("A", "09:00")
            draft.track = track.id
            let wanted = draft
            let session = try await database.write { try ProgrammeActions.addSession(wanted, to: event, by: editor, in: $0) }
            try await database.write { _ = try TrackActions.remove(track.id, of: event, by: editor, in: $0) }
            let after = try await database.read { try ProgrammeStore.draft(of: event, in: $0) }
            #expect(after.tracks.isEmpty)
            #expect(after.session(session.id)?.track == nil)
            #expect(after.session(session.id)?.title == session.title)
            let again = await refused {
                try await database.write { _ = try TrackActions.remove(track.id, of: event, by: editor, in: $0) }
            }
            #expect(again == .notFound)
            let audited = try await database.read { try $0.count("SELECT COUNT(*) FROM audit WHERE kind = 'event'") }
            #expect(audited == 3)
        }
    }

    @Test("a track needs a name of its own and a colour that is one; readers and strangers make none")
    func rules() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            func add(_ name: String, _ colour: String? = nil, by viewer: Viewer? = ProgrammeStage.editor) async -> Refusal.Code? {
                await refused {
                    _ = try await database.write {
                        try TrackActions.add(Localized(name), colour: colour, to: event, by: viewer, in: $0)
                    }
                }
            }
            #expect(await add("Policy") == nil)
            #expect(await add("pólicy ") == .conflict)
            #expect(await add("") == .invalid)
            for colour in ["red", "#12345", "#GGGGGG", "#ABCDEF", "#1234567"] { #expect(await add("B", colour) == .invalid) }
            #expect(await add("B", by: ProgrammeStage.viewer(.reader)) == .forbidden)
            #expect(await add("B", by: ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere)) == .forbidden)
            #expect(await add("B", by: nil) == .signInNeeded)
        }
    }
}
