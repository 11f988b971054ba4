import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct ReportStoreTests {
    @Test(
        "what is kept comes back whole, and everyone is given what is published and released alone", arguments: Backend.available)
    func whole(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let id = stage.edition.id
            let draft = try await stage.report("draft", .edition, ["en": "# {{edition}}", "ar": "نص"])
            let annual = try await stage.report("annual", isPublished: true)
            let found = try await stage.database.read { (tx) throws in
                (
                    try ReportStore.find(slug: "draft", of: id, in: tx), try ReportStore.find(annual.id, in: tx),
                    try ReportStore.all(of: id, in: tx), try ReportStore.published(of: id, in: tx)
                )
            }
            #expect(found.0 == draft && found.1 == annual && found.2.map(\.slug) == ["annual", "draft"])
            #expect(found.3.isEmpty, "its edition is not released")
            try await stage.release()
            #expect(try await stage.database.read { (tx) throws in try ReportStore.published(of: id, in: tx) } == [annual])
        }
    }

    @Test("a list takes the same number of statements for one report and for three", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let id = stage.edition.id
            try await stage.release()
            var counts: [[Int]] = []
            for slugs in [["one"], ["two", "three"]] {
                for slug in slugs { try await stage.report(slug, isPublished: true) }
                counts.append(
                    try await stage.database.read { (tx) throws in
                        let works: [(Reader) throws -> Void] = [
                            { _ = try ReportStore.all(of: id, in: $0) }, { _ = try ReportStore.published(of: id, in: $0) },
                            { _ = try ReportStore.material(of: id, in: $0) },
                        ]
                        return try works.map { work in
                            let before = tx.statements
                            try work(tx)
                            return tx.statements - before
                        }
                    })
            }
            #expect(counts[0] == counts[1] && counts[0] == [1, 1, 5])
        }
    }
}
