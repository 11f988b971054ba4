import CompositeIndex
import Testing

@Suite struct XLSXGridReaderTests {
    private func grid(_ parts: [(name: String, text: String)]) throws -> Grid {
        try #require(try TableReader.read(WorkbookStage.zip(parts), name: "data.xlsx").first)
    }

    @Test("Cells of every type are read, shared and rich texts among them")
    func types() throws {
        let grid = try grid(
            WorkbookStage.parts(
                sheet: """
                    <sheetData><row r="1">
                    <c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c t="str"><f>A1</f><v>x</v></c>
                    </row>
                    <row><c t="b"><v>1</v></c><c r="B2"><v>0.30000000000000004</v></c><c r="C2" t="e"><v>#N/A</v></c>
                    <c r="D2"><f>1+1</f><v>2</v></c><c r="E2"/><c r="F2" t="d"><v>2018-01-05</v></c></row></sheetData>
                    """,
                strings: ["<t>one &amp; _x0041_</t>", "<r><t>t</t></r><r><t>wo</t></r><rPh><t>no</t></rPh>"]))
        #expect(grid[1, 1] == .text("one & A"))
        #expect(grid[1, 2] == .text("two"))
        #expect(grid[1, 3] == .text("x"))
        #expect(grid[2, 1] == .truth(true))
        #expect(grid[2, 2] == .number(0.30000000000000004))
        #expect(grid[2, 3] == .error("#N/A"))
        #expect(grid[2, 4] == .number(2))
        #expect(grid[2, 5] == .empty)
        #expect(grid[2, 6] == .text("2018-01-05"))
        #expect(grid.formulas == 2)
        #expect(grid.problems.isEmpty)
    }

    @Test(
        "Numbers are dates by their format alone, in both systems of counting days",
        arguments: [
            (43105.0, false, "2018-01-05"), (43105.5, false, "2018-01-05T12:00:00"), (1, false, "1900-01-01"),
            (61, false, "1900-03-01"),
            (0, true, "1904-01-01"), (41643, true, "2018-01-05"),
        ])
    func dates(serial: Double, is1904: Bool, text: String) throws {
        let formats =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;day&quot; 0.0\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"yyyy\\-mm\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>"
        let cells = (0..<4).map { "<c s=\"\($0)\"><v>\(serial)</v></c>" }.joined()
        let grid = try grid(
            WorkbookStage.parts(sheet: "<sheetData><row>\(cells)</row></sheetData>", formats: formats, date1904: is1904))
        #expect((1...4).map { grid[1, $0] } == [.number(serial), .text(text), .number(serial), .text(text)])
    }

    @Test("A cell at XFD1048576 is read and costs one cell")
    func corner() throws {
        let grid = try grid(
            WorkbookStage.parts(sheet: "<sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row></sheetData>"))
        #expect(grid[1_048_576, 16_384] == .number(5))
        #expect(grid.rows.count == 1)
        #expect(grid.rows[0].cells.count == 1)
    }

    @Test("Hidden sheets are told and are not the first choice; data and framework are found by their columns")
    func workbook() throws {
        let data = Sheet(name: "numbers", header: ["uCode", "a", "b"], rows: [[.text("X"), .number(1), .number(2)]])
        let meta = Sheet(
            name: "frame", header: ["Level", "iCode", "Parent", "Direction", "Weight"],
            rows: [
                [.number(1), .text("a"), .text("I"), .number(1), .number(1)],
                [.number(1), .text("b"), .text("I"), .number(-1), .number(1)],
                [.number(2), .text("I"), .empty, .number(1), .number(1)],
            ])
        let grids = try TableReader.read(XLSXWriter.bytes([meta, data]), name: "book.xlsx")
        #expect(grids.map(\.name) == ["book.xlsx!frame", "book.xlsx!numbers"])
        let reading = try #require(IndexReader.read(workbook: grids))
        #expect(reading.problems.isEmpty)
        #expect(reading.nodes.map(\.code) == ["a", "b", "I"])
        #expect(reading.panel.editions.first?.data.values.cells == [1, 2])
        let hidden = try grid(WorkbookStage.parts(sheet: WorkbookStage.unit(""), state: "hidden"))
        #expect(hidden.isHidden)
        #expect(hidden.problems.map(\.rule) == ["sheet-hidden"])
    }

    @Test("The value of merged cells is that of the first, whatever the file keeps under it")
    func merged() throws {
        let grid = try grid(
            WorkbookStage.parts(
                sheet: WorkbookStage.unit(
                    "<c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c>",
                    after: "<mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>")))
        #expect(grid[2, 2] == .number(1))
        #expect(grid[2, 3] == .empty)
        #expect(ReadingStage.told(grid.problems) == ["cells-merged data.xlsx B2"])
    }
}
