import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Origins in the database")
struct ScheduleImportStoreTests {
    @Test("origins are replaced, source by source, touching only what differs", arguments: Backend.available)
    func origins(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                let plan = ImportStage.plan(ImportStage.schedule(["A", "B"]))
                let id = ProgrammeStage.id
                try ScheduleImportStore.replace([], with: plan.origins, source: "s", of: id, in: tx)
                #expect(try ScheduleImportStore.origins("s", of: id, in: tx) == plan.origins)
                #expect(try ScheduleImportStore.origins("other", of: id, in: tx).isEmpty)
                let before = tx.statements
                try ScheduleImportStore.replace(plan.origins, with: Array(plan.origins.dropLast()), source: "s", of: id, in: tx)
                #expect(tx.statements == before + 1)
                #expect(try ScheduleImportStore.origins("s", of: id, in: tx).count == 1)
            }
        }
    }

    @Test("what waits longer than a day is stale", arguments: Backend.available)
    func stale(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                let old = ScheduleImportStore.Waiting(
                    id: tx.newID(), file: tx.newID(), name: "old", createdAt: tx.now.adding(minutes: -1441))
                let young = ScheduleImportStore.Waiting(id: tx.newID(), file: tx.newID(), name: "young", createdAt: tx.now)
                for one in [old, young] {
                    try ScheduleImportStore.insert(one, of: ProgrammeStage.id, by: ProgrammeStage.editor.person, in: tx)
                }
                #expect(try ScheduleImportStore.stale(in: tx) == [old])
                #expect(try ScheduleImportStore.find(young.id, of: ProgrammeStage.id, in: tx) == young)
                #expect(try ScheduleImportStore.find(young.id, of: ProgrammeStage.elsewhere, in: tx) == nil)
            }
        }
    }
}
