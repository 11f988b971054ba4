import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct EditionReleaseActionsTests {
    @Test("an embargo holds against every hand and ends by itself", arguments: Backend.available)
    func embargo(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let end = stage.clock.now.adding(minutes: 60)
            try await stage.database.write { tx in
                try EditionReleaseActions.plan(id, embargo: end, releasers: [], by: administrator, in: tx)
                try EditionActions.freeze(id, by: administrator, in: tx)
            }
            #expect(
                try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: administrator, in: tx) }
                    == "measure.refusal.embargo")
            try await stage.database.write { (tx) throws in try EditionReleaseActions.releaseDue(in: tx) }
            #expect(try await stage.now().state == .frozen)
            #expect(try await stage.database.read { (tx) throws in try EditionStore.released(slug: "tiny-2026", in: tx) } == nil)
            stage.clock.now = end
            try await stage.database.write { (tx) throws in try EditionReleaseActions.releaseDue(in: tx) }
            #expect(try await stage.now().releasedAt == end)
            #expect(try await stage.database.read { (tx) throws in try EditionStore.released(slug: "tiny-2026", in: tx) } != nil)
        }
    }

    @Test("on a cue: those who are named may, without any other role, and nobody else", arguments: Backend.available)
    func cue(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let (chair, other) = (try await stage.person("Chair"), try await stage.person("Other"))
            try await stage.database.write { tx in
                try EditionReleaseActions.plan(id, embargo: nil, releasers: [chair.person], by: administrator, in: tx)
                try EditionActions.freeze(id, by: administrator, in: tx)
            }
            #expect(
                try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: administrator, in: tx) }
                    == "measure.refusal.releaser")
            #expect(
                try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: other, in: tx) }
                    == "refusal.notFound")
            #expect(
                try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: nil, in: tx) }
                    == "refusal.signIn")
            #expect(try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: chair, in: tx) } == nil)
            #expect(try await stage.now().state == .released)
            #expect(
                try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: chair, in: tx) }
                    == "measure.refusal.state")
        }
    }

    @Test("a draft is not released, an embargo lies ahead, and releasers are in the register", arguments: Backend.available)
    func plan(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator, now) = (stage.edition.id, stage.administrator, stage.clock.now)
            #expect(
                try await stage.refusal { (tx) throws in try EditionReleaseActions.release(id, by: administrator, in: tx) }
                    == "measure.refusal.state")
            #expect(
                try await stage.refusal { (tx) throws in
                    try EditionReleaseActions.plan(id, embargo: now, releasers: [], by: administrator, in: tx)
                } == "measure.refusal.embargoPast")
            #expect(
                try await stage.refusal { (tx) throws in
                    try EditionReleaseActions.plan(id, embargo: nil, releasers: [tx.newID()], by: administrator, in: tx)
                } == "measure.refusal.person")
        }
    }
}
