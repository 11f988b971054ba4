import CompositeIndex
import Testing

@Suite struct CSVWriterTests {
    private func text(_ sheet: Sheet) -> String { String(decoding: CSVWriter.bytes(sheet), as: UTF8.self) }

    @Test("Texts that a spreadsheet may take for formulas get an apostrophe; numbers stay numbers")
    func formulas() {
        let cells: [Sheet.Cell] = [
            .text("=1+1"), .text("+a"), .text("-5"), .text("@x"), .text("\tx"), .number(-5), .text("a=b"), .text("'q"), .empty,
            .number(.nan),
        ]
        #expect(
            text(Sheet(name: "s", header: ["=h"], rows: [cells]))
                == "'=h\r\n'=1+1,'+a,'-5,'@x,\"'\tx\",-5,a=b,'q,,\r\n")
    }

    @Test(
        "Every text comes back as it was",
        arguments: ["a,b", "\"q\"", "line\nbreak", "=x", "- none -", "a;b", "ünï", "'plain", "@", "-", "'=x", "''-", "'"])
    func roundTrip(text: String) throws {
        let bytes = CSVWriter.bytes(Sheet(name: "s", header: ["h", "i"], rows: [[.text(text), .text("end")]]))
        #expect(try TableReader.read(bytes, name: "s.csv").first?[2, 1] == .text(text))
    }

    @Test("The framework comes back as it was, goalposts and all")
    func framework() throws {
        let table = FrameworkTable(
            nodes: [
                Node(
                    code: "a", name: "=A, \"quoted\"", level: 1, parent: "I", weight: 1.0 / 3, direction: .negative, unit: "%",
                    target: 0.1 + 0.2, goalposts: Node.Goalposts(low: -5, high: 1e-7), denominator: "Pop"),
                Node(code: "b", level: 1, parent: "I", weight: 0), Node(code: "I", name: "Index", level: 2, parent: nil),
            ], groupings: [FrameworkTable.Column(code: "G", name: "Group")],
            denominators: [FrameworkTable.Column(code: "Pop", name: "Population", unit: "Thousands")],
            others: [FrameworkTable.Column(code: "note")])
        let bytes = CSVWriter.bytes(Sheet(framework: table))
        let (again, problems) = FrameworkReader.read(try #require(try TableReader.read(bytes, name: "iMeta.csv").first))
        #expect(problems.isEmpty)
        #expect(again == table)
    }

    @Test("COINr's framework comes back as it was", .enabled(if: ReadingStage.hasCorpus))
    func asem() throws {
        let (table, _) = FrameworkReader.read(try ReadingStage.grid("asem/iMeta.csv"))
        let bytes = CSVWriter.bytes(Sheet(framework: table))
        #expect(FrameworkReader.read(try #require(try TableReader.read(bytes, name: "m.csv").first)).table == table)
        #expect(table.nodes.count == 60)
        #expect(table.groupings.count == 4)
        #expect(table.denominators.map(\.unit) == ["Thousand square km", "Unit", "USD Bn", "Thousands"])
    }
}
