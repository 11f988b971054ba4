import CompositeIndex
import Testing

/// Good files changed at random, always in the same way: whatever comes, it is read or refused.
@Suite struct ReadingMutationTests {
    struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, sides)))
        }
    }

    private static let tokens = [
        "\"", ",", ";", "\t", "\n", "\r", "\0", "\u{FEFF}", "1e999", "-", "=", "'", "_", "A9", "<", ">", "&", "&#x0;", "</row>",
        "<row>", "<c>",
        "<v>", "r=\"XFD1048576\"", "t=\"s\"", "]]>", "<!--", "<!DOCTYPE x>", "Inf", "1,5", "9999999999999999999999", "\u{202E}",
        "ß",
    ]

    private static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0...dice.roll(4) {
            let place = dice.roll(bytes.count + 1)
            let end = min(bytes.count, place + 1 + dice.roll(30))
            switch dice.roll(6) {
            case 0 where place < bytes.count: bytes[place] = UInt8(dice.roll(256))
            case 1 where place < bytes.count: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: tokens[dice.roll(tokens.count)].utf8, at: place)
            case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.roll(bytes.count + 1))
            case 4 where dice.roll(10) == 0: bytes.removeSubrange(place...)
            default: if place < bytes.count { bytes[place] ^= 1 << UInt8(dice.roll(8)) }
            }
        }
        return bytes
    }

    /// How the reading ended; what comes out holds together.
    private static func isRead(_ file: [UInt8], _ name: String) -> Bool {
        do throws(Problems) {
            let grids = try TableReader.read(file, name: name)
            guard let reading = IndexReader.read(workbook: grids) else { return false }
            let isWhole = reading.panel.editions.allSatisfy { edition in
                edition.data.values.cells.allSatisfy { !$0.isInfinite } && edition.data.units.allSatisfy { !$0.code.isEmpty }
                    && Set(edition.data.units.map(\.code)).count == edition.data.units.count
            }
            if !isWhole { Issue.record("the panel does not hold together") }
            if reading.problems.contains(where: { !($0.place?.table.hasPrefix(name) ?? false) }) {
                Issue.record("a problem has no place: \(reading.problems)")
            }
            for grid in grids { _ = FrameworkReader.read(grid) }
            return true
        } catch {
            if error.list.isEmpty { Issue.record("refused without a reason") }
            return false
        }
    }

    private static let texts = [
        "uName,uCode,G,Time,a,b\n\"Öst, \"\"x\"\"\",X,g,2020,1.5,2\nY,Y,h,2021,NA,-3e-4\n",
        "unit;indicator;year;value\nX;a;2020;1,5\nX;b;2020;2,25\nY;a;2020;..\n",
        "DATAFLOW,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nf,A,X,a,2020,1,A\nf,A,Y,a,2020,,M\n",
        "Level,iCode,iName,Parent,Direction,Weight,Type\n1,a,A,I,1,1,Indicator\n1,b,B,I,-1,2,Indicator\n"
            + "2,I,I,,1,1,Aggregate\n,G,,,,,Group\n",
        "Title\nCountry Code,Series Code,2020 [YR2020],2021,2022\nX,a,1,2,..\nX,b,1.5,4,\nY,a,5,,\n",
    ]

    @Test("3,000 changed text tables, in UTF-8 and UTF-16, are read or refused")
    func texts() {
        var dice = Dice(state: 2026)
        var read = 0
        for turn in 0..<3000 {
            let text = ReadingMutationTests.texts[turn % ReadingMutationTests.texts.count]
            let isWide = turn % 7 == 0
            let file = isWide ? [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } : Array(text.utf8)
            if ReadingMutationTests.isRead(ReadingMutationTests.mutated(file, &dice), "m.csv") { read += 1 }
        }
        #expect(read > 1500 && read < 3000)
    }

    @Test("1,500 workbooks with changed parts are read or refused")
    func parts() {
        var dice = Dice(state: 7)
        let sheet = WorkbookStage.unit(
            "<c r=\"B2\"><v>1.5</v></c><c r=\"C2\" s=\"1\"><f>1</f><v>2</v></c>",
            more: "<row r=\"3\"><c t=\"s\"><v>0</v></c><c><v>3</v></c></row>",
            before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>",
            after: "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>")
        let parts = WorkbookStage.parts(
            sheet: sheet, strings: ["<t>Y_x0041_</t>"], formats: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
        var read = 0
        for turn in 0..<1500 {
            var changed = parts
            // The sheet most often: most of what can go wrong is there.
            let place = turn % 2 == 0 ? 3 : turn / 2 % parts.count
            changed[place].text = String(
                decoding: ReadingMutationTests.mutated(Array(parts[place].text.utf8), &dice), as: UTF8.self)
            if ReadingMutationTests.isRead(WorkbookStage.zip(changed), "m.xlsx") { read += 1 }
        }
        #expect(read > 100 && read < 1500)
    }

    @Test("1,500 changed workbook files are read or refused")
    func files() throws {
        var dice = Dice(state: 11)
        let sheet = Sheet(name: "d", header: ["uCode", "a"], rows: [[.text("X"), .number(1.5)], [.text("Y"), .empty]])
        let file = try XLSXWriter.bytes([sheet])
        for _ in 0..<1500 { _ = ReadingMutationTests.isRead(ReadingMutationTests.mutated(file, &dice), "m.xlsx") }
        #expect(ReadingMutationTests.isRead(file, "m.xlsx"))
    }
}
