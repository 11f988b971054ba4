import Base
import Testing

@testable import Measure

@Suite struct ReportFigureOrderTests {
    @Test(
        "what is not understood is told with its own line",
        arguments: [
            ("", "1 figureEmpty"), ("pie", "2 figureUnknown"), ("ranking\ntop", "3 optionShape"),
            ("ranking\n\ntop: ten", "4 topShape"), ("ranking\ntop: 0", "3 topShape"), ("ranking\ncolour: red", "3 optionUnknown"),
            ("ranking\ntop: 3\ntop: 4", "4 optionTwice"), ("ranking\nby: X", "3 nodeUnknown"),
            ("ranking\nregion: east", "3 groupUnknown"), ("groups", "2 optionMissing"), ("groups\nby: size", "3 groupingUnknown"),
            ("profile", "2 optionMissing"), ("profile\nunit: ZZ", "3 unitUnknown"), ("compare\nunits: AA", "3 unitsCount"),
            ("compare\nunits: AA, XX", "3 unitUnknown"), ("timeline\nunits: AA", "2 earlierNone"), ("movers", "2 earlierNone"),
            ("profile\ntop: 3", "3 optionUnknown"),
        ])
    func faults(lines: String, expected: String) throws {
        let found = ReportSample.rules("```figure\n\(lines)\n```", try ReportSample.source())
        #expect(found.contains(expected), "\(found)")
    }

    @Test("codes that are no countries have no map")
    func map() throws {
        #expect(ReportSample.rules("```figure\nmap\n```", try ReportSample.demo()) == ["2 mapNone"])
        #expect(ReportSample.rules("```figure\nmap\n```", try ReportSample.source()) == [])
    }

    @Test("several faults come together; digits of any script are digits")
    func several() throws {
        let source = try ReportSample.source()
        #expect(
            ReportSample.rules("```figure\nranking\nx: 1\ny: 2\n```\n{{z}}", source) == [
                "3 optionUnknown", "4 optionUnknown", "6 valueUnknown",
            ])
        #expect(ReportSample.rules("```figure\nranking\ntop: ٣\n```", source) == [])
    }
}
