import Base
import Foundation
import HTTPTypes
import People
import Store
import TestKit
import Testing
import Web

@testable import Convene

/// The editor of one track: her sessions, and nothing else of the plan.
@Suite struct DraftRightsTests {
    private let event = ProgrammeStage.event

    /// Two tracks with a session each, and one that stands in none.
    private struct Desk: Sendable {
        let own: Track
        let other: Track
        let mine: Session
        let theirs: Session
        let free: Session
        let editor: Viewer
    }

    private func desk(_ tx: Writer) throws -> Desk {
        let own = try TrackActions.add(Localized("Teaching"), colour: nil, to: event, by: ProgrammeStage.editor, in: tx)
        let other = try TrackActions.add(Localized("Policy"), colour: nil, to: event, by: ProgrammeStage.editor, in: tx)
        func session(_ title: String, _ start: String, _ track: Track?) throws -> Session {
            var draft = ProgrammeStage.draft(title, start)
            draft.track = track?.id
            return try ProgrammeActions.addSession(draft, to: event, by: ProgrammeStage.editor, in: tx)
        }
        let editor = Viewer(
            person: Identifier("00000000-0000-7000-8000-0000000000f2")!, name: "Tara",
            grants: [Grant(.editor, in: event.id, part: own.id)])
        return Desk(
            own: own, other: other, mine: try session("A", "09:00", own), theirs: try session("B", "10:00", other),
            free: try session("C", "11:00", nil), editor: editor)
    }

    private func expect(
        _ code: Refusal.Code, _ database: Store.Database, _ what: String = "", at place: SourceLocation = #_sourceLocation,
        _ body: @escaping @Sendable (Writer) throws -> Void
    ) async {
        let found = await refused { try await database.write { try body($0) } }
        #expect(found == code, "\(what)", sourceLocation: place)
    }

