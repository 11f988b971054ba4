import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("What may be done with a draft")
struct ProgrammeActionsTests {
    typealias Verb = @Sendable (Event, Viewer?, Writer) throws -> Void

    /// Every verb that changes the draft, each on things that are there.
    static let verbs: [(name: String, run: Verb)] = [
        (
            "setDay",
            { event, viewer, tx in
                _ = try ProgrammeActions.setDay(
                    ProgrammeDay(date: CalendarDate("2025-12-05")!, ends: ClockTime(minutes: 1500)), of: event, by: viewer, in: tx
                )
            }
        ),
        (
            "removeDay",
            { event, viewer, tx in
                _ = try ProgrammeActions.removeDay(ProgrammeStage.second, of: event, by: viewer, in: tx)
            }
        ),
        (
            "addRoom",
            { event, viewer, tx in
                _ = try ProgrammeActions.addRoom(Localized("Annex"), capacity: 40, to: event, by: viewer, in: tx)
            }
        ),
        (
            "changeRoom",
            { event, viewer, tx in
                let id = try ProgrammeStore.draft(of: event, in: tx).rooms[0].id
                _ = try ProgrammeActions.changeRoom(id, name: Localized("Aula"), capacity: nil, of: event, by: viewer, in: tx)
            }
        ),
        (
            "removeRoom",
            { event, viewer, tx in
                let id = try ProgrammeStore.draft(of: event, in: tx).rooms[0].id
                _ = try ProgrammeActions.removeRoom(id, of: event, by: viewer, in: tx)
            }
        ),
        (
            "addSession",
            { event, viewer, tx in
                _ = try ProgrammeActions.addSession(ProgrammeStage.draft("New", "15:00"), to: event, by: viewer, in: tx)
            }
        ),
        (
            "changeSession",
            { event, viewer, tx in
                let id = try ProgrammeStore.draft(of: event, in: tx).sessions[0].id
                _ = try ProgrammeActions.changeSession(
                    id, to: ProgrammeStage.draft("Other", "16:00"), seen: nil, of: event, by: viewer, in: tx)
            }
        ),
        (
            "removeSession",
            { event, viewer, tx in
                let id = try ProgrammeStore.draft(of: event, in: tx).sessions[0].id
                _ = try ProgrammeActions.removeSession(id, seen: nil, of: event, by: viewer, in: tx)
            }
        ),
    ]

    /// A day, an empty day, an empty room and a session.
    static func furnish(_ database: Store.Database) async throws {
        try await database.write { tx in
            let event = ProgrammeStage.event
            let day = ProgrammeDay(date: ProgrammeStage.second, ends: ClockTime(minutes: 1440))
            _ = try ProgrammeActions.setDay(day, of: event, by: ProgrammeStage.editor, in: tx)
            _ = try ProgrammeActions.addRoom(Localized("Hall"), capacity: 9, to: event, by: ProgrammeStage.editor, in: tx)
            _ = try ProgrammeActions.addSession(
                ProgrammeStage.draft("Talk", "09:00"), to: event, by: ProgrammeStage.editor, in: tx)
        }
    }

    struct Marks: Equatable, Sendable {
        let audit: Int
        let notes: Int
        let version: Int
        /// What the public is told; editors are told of the draft besides.
        let topics: Int
    }
    static func marks(_ tx: Reader) throws -> Marks {
        Marks(
            audit: try tx.count("SELECT COUNT(*) FROM audit"), notes: try tx.count("SELECT COUNT(*) FROM note"),
            version: try ProgrammeStore.version(of: ProgrammeStage.id, in: tx),
            topics: try tx.count("SELECT COUNT(*) FROM change WHERE topic = \(ProgrammeStage.event.topic)"))
    }

