import CompositeIndex
import Testing

@Suite struct SheetTests {
    private static let units = [
        IndexUnit(code: "X", name: "Xland", groups: ["G": "g"]), IndexUnit(code: "Y", kind: .aggregate),
    ]

    @Test("A step of the method is a sheet of units by columns, missing cells empty")
    func table() {
        let sheet = Sheet(
            name: "scores", units: SheetTests.units, columns: ["a", "b"], values: Table(columns: [[1, .nan], [3, 4]]))
        #expect(sheet.header == ["uName", "uCode", "uKind", "G", "a", "b"])
        #expect(
            sheet.rows == [
                [.text("Xland"), .text("X"), .text("unit"), .text("g"), .number(1), .number(3)],
                [.text("Y"), .text("Y"), .text("aggregate"), .empty, .empty, .number(4)],
            ])
    }

    @Test("A panel comes back with its periods, kinds and groups")
    func panel() throws {
        let data = Dataset(units: SheetTests.units, columns: ["a"], values: Table(columns: [[0.1, 1e-9]]))
        let panel = Panel([Panel.Edition(period: "2020", data: data), Panel.Edition(period: "2021", data: data)])
        let grid = try #require(try TableReader.read(CSVWriter.bytes(Sheet(name: "s", panel: panel)), name: "s.csv").first)
        let again = IndexReader.read(data: grid)
        #expect(again.problems.isEmpty)
        #expect(again.panel.editions.map(\.period) == ["2020", "2021"])
        for edition in again.panel.editions {
            #expect(edition.data.units == SheetTests.units)
            #expect(edition.data.values.isIdentical(to: data.values))
        }
    }
}
