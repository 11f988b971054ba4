import Base
import CompositeIndex
import Testing

@testable import Measure

@Suite struct EditionSheetsTests {
    @Test("Scores are by rank with every node, at full precision")
    func scores() throws {
        let view = try IndexSample.view(MeasureDemo.content)
        let sheet = EditionSheets(view).scores
        #expect(sheet.header.prefix(4) == ["uCode", "uName", "Rank", "SDI"] && sheet.rows.count == 60)
        #expect(sheet.rows[0][2] == .number(1))
        let row = view.sorted(view.counted, by: view.index)[0]
        #expect(sheet.rows[0][3] == .number(view.build.scores[row, view.index]))
    }

    @Test("The codebook has names in all languages, shares of the index, and a line for each node")
    func codebook() throws {
        let sheet = EditionSheets(try IndexSample.view(MeasureDemo.content)).codebook
        #expect(sheet.rows.count == 33 && sheet.header.contains("Name_zh") && sheet.header.contains("Gloss_en"))
        #expect(sheet.rows.allSatisfy { $0.count == sheet.header.count })
        let place = try #require(sheet.header.firstIndex(of: "EffectiveWeight"))
        let shares = sheet.rows.filter { $0[0] == .number(1) }.map { row -> Double in
            if case .number(let share) = row[place] { share } else { .nan }
        }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }

    @Test("Data and framework are read back as they were, and give the same bits")
    func roundTrip() throws {
        let view = try IndexSample.view(MeasureDemo.content)
        let sheets = EditionSheets(view)
        func grid(_ sheet: Sheet, _ name: String) throws -> Grid {
            try #require(try TableReader.read(CSVWriter.bytes(sheet), name: name).first)
        }
        let reading = IndexReader.read(
            data: try grid(sheets.raw, "data.csv"), framework: try grid(sheets.framework, "framework.csv"))
        #expect(!reading.problems.contains { $0.gravity == .error }, "\(reading.problems.map(\.description))")
        let data = try #require(reading.panel.editions.last?.data)
        let again = try Build(data, framework: try Framework(reading.nodes), method: view.build.method)
        for unit in view.build.units.map(\.code) {
            #expect(again.score(of: unit, "SDI") == view.build.score(of: unit, "SDI"), "\(unit)")
            #expect(again.rank(of: unit, "SDI") == view.build.rank(of: unit, "SDI"), "\(unit)")
        }
    }

    @Test("Each filled cell is in the table of marks")
    func marks() throws {
        let view = try IndexSample.view(MeasureDemo.content)
        let filled = EditionSheets(view).marks.rows.filter { $0[2] == .text("imputed") }
        #expect(filled.count == view.content.data?.missing)
    }
}
