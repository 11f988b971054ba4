import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlacementActionsTests {
    private let event = ProgrammeStage.event

    private func session(_ database: Store.Database, slots: Bool = false) async throws -> (Identifier, Room) {
        try await database.write { tx in
            let room = try ProgrammeActions.addRoom(
                Localized("Hall"), capacity: nil, to: event, by: ProgrammeStage.editor, in: tx)
            var draft = ProgrammeStage.draft("A", "09:00")
            if slots {
                draft.slots = [0, 10, 20].map {
                    SessionDraft.Part(start: draft.start.adding(minutes: $0), minutes: 10, title: Localized("Part"))
                }
            }
            return (try ProgrammeActions.addSession(draft, to: event, by: ProgrammeStage.editor, in: tx).id, room)
        }
    }
    private func place(_ start: String, room: Identifier?, minutes: Int = 30, on date: CalendarDate = ProgrammeStage.first)
        -> PlacementActions.Place
    {
        PlacementActions.Place(date: date, start: ProgrammeStage.time(start), room: room, minutes: minutes)
    }

    @Test("a session is moved with its slots, taken out, and put back; each leaves one trace", arguments: Backend.available)
    func life(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let (id, room) = try await session(database, slots: true)
            try await database.write { tx in
                let before = try ProgrammeActionsTests.marks(tx)
                let moved = try PlacementActions.place(
                    id, at: place("11:00", room: room.id), seen: nil, of: event, by: ProgrammeStage.editor, in: tx)
                #expect(moved.slots.map(\.start.description) == ["11:00", "11:10", "11:20"])
                let after = try ProgrammeActionsTests.marks(tx)
                #expect(after.audit == before.audit + 1 && after.notes == before.notes + 1)
                #expect(after.version == before.version + 1 && after.topics == before.topics)
            }
            try await database.write {
                try PlacementActions.unplace(id, seen: nil, of: event, by: ProgrammeStage.editor, in: $0)
            }
            let out = try await database.read { try ProgrammeStore.draft(of: event, in: $0) }
            #expect(out.sessions.isEmpty && out.unplaced.map(\.id) == [id])
            try await database.write {
                try PlacementActions.place(
                    id, at: place("12:00", room: nil), seen: nil, of: event, by: ProgrammeStage.editor, in: $0)
            }
            let back = try await database.read { try ProgrammeStore.draft(of: event, in: $0) }
            #expect(back.unplaced.isEmpty && back.sessions.map(\.start.description) == ["12:00"])
        }
    }

    @Test("nothing is put where it cannot be seen again: no day, past its end, no room, no length")
    func visible() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            let (id, room) = try await session(database)
            func code(_ place: PlacementActions.Place, by viewer: Viewer? = ProgrammeStage.editor, seen: Int? = nil) async
                -> Refusal.Code?
            {
                await refused {
                    try await database.write {
                        _ = try PlacementActions.place(id, at: place, seen: seen, of: event, by: viewer, in: $0)
                    }
                }
            }
            #expect(await code(place("09:00", room: room.id, on: ProgrammeStage.second)) == .invalid)
            #expect(await code(place("23:45", room: room.id)) == .invalid)
            #expect(await code(place("23:30", room: room.id)) == nil)
            #expect(await code(place("09:00", room: Identifier(at: ProgrammeStage.now))) == .invalid)
            #expect(await code(place("09:00", room: nil, minutes: 4)) == .invalid)
            #expect(await code(place("09:00", room: nil, minutes: 1441)) == .invalid)
            #expect(await code(place("09:00", room: nil), by: nil) == .signInNeeded)
            #expect(await code(place("09:00", room: nil), by: ProgrammeStage.viewer(.reader)) == .forbidden)
            #expect(await code(place("09:00", room: nil), seen: 0) == .conflict)
        }
    }

    @Test("a break is laid over the whole house by one item")
    func breaks() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            _ = try await session(database)
            let pause = try await database.write {
                try PlacementActions.layBreak(
                    Localized("Coffee"), at: place("10:00", room: nil), of: event, by: ProgrammeStage.editor, in: $0)
            }
            #expect((pause.kind, pause.room) == (.break, nil))
        }
    }
}
