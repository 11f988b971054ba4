import CompositeIndex
import Testing

@Suite struct XLSXWriterTests {
    private static let sheets = [
        Sheet(
            name: "raw", header: ["uCode", "=x", "a"],
            rows: [
                [.text("X & <Y>"), .text("<v>=1+1</v>"), .number(0.1 + 0.2)], [.text(""), .empty, .number(41.829999999999998)],
                [.text("Ünï"), .text("-5"), .number(-1e-300)], [.text("n"), .number(.nan), .number(1.0 / 3)],
            ]),
        Sheet(name: "raw", header: ["only"], rows: []), Sheet(name: "a/b:c*?[d]", header: ["n"], rows: [[.number(7)]]),
    ]

    @Test("Numbers come back bit for bit, texts are no formulas, and names that clash or that no workbook takes are changed")
    func roundTrip() throws {
        let grids = try TableReader.read(XLSXWriter.bytes(XLSXWriterTests.sheets), name: "b.xlsx")
        #expect(grids.map(\.sheet) == ["raw", "raw 2", "a_b_c___d_"])
        #expect(grids[0][1, 2] == .text("=x"))
        #expect(grids[0][2, 1] == .text("X & <Y>"))
        #expect(grids[0][2, 2] == .text("<v>=1+1</v>"))
        #expect(grids[0][2, 3] == .number(0.1 + 0.2))
        #expect(grids[0][3, 3] == .number(41.829999999999998))
        #expect(grids[0][4, 1] == .text("Ünï"))
        #expect(grids[0][4, 3] == .number(-1e-300))
        #expect(grids[0][5, 2] == .empty)
        #expect(grids[0][5, 3] == .number(1.0 / 3))
        #expect(grids[2][2, 1] == .number(7))
        #expect(grids.allSatisfy { $0.formulas == 0 && $0.problems.isEmpty })
    }

    @Test("The same sheets give the same bytes")
    func same() throws { #expect(try XLSXWriter.bytes(XLSXWriterTests.sheets) == XLSXWriter.bytes(XLSXWriterTests.sheets)) }

    @Test("The corpus comes back bit for bit", .enabled(if: ReadingStage.hasCorpus))
    func corpus() throws {
        let reading = IndexReader.read(
            data: try ReadingStage.grid("asem/iData_panel.csv"), framework: try ReadingStage.grid("asem/iMeta.csv"))
        let sheets = [Sheet(name: "iData", panel: reading.panel), Sheet(framework: reading.framework)]
        let again = try #require(IndexReader.read(workbook: try TableReader.read(XLSXWriter.bytes(sheets), name: "b.xlsx")))
        #expect(again.problems.map(\.description) == [])
        #expect(again.framework == reading.framework)
        #expect(again.panel.editions.map(\.period) == reading.panel.editions.map(\.period))
        for (one, other) in zip(again.panel.editions, reading.panel.editions) {
            #expect(one.data.units == other.data.units)
            #expect(one.data.columns == other.data.columns)
            #expect(one.data.values.isIdentical(to: other.data.values))
        }
    }

    @Test("What no workbook takes is refused in words")
    func refused() {
        func rule(_ sheets: [Sheet]) -> String? {
            do { _ = try XLSXWriter.bytes(sheets) } catch { return error.list.first?.rule }
            return nil
        }
        #expect(rule([]) == "xlsx-empty")
        #expect(rule([Sheet(name: "x", header: Array(repeating: "h", count: 16_385), rows: [])]) == "xlsx-too-large")
    }

    @Test("Long texts are cut where a cell ends, and NUL goes")
    func long() throws {
        let sheet = Sheet(name: "x", header: ["h"], rows: [[.text(String(repeating: "é", count: 40_000))], [.text("a\0b")]])
        let grid = try #require(try TableReader.read(XLSXWriter.bytes([sheet]), name: "b.xlsx").first)
        #expect(grid[2, 1].text.utf16.count == 32_767)
        #expect(grid[3, 1] == .text("ab"))
    }
}
