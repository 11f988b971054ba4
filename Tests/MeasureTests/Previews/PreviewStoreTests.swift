import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct PreviewStoreTests {
    @Test("two entries of one person that have one country become one, with what was said", arguments: Backend.available)
    func merged(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let (first, second) = (try await stage.person("First"), try await stage.person("Second"))
            try await stage.database.write { tx in
                let one = try PreviewActions.invite(first.person, to: "DD", of: id, by: administrator, in: tx)
                _ = try PreviewActions.invite(second.person, to: "DD", of: id, by: administrator, in: tx)
                _ = try PreviewActions.invite(first.person, to: "AA", of: id, by: administrator, in: tx)
                try EditionActions.openPreview(id, by: administrator, in: tx)
                try PreviewActions.comment("Mine", on: one.id, by: first, in: tx)
                for record in PreviewStore.records { try record.merge(first.person, second.person, tx) }
            }
            let (previews, comments) = try await stage.database.read { tx in
                (try PreviewStore.all(of: id, in: tx), try PreviewStore.comments(of: id, in: tx))
            }
            #expect(previews.map(\.unit) == ["AA", "DD"] && previews.allSatisfy { $0.person == second.person })
            #expect(comments.values.flatMap { $0 }.map(\.person) == [second.person])
            try await stage.database.write { tx in
                for record in PreviewStore.records {
                    if case .removed(let erase) = record.erasure { try erase(second.person, tx) }
                }
            }
            #expect(try await stage.database.read { (tx) throws in try PreviewStore.all(of: id, in: tx).isEmpty })
        }
    }
}
