import Base
import Testing

@testable import Measure

@Suite struct ReportCountryFiguresTests {
    @Test("with fewer than three parts there is no radar, and the table stays")
    func few() throws {
        let source = try ReportSample.source()
        let reading = ReportReading("```figure\nprofile\nunit: AA\n```\n\n```figure\ncompare\nunits: AA BB\n```", source, .en)
        #expect(reading.faults.isEmpty)
        #expect(reading.figures.map { $0?.drawing } == [.bars, .plain])
        #expect(reading.figures.map { $0?.rows.count } == [2, 3])
    }

    @Test("strengths are above the group's mean and weaknesses below it")
    func extremes() throws {
        let source = try #require(try ReportSample.demo().about("X10"))
        for (kind, isAbove) in [("strengths", true), ("weaknesses", false)] {
            let figure = ReportReading("```figure\n\(kind)\n```", source, .en).figures.first ?? nil
            for row in try #require(figure).rows {
                guard case .lead(let lead?) = row.cells[2] else { continue }
                #expect((lead > 0) == isAbove)
            }
        }
    }
}
