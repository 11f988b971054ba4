import Base
import Testing

@testable import Measure

@Suite struct ReportShelfTests {
    @Test("a file holds for the revisions of its report and its edition, its country and its language")
    func keys() async throws {
        let shelf = ReportShelf(limit: 3)
        let source = try ReportSample.source()
        var report = ReportSample.report(["en": "A"])
        func file(_ made: UInt8, _ source: ReportSource, _ tag: String = "en") async throws -> [UInt8] {
            try await shelf.file(ReportShelf.Key(report, source, tag: tag)) { [made] }
        }
        #expect(try await file(1, source) == [1])
        #expect(try await file(2, source) == [1])
        #expect(try await file(3, source, "es") == [3])
        #expect(try await file(4, try #require(source.about("AA"))) == [4])
        report.revision += 1
        #expect(try await file(5, source) == [5])
        #expect(shelf.count == 1)
    }
}
