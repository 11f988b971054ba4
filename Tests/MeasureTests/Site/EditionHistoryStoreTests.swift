import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct EditionHistoryStoreTests {
    @Test("Released editions of the index alone are looked up", arguments: Backend.available)
    func contents(backend: Backend) async throws {
        try await MeasureStage.with(backend) { stage in
            let before = try await stage.database.read { try EditionHistoryStore.contents(of: "tiny", in: $0) }
            #expect(before.isEmpty)
            try await stage.release()
            let found = try await stage.database.read { try EditionHistoryStore.contents(of: "tiny", in: $0) }
            #expect(found == [stage.edition.id: MeasureStage.tiny])
            let others = try await stage.database.read { try EditionHistoryStore.contents(of: "other", in: $0) }
            #expect(others.isEmpty)
        }
    }
}
