import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct UndoActionsTests {
    private static let event = ProgrammeStage.event
    private static let editor = ProgrammeStage.editor
    private static let other = Viewer(
        person: Identifier("00000000-0000-7000-8000-0000000000f2")!, name: "Grace",
        grants: [Grant(.editor, in: ProgrammeStage.id)])

    private func draft(_ database: Store.Database) async throws -> Programme {
        try await database.read { try ProgrammeStore.draft(of: Self.event, in: $0) }
    }
    private func undo(_ viewer: Viewer?, _ database: Store.Database) async -> Refusal.Code? {
        await refused { try await database.write { try UndoActions.undo(in: Self.event, by: viewer, in: $0) } }
    }
    private func redo(_ viewer: Viewer?, _ database: Store.Database) async -> Refusal.Code? {
        await refused { try await database.write { try UndoActions.redo(in: Self.event, by: viewer, in: $0) } }
    }

    @Test("every verb of the draft can be undone and done again", arguments: Backend.available)
    func verbs(backend: Backend) async throws {
        for verb in ProgrammeActionsTests.verbs {
            try await ProgrammeStage.run(backend) { database in
                try await ProgrammeActionsTests.furnish(database)
                let before = try await draft(database)
                try await database.write { try verb.run(Self.event, Self.editor, $0) }
                let after = try await draft(database)
                #expect(before != after, "\(verb.name)")
                #expect(await undo(Self.editor, database) == nil, "\(verb.name)")
                #expect(try await draft(database) == before, "\(verb.name)")
                #expect(await redo(Self.editor, database) == nil, "\(verb.name)")
                #expect(try await draft(database) == after, "\(verb.name)")
                #expect(await redo(Self.editor, database) == .conflict, "\(verb.name)")
            }
        }
    }

    @Test("undoing leaves one audit row, one note, one step of the version", arguments: Backend.available)
    func traces(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await ProgrammeActionsTests.furnish(database)
            for run in [UndoActions.undo, UndoActions.redo] {
                try await database.write { tx in
                    let before = try ProgrammeActionsTests.marks(tx)
                    try run(Self.event, Self.editor, tx)
                    let after = try ProgrammeActionsTests.marks(tx)
                    #expect(after.audit == before.audit + 1 && after.notes == before.notes + 1)
                    #expect(after.version == before.version + 1 && after.topics == before.topics)
                }
            }
        }
    }

    @Test("everybody undoes her own steps, and never over somebody else's")
    func own() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            try await ProgrammeActionsTests.furnish(database)
            let id = try await draft(database).sessions[0].id
            #expect(await undo(Self.other, database) == .conflict)
            try await database.write {
                _ = try ProgrammeActions.changeSession(
                    id, to: ProgrammeStage.draft("Hers", "10:00"), seen: nil, of: Self.event, by: Self.other, in: $0)
            }
            // The session that this editor has added was changed by the other since.
            #expect(await undo(Self.editor, database) == .conflict)
            #expect(try await draft(database).sessions.map { $0.title.text(.en) } == ["Hers"])
            #expect(await undo(Self.other, database) == nil)
            #expect(await undo(Self.editor, database) == nil)
            #expect(try await draft(database).sessions.isEmpty)
            for viewer in [nil, ProgrammeStage.viewer(.reader)] {
                let code: Refusal.Code = viewer == nil ? .signInNeeded : .forbidden
                #expect(await undo(viewer, database) == code)
                #expect(await redo(viewer, database) == code)
            }
        }
    }

    @Test("what was undone is gone once something else is done")
    func fork() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            try await ProgrammeActionsTests.furnish(database)
            #expect(await undo(Self.editor, database) == nil)
            try await database.write {
                _ = try ProgrammeActions.addRoom(Localized("B"), capacity: nil, to: Self.event, by: Self.editor, in: $0)
            }
            #expect(await redo(Self.editor, database) == .conflict)
        }
    }
}
