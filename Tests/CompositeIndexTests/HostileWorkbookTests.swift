import CompositeIndex
import Testing

/// Workbooks that are wrong, each in one way: every one gives its rule and its cell.
@Suite struct HostileWorkbookTests {
    typealias Case = HostileReadingTests.Case

    @Test("Every broken workbook is told with its rule and its cell", arguments: workbooks)
    func workbook(test: Case) { #expect(HostileReadingTests.told(test) == test.told) }

    private static let plain = "<c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>2</v></c>"

    private static let workbooks: [Case] = [
        Case(sheet: "nothing wrong", [], WorkbookStage.unit(plain)),
        Case("no zip", ["xlsx-not-zip d.xlsx"], bytes: Array("PK, but no zip".utf8), name: "d.xlsx"),
        Case(
            "a zip cut short", ["xlsx-broken d.xlsx"],
            bytes: Array(WorkbookStage.zip(WorkbookStage.parts(sheet: "")).dropLast(200)), name: "d.xlsx"),
        Case(book: "a zip without a workbook", ["xlsx-without-workbook d.xlsx"], [("a.txt", "x")]),
        Case(book: "OpenDocument", ["file-ods d.xlsx"], [("mimetype", "x"), ("content.xml", "x")]),
        Case(book: "a binary workbook", ["file-xlsb d.xlsx"], [("xl/workbook.bin", "x")]),
        Case(book: "encrypted parts", ["file-encrypted d.xlsx"], WorkbookStage.parts(sheet: ""), flags: 1),
        Case(
            "the old kind", ["file-xls d.xls"],
            bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 2000), name: "d.xls"),
        Case("a password", ["file-encrypted d.xlsx"], bytes: locked, name: "d.xlsx"),
        Case(sheet: "broken XML", ["xlsx-xml d.xlsx"], "<sheetData><row></sheetData>"),
        Case(
            sheet: "a document type", ["xlsx-doctype d.xlsx"], WorkbookStage.unit(plain),
            prologue: "<!DOCTYPE x [<!ENTITY a \"b\">]>"),
        Case(
            sheet: "entities that multiply", ["xlsx-doctype d.xlsx"], WorkbookStage.unit("<c><v>&b;</v></c>"),
            prologue:
                "<!DOCTYPE x [<!ENTITY a \"\(String(repeating: "x", count: 1000))\">"
                + "<!ENTITY b \"\(String(repeating: "&a;", count: 1000))\">]>"
        ),
        Case(sheet: "deep XML", ["xlsx-xml d.xlsx"], String(repeating: "<x>", count: 5000)),
        Case(
            sheet: "error cells", ["cell-error d.xlsx B2", "cell-error d.xlsx C2"],
            WorkbookStage.unit("<c r=\"B2\" t=\"e\"><v>#N/A</v></c><c r=\"C2\" t=\"e\"><v>#DIV/0!</v></c>", after: "")),
        Case(
            sheet: "a formula without value", ["formula-without-value d.xlsx C2", "indicator-empty d.xlsx C1"],
            WorkbookStage.unit("<c r=\"B2\"><v>1</v></c><c r=\"C2\"><f>B2*2</f></c>")),
        Case(
            sheet: "merged cells", ["cells-merged d.xlsx B2", "indicator-empty d.xlsx C1"],
            WorkbookStage.unit("<c r=\"B2\"><v>1</v></c>", after: "<mergeCells><mergeCell ref=\"B2:C2\"/></mergeCells>")),
        Case(
            sheet: "a hidden unit column", ["column-hidden d.xlsx A1"],
            WorkbookStage.unit(plain, before: "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>")),
        Case(
            sheet: "text and truth in numbers", ["number-text d.xlsx B3", "number-truth d.xlsx C3"],
            WorkbookStage.unit(
                plain,
                more: "<row>\(WorkbookStage.text("A3", "Y"))\(WorkbookStage.text("B3", "x"))<c t=\"b\"><v>1</v></c></row>")),
        Case(
            sheet: "a cell beyond the sheet", ["cell-reference d.xlsx row 2", "indicator-empty d.xlsx C1"],
            WorkbookStage.unit("<c r=\"B2\"><v>1</v></c><c r=\"XFE2\"><v>2</v></c>")),
        Case(
            sheet: "a string that there is not", ["cell-broken d.xlsx C2", "indicator-empty d.xlsx C1"],
            WorkbookStage.unit("<c r=\"B2\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>9</v></c>")),
        Case(
            sheet: "a number that is none", ["cell-broken d.xlsx C2", "indicator-empty d.xlsx C1"],
            WorkbookStage.unit("<c r=\"B2\"><v>1</v></c><c r=\"C2\"><v>1e999</v></c>")),
        Case(sheet: "a cell twice", ["cell-repeated d.xlsx C2"], WorkbookStage.unit(plain + "<c r=\"C2\"><v>3</v></c>")),
        Case(
            sheet: "a row twice", ["row-repeated d.xlsx row 2"],
            WorkbookStage.unit(plain, more: "<row r=\"2\"><c r=\"A2\"><v>3</v></c></row>")),
        Case(sheet: "nothing in it", ["file-empty d.xlsx"], "<sheetData/>"),
        Case(
            book: "a sheet that is not there", ["xlsx-broken d.xlsx"],
            WorkbookStage.parts(sheet: "").filter { !$0.name.contains("sheet1") }),
    ]

    /// What Office's encrypted files have: a compound file with a stream of this name.
    private static var locked: [UInt8] {
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 1016)
            + "EncryptedPackage".utf8.flatMap { [$0, 0] }
            + Array(repeating: 0, count: 500)
    }

    @Test("A part that unpacks to hundreds of times its size is refused before it fills the memory")
    func bomb() throws {
        let text = String(repeating: "a", count: 32_000)
        let file = try XLSXWriter.bytes([Sheet(name: "x", header: ["h"], rows: Array(repeating: [.text(text)], count: 200))])
        #expect(file.count < 100_000)
        #expect(HostileReadingTests.told(Case("bomb", [], bytes: file, name: "d.xlsx")) == ["xlsx-too-large d.xlsx"])
        var limits = ReadingLimits()
        limits.ratio = .max
        #expect(throws: Never.self) { try TableReader.read(file, name: "d.xlsx", limits: limits) }
        limits.partBytes = 1 << 20
        #expect(throws: Problems.self) { try TableReader.read(file, name: "d.xlsx", limits: limits) }
        limits = ReadingLimits()
        limits.ratio = .max
        limits.totalBytes = 4 << 20
        #expect(throws: Problems.self) { try TableReader.read(file, name: "d.xlsx", limits: limits) }
    }
}
