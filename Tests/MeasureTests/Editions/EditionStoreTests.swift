import Base
import CompositeIndex
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct EditionStoreTests {
    @Test("what is kept comes back whole, missing cells and all", arguments: Backend.available)
    func whole(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            #expect(try await stage.content() == MeasureStage.tiny)
            #expect(
                try await stage.database.read { (tx) throws in try EditionStore.find(slug: "tiny-2026", in: tx) } == stage.edition
            )
            #expect(try await stage.database.read { (tx) throws in try EditionStore.find(slug: "none", in: tx) } == nil)
        }
    }

    @Test("the public sees released editions alone, the newest period first", arguments: Backend.available)
    func released(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            #expect(try await stage.database.read { (tx) throws in try EditionStore.released(in: tx) } == [])
            #expect(
                try await stage.database.read { (tx) throws in try EditionStore.released(slug: "tiny-2026", in: tx)?.edition }
                    == nil)
            try await stage.release()
            let found = try #require(
                try await stage.database.read { (tx) throws in try EditionStore.released(slug: "tiny-2026", in: tx) })
            #expect(found.content == MeasureStage.tiny && found.corrections.isEmpty)
            #expect(
                try await stage.database.read { (tx) throws in try EditionStore.released(series: "tiny", in: tx) } == [
                    found.edition
                ])
            #expect(try await stage.database.read { (tx) throws in try EditionStore.released(series: "other", in: tx) } == [])
        }
    }

    @Test("who may release follows a person who is merged, and goes with one who is erased", arguments: Backend.available)
    func persons(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let (first, second) = (try await stage.person("First"), try await stage.person("Second"))
            try await stage.database.write { tx in
                try EditionReleaseActions.plan(id, embargo: nil, releasers: [first.person], by: administrator, in: tx)
                try EditionStore.personal.merge(first.person, second.person, tx)
            }
            #expect(
                try await stage.database.read { (tx) throws in try EditionStore.releasers(of: id, in: tx) } == [second.person])
            guard case .removed(let erase) = EditionStore.personal.erasure else { return }
            try await stage.database.write { (tx) throws in try erase(second.person, tx) }
            #expect(try await stage.database.read { (tx) throws in try EditionStore.releasers(of: id, in: tx) } == [])
        }
    }
}
