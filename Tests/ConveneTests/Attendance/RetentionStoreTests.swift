import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct RetentionStoreTests {
    @Test("an event is due when its names are over, and no longer once they are gone", arguments: Backend.available)
    func due(_ backend: Backend) async throws {
        try await PapersStage.with(backend) { stage in
            let due: @Sendable () async throws -> [Identifier] = {
                try await stage.database.read { try RetentionStore.due(in: $0).map(\.id) }
            }
            #expect(try await stage.database.read { try RetentionStore.months(of: stage.event.id, in: $0) } == 12)
            #expect(try await due().isEmpty)
            stage.door.world.clock.reach(try EventWorld.day("2026-12-03"))
            #expect(try await due().isEmpty)
            stage.door.world.clock.reach(try EventWorld.day("2026-12-04"))
            #expect(try await due() == [stage.event.id])
            try await stage.database.write { try RetentionStore.set(24, of: stage.event.id, in: $0) }
            #expect(try await due().isEmpty)
            try await stage.database.write { tx in
                try RetentionStore.set(1, of: stage.event.id, in: tx)
                while try RetentionActions.sweep(stage.event, in: tx) > 0 {}
            }
            #expect(try await due().isEmpty)
        }
    }
}
