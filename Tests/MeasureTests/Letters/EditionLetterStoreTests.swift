import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct EditionLetterStoreTests {
    @Test("who was told is remembered once, follows a merged person and goes with an erased one", arguments: Backend.available)
    func marks(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let id = stage.edition.id
            let (one, two) = (try await stage.person("One").person, try await stage.person("Two").person)
            let marked = try await stage.database.write { (tx) throws in
                [
                    try EditionLetterStore.mark(.release, of: id, to: one, in: tx),
                    try EditionLetterStore.mark(.release, of: id, to: one, in: tx),
                    try EditionLetterStore.mark(.plan(nil), of: id, to: one, in: tx),
                    try EditionLetterStore.mark(.release, of: id, to: two, in: tx),
                ]
            }
            #expect(marked == [true, false, true, true])
            @Sendable func told(_ person: Identifier) async throws -> [String] {
                try await stage.database.read { (tx) throws in
                    try tx.rows(EditionLetterStore.personal.export(person)).map { try $0.text("kind") }.sorted()
                }
            }
            try await stage.database.write { (tx) throws in try EditionLetterStore.personal.merge(one, two, tx) }
            #expect(try await told(two) == ["plan", "release"])
            #expect(try await told(one) == [])
            guard case .removed(let erase) = EditionLetterStore.personal.erasure else {
                Issue.record("the row stays")
                return
            }
            try await stage.database.write { (tx) throws in try erase(two, tx) }
            #expect(try await told(two) == [])
        }
    }
}
