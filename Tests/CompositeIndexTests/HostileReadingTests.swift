import CompositeIndex
import Testing

/// Tables that are wrong, each in one way: every one gives its rule and its cell.
@Suite struct HostileReadingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Rule and cell, in the order in which they are told.
        var told: [String]
        var data: [UInt8]
        var name = "d.csv"
        var framework: String?

        init(_ what: String, _ told: [String], _ data: String, framework: String? = nil) {
            self.init(what, told, bytes: Array(data.utf8), framework: framework)
        }

        init(_ what: String, _ told: [String], bytes: [UInt8], name: String = "d.csv", framework: String? = nil) {
            (testDescription, self.told, data, self.name, self.framework) = (what, told, bytes, name, framework)
        }

        /// A framework that is wrong, with data that fit.
        init(framework what: String, _ told: [String], _ framework: String) {
            self.init(what, told, "uCode,a,b\nX,1,2\n", framework: framework)
        }

        init(book what: String, _ told: [String], _ parts: [(name: String, text: String)], flags: UInt16 = 0) {
            self.init(what, told, bytes: WorkbookStage.zip(parts, flags: flags), name: "d.xlsx")
        }

        init(sheet what: String, _ told: [String], _ sheet: String, prologue: String = "") {
            self.init(book: what, told, WorkbookStage.parts(sheet: sheet, prologue: prologue))
        }
    }

    static func told(_ test: Case) -> [String] {
        do {
            let grids = try TableReader.read(test.data, name: test.name)
            let frame = try test.framework.map { try ReadingStage.grid(text: $0, name: "m.csv") }
            guard let data = grids.first else { return ["no sheet"] }
            return ReadingStage.told(IndexReader.read(data: data, framework: frame).problems)
        } catch let problems as Problems {
            return ReadingStage.told(problems.list)
        } catch {
            return ["\(error)"]
        }
    }

    @Test("Every broken text table is told with its rule and its cell", arguments: texts)
    func text(test: Case) { #expect(HostileReadingTests.told(test) == test.told) }

    @Test("Every broken framework is told with its rule and its cell", arguments: frameworks)
    func framework(test: Case) { #expect(HostileReadingTests.told(test) == test.told) }

    private static let texts: [Case] = [
        Case("decimal commas", ["decimal-comma d.csv B2"], "uCode;a\nX;1,5\nY;2,5\n"),
        Case("decimal commas and points", ["number-mixed-signs d.csv B4"], "uCode;a\nX;1.5\nY;2.5\nZ;3,5\n"),
        Case(
            "columns of both kinds", ["decimal-comma d.csv B2", "number-mixed-columns d.csv C2"],
            "uCode;a;b\nX;1,5;1.5\nY;2,5;2\nZ;2,5;2\n"),
        Case(
            "thousands separators", ["number-thousands d.csv B2", "number-thousands d.csv B3"],
            "uCode;a\nX;1,234,567\nY;1 234\nZ;5\n"),
        Case("thousands that may be decimals", ["number-thousands d.csv B2"], "uCode;a\nX;1,234\nY;1\nZ;5\n"),
        Case("percent signs", ["number-percent d.csv B3"], "uCode,a\nX,1\nY,12%\n"),
        Case("text in numbers", ["number-text d.csv C3"], "uCode,a,b\nX,1,2\nY,3,about 4\n"),
        Case(
            "infinity in words and by size", ["number-infinite d.csv B2", "number-infinite d.csv B3"],
            "uCode,a\nX,Inf\nY,-1e999\n"),
        Case("a date in numbers", ["number-date d.csv B3"], "uCode,a\nX,1\nY,5/1/2018\n"),
        Case("truth in numbers", ["number-truth d.csv B3"], "uCode,a\nX,1\nY,TRUE\n"),
        Case("error words", ["cell-error d.csv B3", "cell-error d.csv B4"], "uCode,a\nX,1\nY,#DIV/0!\nZ,#N/A\nW,2\n"),
        Case("duplicate units", ["unit-repeated d.csv A4"], "uCode,a\nX,1\nY,2\nX,3\n"),
        Case("duplicate unit in a year", ["unit-repeated d.csv A4"], "uCode,Time,a\nX,2020,1\nX,2021,2\nX,2020,3\n"),
        Case("no code", ["unit-without-code d.csv A3"], "uCode,a\nX,1\n,2\n"),
        Case("codes with blanks", ["code-blanks d.csv B2", "code-blanks d.csv B3"], "uName,uCode,a\nX,X Y,1\nY, Z,2\n"),
        Case("no period", ["period-missing d.csv B3"], "uCode,Time,a\nX,2020,1\nY,,2\n"),
        Case("unknown kind", ["unit-kind d.csv B2"], "uCode,uKind,a\nX,planet,1\n"),
        Case("perhaps an aggregate", ["unit-maybe-aggregate d.csv A2"], "uCode,a\n_X,1\n"),
        Case("duplicate headers", ["header-repeated d.csv C1"], "uCode,a,a\nX,1,2\n"),
        Case("blank header", ["header-blank d.csv C1"], "uCode,a,,b\nX,1,2,3\n"),
        Case("a row too long", ["row-too-long d.csv C3"], "uCode,a\nX,1\nY,2,3\n"),
        Case(
            "a header that is too short by two", ["row-too-long d.csv C2", "row-too-long d.csv C3"],
            "uCode,a\nX,1,2,3\nY,2,3,4\n"),
        Case("a row too short", ["row-too-short d.csv row 3"], "uCode,a,b\nX,1,2\nY,3\n"),
        Case("no unit column", ["column-missing d.csv row 1"], "a,b\n1,2\n3,4\n"),
        Case("no numbers", ["no-indicators d.csv row 1"], "uCode,uName\nX,y\n"),
        Case("an empty indicator", ["indicator-empty d.csv C1"], "uCode,a,b\nX,1,\nY,2,NA\n"),
        Case("texts and some numbers", ["column-doubtful d.csv C1"], "uCode,a,b\nX,1,p\nY,2,q\nZ,2,7\n"),
        Case("only a header", ["table-empty d.csv row 1"], "uCode,a\n"),
        Case("an empty file", ["file-empty d.csv"], ""),
        Case("blank lines and nothing else", ["file-empty d.csv"], "\n,,\n\n"),
        Case("a mark and nothing else", ["file-empty d.csv"], bytes: [0xEF, 0xBB, 0xBF]),
        Case("unclosed quote", ["quote-unclosed d.csv B3", "number-text d.csv B3"], "uCode,a\nX,1\nY,\"2\nZ,3\n"),
        Case("text after a quote", ["quote-stray d.csv A2"], "uCode,a\n\"X\"Y,1\n"),
        Case("NUL bytes", ["cell-nul d.csv A3"], "uCode,a\nX,1\nY\0,2\n"),
        Case(
            "Windows-1252", ["encoding-windows-1252 d.csv A2"],
            bytes: Array("uName,uCode,a\n".utf8) + [0xD6] + Array("st,X,1\n".utf8)),
        Case("half a pair in UTF-16", ["text-damaged d.csv A2"], bytes: wide("uName,uCode,a\n", [0xD800], ",X,1\n")),
        Case(
            "a damaged letter in UTF-8", ["text-damaged d.csv A3"],
            bytes: Array("uName,uCode,a\nÖ,X,1\nA".utf8) + [0xC3] + Array("ö,Y,2\n".utf8)),
        Case("UTF-16 without a mark", ["encoding-guessed d.csv"], bytes: Array(wide("uCode,a\nX,1\n", [], "").dropFirst(2))),
        Case("too many columns", ["too-many-columns d.csv XFE1"], String(repeating: "x,", count: 20_000)),
        Case("HTML", ["file-kind d.csv"], "<html><table></table></html>"),
        Case("PDF", ["file-kind d.csv"], "%PDF-1.7\n"),
        Case("long: twice the same", ["value-repeated d.csv C3"], "uCode,indicator,value\nX,a,1\nX,a,2\nX,b,1\n"),
        Case("long: no indicator", ["indicator-missing d.csv B3"], "uCode,indicator,value\nX,a,1\nX,,2\n"),
        Case(
            "long: an indicator that there is not", ["indicator-unknown d.csv B4"],
            "uCode,indicator,value\nX,a,1\nX,b,2\nX,c,3\n",
            framework: frame),
        Case(
            "SDMX: powers of ten that differ", ["unit-multiplier-mixed d.csv D3"],
            "DATAFLOW,REF_AREA,INDICATOR,UNIT_MULT,OBS_VALUE\nf,X,a,0,1\nf,Y,a,3,2\n"),
        Case("SDMX: no unit", ["column-missing d.csv row 1"], "DATAFLOW,INDICATOR,OBS_VALUE\nf,a,1\n"),
    ]

    private static func wide(_ start: String, _ middle: [UInt16], _ end: String) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in Array(start.utf16) + middle + Array(end.utf16) { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
        return bytes
    }

    private static let head = "Level,iCode,Parent,Direction,Weight,Type,Denominator,Goalpost_low,Goalpost_high\n"
    private static let frame = head + "1,a,I,1,1,Indicator,,,\n1,b,I,1,1,Indicator,,,\n2,I,,1,1,Aggregate,,,\n"

    /// The frame with another line for b, and more lines.
    private static func frame(_ line: String, more: String = "") -> String {
        head + "1,a,I,1,1,Indicator,,,\n\(line)\n2,I,,1,1,Aggregate,,,\n" + more
    }

    private static let frameworks: [Case] = [
        Case(framework: "nothing wrong", [], frame),
        Case(framework: "a parent that there is not", ["node-orphan m.csv C3"], frame("1,b,J,1,1,Indicator,,,")),
        Case(framework: "a part above its whole", ["node-below-itself m.csv C3"], frame("1,b,a,1,1,Indicator,,,")),
        Case(framework: "direction", ["node-direction m.csv D3"], frame("1,b,I,2,1,Indicator,,,")),
        Case(framework: "no direction", ["node-direction-missing m.csv D3"], frame("1,b,I,,1,Indicator,,,")),
        Case(framework: "a negative weight", ["node-weight m.csv E3"], frame("1,b,I,1,-1,Indicator,,,")),
        Case(framework: "text for a weight", ["number-text m.csv E3"], frame("1,b,I,1,much,Indicator,,,")),
        Case(framework: "no weight", ["node-weight-missing m.csv E3"], frame("1,b,I,1,,Indicator,,,")),
        Case(framework: "type", ["node-type m.csv F3"], frame("1,b,I,1,1,Thing,,,")),
        Case(framework: "type against level", ["node-type m.csv F3"], frame("1,b,I,1,1,Aggregate,,,")),
        Case(framework: "no level", ["node-level m.csv A3"], frame("x,b,I,1,1,,,,")),
        Case(framework: "half a level", ["node-level m.csv A3"], frame("1.5,b,I,1,1,,,,")),
        Case(
            framework: "duplicate codes", ["node-repeated m.csv B5"],
            frame("1,b,I,1,1,Indicator,,,", more: "1,b,I,1,1,Indicator,,,\n")),
        Case(
            framework: "no code", ["node-without-code m.csv B5"],
            frame("1,b,I,1,1,Indicator,,,", more: "1,,I,1,1,Indicator,,,\n")),
        Case(
            framework: "no parts", ["node-childless m.csv B5"],
            head + "1,a,I,1,1,,,,\n1,b,I,1,1,,,,\n2,I,T,1,1,,,,\n2,K,T,1,1,,,,\n3,T,,1,1,,,,\n"),
        Case(framework: "goalposts the wrong way round", ["node-goalposts m.csv H3"], frame("1,b,I,1,1,Indicator,,5,1")),
        Case(framework: "one goalpost", ["node-goalposts m.csv I3"], frame("1,b,I,1,1,Indicator,,5,")),
        Case(framework: "two tops", ["framework-many-indices m.csv C3"], frame("1,b,,1,1,Indicator,,,")),
        Case(
            framework: "a level left out", ["level-gap m.csv A4", "level-skipped m.csv C2", "level-skipped m.csv C3"],
            head + "1,a,I,1,1,,,,\n1,b,I,1,1,,,,\n3,I,,1,1,,,,\n"),
        Case(
            framework: "an indicator without data", ["indicator-without-data m.csv B5"],
            frame("1,b,I,1,1,,,,", more: "1,c,I,1,1,,,,\n")),
        Case(framework: "a denominator without data", ["denominator-without-data m.csv G3"], frame("1,b,I,1,1,,Pop,,")),
        Case(
            framework: "a column that it does not know", ["column-unknown d.csv C1", "node-weightless m.csv B3"],
            head + "1,a,I,1,0,,,,\n2,I,,1,1,,,,\n"),
        Case(framework: "no column of codes", ["column-missing m.csv row 1"], "Level,Parent,Weight\n1,I,1\n"),
    ]

    @Test("However many problems there are, the list ends and says how many are left out")
    func many() throws {
        let rows = (0..<12_000).map { "u\($0),x,1\n" }.joined()
        let reading = try ReadingStage.reading("uCode,a,b\n" + rows + (0..<12_000).map { "v\($0),1,1\n" }.joined())
        #expect(reading.problems.count == 10_001)
        #expect(reading.problems.last?.rule == "more-problems")
        #expect(reading.problems.last?.subjects == ["2000"])
        #expect(!reading.isSound)
    }
}
