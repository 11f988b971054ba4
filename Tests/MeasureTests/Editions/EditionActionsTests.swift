import Base
import CompositeIndex
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct EditionActionsTests {
    @Test("an edition goes from draft to frozen with a digest, and back", arguments: Backend.available)
    func states(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let id = stage.edition.id
            try await stage.database.write { [administrator = stage.administrator] tx in
                try EditionActions.openPreview(id, by: administrator, in: tx)
                try EditionActions.freeze(id, by: administrator, in: tx)
            }
            let frozen = try await stage.now()
            #expect(frozen.state == .frozen)
            #expect(frozen.seal?.digest.count == 64)
            #expect(frozen.seal?.program == FrozenInputs.program)
            let administrator = stage.administrator
            let change = try await stage.refusal { tx in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) { $0.data = nil }
            }
            #expect(change == "measure.refusal.frozen")
            try await stage.database.write { (tx) throws in try EditionActions.thaw(id, by: administrator, in: tx) }
            try await stage.database.write { (tx) throws in try EditionActions.freeze(id, by: administrator, in: tx) }
            #expect(try await stage.now().seal?.digest == frozen.seal?.digest, "the same inputs, the same digest")
        }
    }

    @Test("what cannot be computed is neither previewed nor frozen", arguments: Backend.available)
    func incomplete(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            try await stage.database.write { tx in
                try EditionActions.edit(id, as: "index.imported", seen: nil, by: administrator, in: tx) { $0.nodes.removeLast() }
            }
            #expect(try await stage.content().problems.map(\.rule) == ["node-childless"])
            #expect(
                try await stage.refusal { (tx) throws in try EditionActions.openPreview(id, by: administrator, in: tx) }
                    == "measure.refusal.problems")
            #expect(
                try await stage.refusal { (tx) throws in try EditionActions.freeze(id, by: administrator, in: tx) }
                    == "measure.refusal.problems"
            )
        }
    }

    @Test("who edits what was changed meanwhile is told", arguments: Backend.available)
    func overtaken(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator, seen) = (stage.edition.id, stage.administrator, stage.edition.revision)
            var draft = EditionDraft(stage.edition)
            draft.period = "2027"
            let wanted = draft
            try await stage.database.write { (tx) throws in
                try EditionActions.describe(id, as: wanted, seen: seen, by: administrator, in: tx)
            }
            #expect(try await stage.now().period == "2027")
            #expect(try await stage.now().revision == seen + 1)
            let refusal = try await stage.refusal { (tx) throws in
                try EditionActions.describe(id, as: wanted, seen: seen, by: administrator, in: tx)
            }
            #expect(refusal == "measure.refusal.overtaken")
        }
    }

    @Test("a new edition takes framework and method of an earlier one, and no data", arguments: Backend.available)
    func follows(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let next = try await stage.database.write { tx in
                try EditionActions.create(MeasureStage.draft("tiny-2027"), from: id, by: administrator, in: tx)
            }
            let content = try await stage.database.read { (tx) throws in try EditionStore.content(of: next.id, in: tx) }
            #expect(content.nodes == MeasureStage.tiny.nodes)
            #expect(content.data == nil)
            #expect(
                try await stage.refusal { (tx) throws in
                    _ = try EditionActions.create(MeasureStage.draft("tiny-2027"), by: administrator, in: tx)
                }
                    == "measure.refusal.slugTaken")
        }
    }

    @Test("only who runs the year may, and each verb leaves one audit row and one note", arguments: Backend.available)
    func rights(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            #expect(
                try await stage.refusal { (tx) throws in
                    try EditionActions.freeze(id, by: MeasureStage.viewer(.organiser), in: tx)
                }
                    == "refusal.forbidden")
            #expect(try await stage.refusal { (tx) throws in try EditionActions.freeze(id, by: nil, in: tx) } == "refusal.signIn")
            let count: @Sendable (Reader) throws -> [Int] = { tx in
                [
                    try tx.count("SELECT COUNT(*) AS n FROM audit WHERE kind = 'index_edition'"),
                    try tx.count("SELECT COUNT(*) AS n FROM note WHERE name = 'index.frozen'"),
                ]
            }
            let before = try await stage.database.read(count)
            try await stage.database.write { (tx) throws in try EditionActions.freeze(id, by: administrator, in: tx) }
            let after = try await stage.database.read(count)
            #expect(after[0] == before[0] + 1 && after[1] == before[1] + 1)
        }
    }
}
