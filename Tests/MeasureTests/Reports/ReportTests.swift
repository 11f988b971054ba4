import Base
import Testing

@testable import Measure

@Suite struct ReportTests {
    @Test("a report has its places under its edition, and its languages with the authentic one first")
    func places() {
        let report = ReportSample.report(["en": "Text", "ar": "نص", "es": "Texto"])
        let edition = IndexSample.edition()
        #expect(report.path(in: edition) == "/index/tiny-2026/reports/annual")
        #expect(report.path(in: edition, unit: "AA") == "/index/tiny-2026/u/AA/report")
        #expect(report.desk(in: edition) == "/desk/measure/tiny-2026/reports/annual")
        #expect(report.languages == ["en", "ar", "es"])
    }
}
