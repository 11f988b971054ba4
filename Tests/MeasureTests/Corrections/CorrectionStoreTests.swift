import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct CorrectionStoreTests {
    @Test("of someone who is erased the correction stays without her name", arguments: Backend.available)
    func persons(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            try await stage.release()
            let (id, administrator) = (stage.edition.id, stage.administrator)
            try await stage.database.write { tx in
                try CorrectionActions.correct(
                    id, unit: "AA", indicator: "q1", to: 3, reason: Localized("Typed wrongly"), by: administrator, in: tx)
            }
            guard case .removed(let erase) = CorrectionStore.personal.erasure else { return }
            try await stage.database.write { (tx) throws in try erase(administrator.person, tx) }
            let all = try await stage.database.read { (tx) throws in try CorrectionStore.all(of: id, in: tx) }
            #expect(all.map(\.person) == [nil] && all.map(\.old) == [2])
        }
    }
}
