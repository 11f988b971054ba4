import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct CorrectionActionsTests {
    @Test("a correction leaves the old value, the reason and both digests in the log", arguments: Backend.available)
    func log(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let reason = Localized("The source has revised it")
            @Sendable func correct(_ value: Double?, _ reason: Localized, by viewer: Viewer?) async throws -> String? {
                try await stage.refusal { (tx) throws in
                    try CorrectionActions.correct(id, unit: "DD", indicator: "p2", to: value, reason: reason, by: viewer, in: tx)
                }
            }
            #expect(try await correct(6, reason, by: administrator) == "measure.refusal.notReleased")
            try await stage.release()
            let first = try await stage.now().seal?.digest
            #expect(try await correct(6, .empty, by: administrator) == "measure.refusal.reason")
            #expect(try await correct(nil, reason, by: administrator) == "measure.refusal.same")
            #expect(try await correct(6, reason, by: MeasureStage.viewer(.editor)) == "refusal.forbidden")
            #expect(try await correct(6, reason, by: administrator) == nil)
            #expect(try await correct(7, reason, by: administrator) == nil)
            let found = try #require(
                try await stage.database.read { (tx) throws in try EditionStore.released(slug: "tiny-2026", in: tx) })
            #expect(found.corrections.map(\.number) == [1, 2])
            #expect(found.corrections.map(\.old) == [nil, 6] && found.corrections.map(\.new) == [6, 7])
            #expect(found.corrections.first?.oldDigest == first)
            #expect(found.corrections.last?.newDigest == found.edition.seal?.digest)
            #expect(found.content.data?.value("DD", "p2") == 7)
            #expect(found.content.data.map { Correction.undone(found.corrections, in: $0) } == MeasureStage.tiny.data)
        }
    }
}