    @Test("only the event's editors and those above them change its draft", arguments: Backend.available)
    func permission(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await Self.furnish(database)
            let before = try await database.read { try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0) }
            for verb in Self.verbs {
                func attempt(_ viewer: Viewer?) async -> Refusal.Code? {
                    await refused { try await database.write { try verb.run(ProgrammeStage.event, viewer, $0) } }
                }
                #expect(await attempt(nil) == .signInNeeded, "\(verb.name)")
                #expect(await attempt(ProgrammeStage.viewer(.reader)) == .forbidden, "\(verb.name)")
                #expect(
                    await attempt(ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere)) == .forbidden, "\(verb.name)")
            }
            let after = try await database.read { try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0) }
            #expect(after == before)
            for viewer in [nil, ProgrammeStage.viewer(.reader, in: ProgrammeStage.elsewhere)] {
                let code = await refused {
                    try await database.read { _ = try ProgrammeActions.look(at: ProgrammeStage.event, by: viewer, in: $0) }
                }
                #expect(code == (viewer == nil ? .signInNeeded : .forbidden))
            }
        }
    }

    @Test(
        "each verb leaves one audit row, one note and one step of the version, and tells the public nothing",
        arguments: Backend.available)
    func traces(backend: Backend) async throws {
        for viewer in [ProgrammeStage.editor, ProgrammeStage.organiser, ProgrammeStage.viewer(.secretariat, in: nil)] {
            try await ProgrammeStage.run(backend) { database in
                try await Self.furnish(database)
                for verb in Self.verbs {
                    let (before, after) = try await database.write { tx in
                        let before = try Self.marks(tx)
                        try verb.run(ProgrammeStage.event, viewer, tx)
                        return (before, try Self.marks(tx))
                    }
                    let wanted = Marks(
                        audit: before.audit + 1, notes: before.notes + 1, version: before.version + 1, topics: before.topics)
                    #expect(after == wanted, "\(verb.name)")
                }
            }
        }
    }

    @Test("what somebody changed in the meantime is not overwritten", arguments: Backend.available)
    func meantime(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await Self.furnish(database)
            let event = ProgrammeStage.event
            let (id, seen) = try await database.read { tx in
                let look = try ProgrammeActions.look(at: event, by: ProgrammeStage.editor, in: tx)
                return (look.programme.sessions[0].id, look.version)
            }
            func change(_ title: String, seen: Int) async throws {
                try await database.write { tx in
                    _ = try ProgrammeActions.changeSession(
                        id, to: ProgrammeStage.draft(title, "09:00"), seen: seen, of: event, by: ProgrammeStage.editor, in: tx)
                }
            }
            // A change of something else does not stand in the way.
            try await database.write { tx in
                _ = try ProgrammeActions.addRoom(Localized("B"), capacity: nil, to: event, by: ProgrammeStage.editor, in: tx)
            }
            try await change("First", seen: seen)
            #expect(await refused { try await change("Second", seen: seen) } == .conflict)
            let title = try await database.read { try ProgrammeStore.draft(of: event, in: $0).session(id)?.title.text(.en) }
            #expect(title == "First")
        }
    }

    @Test("days and rooms in use stay, names are not given twice", arguments: Backend.available)
    func rules(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await Self.furnish(database)
            let event = ProgrammeStage.event
            let editor = ProgrammeStage.editor
            func code(_ body: @escaping @Sendable (Writer) throws -> Void) async -> Refusal.Code? {
                await refused { try await database.write(body) }
            }
            #expect(
                await code { _ = try ProgrammeActions.removeDay(ProgrammeStage.first, of: event, by: editor, in: $0) }
                    == .conflict)
            #expect(
                await code { _ = try ProgrammeActions.addRoom(Localized(" HALL"), capacity: nil, to: event, by: editor, in: $0) }
                    == .conflict)
            #expect(
                await code { _ = try ProgrammeActions.addRoom(.empty, capacity: nil, to: event, by: editor, in: $0) } == .invalid)
            #expect(
                await code { tx in
                    let room = try ProgrammeStore.draft(of: event, in: tx).rooms[0].id
                    var draft = ProgrammeStage.draft("In the hall", "11:00")
                    draft.room = room
                    _ = try ProgrammeActions.addSession(draft, to: event, by: editor, in: tx)
                    _ = try ProgrammeActions.removeRoom(room, of: event, by: editor, in: tx)
                } == .conflict)
            #expect(
                await code { tx in
                    let far = ProgrammeStage.draft("Far", "11:00", on: CalendarDate("2026-01-01")!)
                    _ = try ProgrammeActions.addSession(far, to: event, by: editor, in: tx)
                } == .invalid)
            let days = try await database.read { try ProgrammeStore.draft(of: event, in: $0).days.map(\.date) }
            #expect(days == [ProgrammeStage.first, ProgrammeStage.second])
        }
    }
}
