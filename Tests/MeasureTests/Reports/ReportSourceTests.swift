import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct ReportSourceTests {
    @Test("the edition before is the newest of the earlier ones, never a later one")
    func before() throws {
        let editions = [(2024, 11), (2025, 12), (2027, 13)].map { year, number in
            IndexSample.edition("tiny-\(year)", period: String(year), number: number - 10 + 1)
        }
        let contents = Dictionary(uniqueKeysWithValues: editions.map { ($0.id, MeasureStage.tiny) })
        let source = try ReportSample.source(
            MeasureStage.tiny, IndexSample.edition("tiny-2026", number: 9), archive: editions, contents: contents)
        #expect(source.before?.edition.period == "2025")
        #expect(source.history.points(of: "AA").map(\.edition.period) == ["2024", "2025", "2026", "2027"])
        #expect(try ReportSample.source().before == nil)
    }

    @Test("an index that cannot be computed is no source")
    func broken() throws {
        #expect(throws: Problems.self) {
            try ReportSample.source(IndexContent(), IndexSample.edition("empty", number: 8))
        }
    }

    @Test("who only checks does not compute the ranges of ranks")
    func checking() throws {
        let source = try ReportSample.source()
        #expect(source.ranges != nil && source.ranged(nil).ranges == nil)
    }
}
