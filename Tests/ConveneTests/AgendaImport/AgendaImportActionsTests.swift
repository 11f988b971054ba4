import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Importing an agenda")
struct AgendaImportActionsTests {
    private static func apply(_ reading: AgendaReading, seen: Int?, by viewer: Viewer?, _ database: Store.Database) async throws {
        try await database.write { tx in
            try AgendaImportActions.apply(
                reading, to: ProgrammeStage.event, mode: .add, answers: AgendaAnswers(), seen: seen, by: viewer, in: tx)
        }
    }

    @Test("importing is one audit row and one note; the same again is none", arguments: Backend.available)
    func once(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let reading = AgendaStage.reading(AgendaStage.morning)
            try await Self.apply(reading, seen: 0, by: ProgrammeStage.editor, database)
            let first = try await database.read {
                (try ProgrammeActionsTests.marks($0), try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0))
            }
            #expect(first.0 == ProgrammeActionsTests.Marks(audit: 1, notes: 1, version: 1, topics: 0))
            #expect(first.1.sessions.count == 5)
            try await Self.apply(reading, seen: 1, by: ProgrammeStage.editor, database)
            let again = try await database.read {
                (try ProgrammeActionsTests.marks($0), try ProgrammeStore.draft(of: ProgrammeStage.event, in: $0))
            }
            #expect(again.0 == first.0 && again.1 == first.1)
        }
    }

    @Test("only editors import, and only what they looked at", arguments: Backend.available)
    func refusals(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let reading = AgendaStage.reading(AgendaStage.morning)
            func code(_ viewer: Viewer?, seen: Int? = 0, _ reading: AgendaReading) async -> Refusal.Code? {
                await refused { try await Self.apply(reading, seen: seen, by: viewer, database) }
            }
            #expect(await code(nil, reading) == .signInNeeded)
            #expect(await code(ProgrammeStage.viewer(.reader), reading) == .forbidden)
            #expect(await code(ProgrammeStage.viewer(.editor, in: ProgrammeStage.elsewhere), reading) == .forbidden)
            #expect(await code(ProgrammeStage.editor, seen: 3, reading) == .conflict)
            #expect(await code(ProgrammeStage.editor, AgendaReading()) == .invalid)
            #expect(await code(ProgrammeStage.editor, AgendaStage.reading([AgendaStage.item("A", "09:00", nil)])) == .invalid)
            let looked = await refused {
                try await database.read { tx in
                    _ = try AgendaImportActions.preview(
                        reading, of: ProgrammeStage.event, mode: .add, answers: AgendaAnswers(),
                        by: ProgrammeStage.viewer(.reader), in: tx)
                }
            }
            #expect(looked == .forbidden)
            let version = try await database.read { try ProgrammeActionsTests.marks($0).version }
            #expect(version == 0)
        }
    }
}