    @Test("she changes, moves, takes out and adds sessions of her track", arguments: Backend.available)
    func own(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                let desk = try desk(tx)
                let place = PlacementActions.Place(
                    date: ProgrammeStage.first, start: ProgrammeStage.time("14:00"), room: nil, minutes: 30)
                var draft = SessionDraft(desk.mine)
                draft.title = Localized("A better title")
                let changed = try ProgrammeActions.changeSession(
                    desk.mine.id, to: draft, seen: nil, of: event, by: desk.editor, in: tx)
                #expect(changed.title == draft.title)
                try PlacementActions.place(desk.mine.id, at: place, seen: nil, of: event, by: desk.editor, in: tx)
                try PlacementActions.unplace(desk.mine.id, seen: nil, of: event, by: desk.editor, in: tx)
                var new = ProgrammeStage.draft("New", "15:00")
                new.track = desk.own.id
                let added = try ProgrammeActions.addSession(new, to: event, by: desk.editor, in: tx)
                _ = try ProgrammeActions.removeSession(added.id, seen: nil, of: event, by: desk.editor, in: tx)
                // The steps are hers, and she goes back over each of them.
                for _ in 0..<5 { try UndoActions.undo(in: event, by: desk.editor, in: tx) }
                let now = try ProgrammeStore.draft(of: event, in: tx)
                #expect(now.session(desk.mine.id) == desk.mine && now.sessions.count == 3)
                try UndoActions.redo(in: event, by: desk.editor, in: tx)
                #expect(try ProgrammeStore.draft(of: event, in: tx).session(desk.mine.id)?.title == draft.title)
            }
        }
    }

    @Test("another track's sessions, and those of none, are not hers in any verb", arguments: Backend.available)
    func others(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let desk = try await database.write { try self.desk($0) }
            let before = try await database.read { try ProgrammeStore.draft(of: event, in: $0) }
            let place = PlacementActions.Place(
                date: ProgrammeStage.first, start: ProgrammeStage.time("14:00"), room: nil, minutes: 30)
            for session in [desk.theirs, desk.free] {
                await expect(.forbidden, database) { tx in
                    _ = try ProgrammeActions.changeSession(
                        session.id, to: SessionDraft(session), seen: nil, of: event, by: desk.editor, in: tx)
                }
                // Not even to make it hers.
                var taken = SessionDraft(session)
                taken.track = desk.own.id
                let draft = taken
                await expect(.forbidden, database) { tx in
                    _ = try ProgrammeActions.changeSession(
                        session.id, to: draft, seen: nil, of: event, by: desk.editor, in: tx)
                }
                await expect(.forbidden, database) { tx in
                    _ = try ProgrammeActions.removeSession(session.id, seen: nil, of: event, by: desk.editor, in: tx)
                }
                await expect(.forbidden, database) { tx in
                    try PlacementActions.place(session.id, at: place, seen: nil, of: event, by: desk.editor, in: tx)
                }
                await expect(.forbidden, database) { tx in
                    try PlacementActions.unplace(session.id, seen: nil, of: event, by: desk.editor, in: tx)
                }
            }
            for track in [desk.other.id, nil] {
                var moved = SessionDraft(desk.mine)
                moved.track = track
                let draft = moved
                await expect(.forbidden, database) { tx in
                    _ = try ProgrammeActions.changeSession(
                        desk.mine.id, to: draft, seen: nil, of: event, by: desk.editor, in: tx)
                }
                await expect(.forbidden, database) { tx in
                    _ = try ProgrammeActions.addSession(draft, to: event, by: desk.editor, in: tx)
                }
            }
            #expect(try await database.read { try ProgrammeStore.draft(of: event, in: $0) } == before)
        }
    }

    @Test("days, rooms, tracks, breaks, imports and releases are not hers") func whole() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            let desk = try await database.write { try self.desk($0) }
            let (own, editor) = (desk.own, desk.editor)
            let verbs: [@Sendable (Writer) throws -> Void] = [
                { tx in
                    _ = try ProgrammeActions.setDay(
                        ProgrammeDay(date: ProgrammeStage.second, ends: ClockTime(minutes: 1440)), of: event, by: editor, in: tx)
                },
                { tx in _ = try ProgrammeActions.removeDay(ProgrammeStage.first, of: event, by: editor, in: tx) },
                { tx in _ = try ProgrammeActions.addRoom(Localized("X"), capacity: nil, to: event, by: editor, in: tx) },
                { tx in _ = try TrackActions.add(Localized("X"), colour: nil, to: event, by: editor, in: tx) },
                { tx in _ = try TrackActions.change(own.id, name: Localized("X"), colour: nil, of: event, by: editor, in: tx) },
                { tx in try TrackActions.remove(own.id, of: event, by: editor, in: tx) },
                { tx in
                    let place = PlacementActions.Place(
                        date: ProgrammeStage.first, start: ProgrammeStage.time("12:00"), room: nil, minutes: 60)
                    try PlacementActions.layBreak(Localized("Tea"), at: place, of: event, by: editor, in: tx)
                },
                { tx in
                    try AvailabilityActions.set([], for: SpeakerKey(ProgrammeStage.id.text)!, of: event, by: editor, in: tx)
                },
                { tx in
                    let file = UploadedFile(field: "file", name: "a.ics", bytes: Array("BEGIN:VCALENDAR".utf8))
                    _ = try ScheduleImportActions.keep(file, for: event, by: editor, in: tx)
                },
                { tx in _ = try ReleaseActions.publish(event, message: Localized("1"), seen: nil, by: editor, in: tx) },
            ]
            for (number, verb) in verbs.enumerated() {
                await expect(.forbidden, database, "verb \(number)", verb)
            }
            // A session of hers makes no day that there is not.
            var draft = ProgrammeStage.draft("Late", "09:00", on: ProgrammeStage.second)
            draft.track = own.id
            let late = draft
            await expect(.invalid, database) { tx in
                _ = try ProgrammeActions.addSession(late, to: event, by: editor, in: tx)
            }
        }
    }

    @Test("a step that was made with more rights is not taken back with fewer") func narrowed() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            let desk = try await database.write { try self.desk($0) }
            try await database.write { tx in
                let wide = Viewer(person: desk.editor.person, name: "Tara", grants: [Grant(.editor, in: event.id)])
                try PlacementActions.unplace(desk.theirs.id, seen: nil, of: event, by: wide, in: tx)
            }
            await expect(.forbidden, database) { try UndoActions.undo(in: event, by: desk.editor, in: $0) }
            #expect(
                try await database.read { try ProgrammeStore.draft(of: event, in: $0) }.unplaced.map(\.id) == [desk.theirs.id])
        }
    }

    @Test("an editor's session names a room and a track of this event, placed or not") func foreignParts() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            for isPlaced in [true, false] {
                var roomed = ProgrammeStage.draft("A", "09:00")
                roomed.room = ProgrammeStage.elsewhere
                var tracked = ProgrammeStage.draft("A", "09:00")
                tracked.track = ProgrammeStage.elsewhere
                for draft in [roomed, tracked] {
                    await expect(.invalid, database) { tx in
                        _ = try ProgrammeActions.addSession(
                            draft, isPlaced: isPlaced, to: event, by: ProgrammeStage.editor, in: tx)
                    }
                }
            }
        }
    }

    @Test("the pages offer what is hers and no more") func pages() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            let desk = try await database.write { try self.desk($0) }
            let routes = SessionDeskRoutes.routes + PlanRoutes.routes + ProgrammeDeskRoutes.routes
            func page(_ path: String) async throws -> String {
                String(
                    decoding: try await ProgrammeStage.ask(routes, .get, "/desk/e/gmc-2025/" + path, by: desk.editor, database)
                        .body,
                    as: UTF8.self)
            }
            let own = try await page("sessions/\(desk.mine.id)")
            #expect(own.contains("desk-form") && own.contains("/remove") && own.contains(desk.own.id.text))
            #expect(!own.contains(desk.other.id.text), "no other track is offered")
            let other = try await page("sessions/\(desk.theirs.id)")
            #expect(!other.contains("/remove\"") && !other.contains(#"class="actions"><button"#))
            #expect(try await !page("sessions/\(desk.theirs.id)/place").contains("name=\"start\""))
            #expect(try await page("sessions/\(desk.mine.id)/place").contains("name=\"start\""))
            let list = try await page("programme")
            #expect(list.contains("/sessions/new") && !list.contains("/import") && !list.contains("/rooms\""))
            let plan = try await page("plan")
            #expect(plan.contains("data-edit=\"yes\"") && !plan.contains("/plan/break"))
            #expect(plan.components(separatedBy: "data-fixed=\"yes\"").count == 3, "two of the three blocks stay where they are")
            let new = try await page("sessions/new")
            #expect(new.contains(#"<option value="\#(desk.own.id)" selected"#))
        }
    }
}
