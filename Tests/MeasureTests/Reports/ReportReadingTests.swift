import Base
import Testing

@testable import Measure

@Suite struct ReportReadingTests {
    @Test("faults of every language are gathered, a report for each country is tried with one")
    func faults() throws {
        let source = try ReportSample.source()
        let report = ReportSample.report(["en": "{{score AA}}", "es": "a\n{{score ZZ}}"])
        #expect(
            ReportReading.faults(of: report, source).map { "\($0.tag) \($0.fault.line) \($0.fault.rule)" } == ["es 2 unitUnknown"]
        )
        let country = ReportSample.report(["en": "{{score unit}}\n```figure\nprofile\n```"], kind: .country)
        #expect(ReportReading.faults(of: country, source).isEmpty)
        #expect(ReportReading.faults(of: ReportSample.report(["en": "{{score unit}}"]), source).count == 1)
    }

    @Test("marks are replaced by values, and by what was typed in code")
    func filled() throws {
        let reading = ReportReading("Rank {{rank AA}}, {{units}}.", try ReportSample.source(), .en)
        #expect(reading.filled(reading.text.marked) == "Rank \(reading.values[0]), 4.")
        #expect(reading.filled(reading.text.marked, isCode: true) == "Rank {{rank AA}}, {{units}}.")
        #expect(reading.filled("\u{e000}99\u{e001}\u{e000}x") == "\u{e000}x")
    }
}
