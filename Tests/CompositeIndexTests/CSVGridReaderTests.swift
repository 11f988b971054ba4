import CompositeIndex
import Foundation
import Testing

@Suite struct CSVGridReaderTests {
    private func texts(_ text: String) throws -> [[String]] {
        let grid = try ReadingStage.grid(text: text)
        return grid.rows.map { row in (1...max(row.width, 1)).map { row[$0].text } }
    }

    @Test("Quoted cells keep separators, doubled quotation marks and line breaks, which begin no row")
    func quotes() throws {
        let grid = try ReadingStage.grid(text: "a,\"b, \"\"c\"\"\nd\",e\r\nf,g,h\n")
        #expect(grid[1, 2] == .text("b, \"c\"\nd"))
        #expect(grid[1, 3] == .text("e"))
        #expect(grid[2, 1] == .text("f"))
        #expect(grid.problems.isEmpty)
    }

    @Test("Rows end with LF, CRLF or CR", arguments: ["\n", "\r\n", "\r"])
    func ends(end: String) throws { #expect(try texts("a,b\(end)1,2\(end)3,4") == [["a", "b"], ["1", "2"], ["3", "4"]]) }

    @Test(
        "Separators are found out; a comma in texts and numbers is none",
        arguments: [
            ("a;b;c\n1,5;2,5;x, y\n", ";"), ("a\tb\tc\n1,5\t2\t3\n", "\t"), ("a|b|c\n1|2|3\n", "|"), ("a,b,c\n1,2,x;y\n", ","),
            ("\"a;1\",b,c\n1,2,3\n", ","),
        ])
    func separators(text: String, separator: String) throws {
        let grid = try ReadingStage.grid(text: text)
        #expect(grid.rows.allSatisfy { $0.width == 3 }, "separator \(separator)")
    }

    @Test("Excel's first line sep= names the separator and is no row")
    func hint() throws {
        let grid = try ReadingStage.grid(text: "sep=;\r\na;b\r\n1;2\r\n")
        #expect(grid[2, 2] == .text("b"))
        #expect(grid.rows.count == 2)
    }

    @Test("Blank lines count as rows, as in a spreadsheet")
    func blank() throws { #expect(try ReadingStage.grid(text: "a,b\n\n1,2\n")[3, 2] == .text("2")) }

    @Test("UTF-8 with mark, UTF-16 of both orders and Windows-1252 give the same text")
    func encodings() throws {
        let text = "code,name\nCIV,Côte d’Ivoire\n"
        func read(_ bytes: [UInt8]) throws -> Grid { try #require(try TableReader.read(bytes, name: "x.csv").first) }
        let little = Array(text.utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let big = Array(text.utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        let files: [[UInt8]] = [
            [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
            Array("code,name\nCIV,C".utf8) + [0xF4] + Array("te d".utf8) + [0x92] + Array("Ivoire\n".utf8),
        ]
        let rules = [[], [], [], ["encoding-guessed"], ["encoding-guessed"], ["encoding-windows-1252"]]
        for (file, rules) in zip(files, rules) {
            let grid = try read(file)
            #expect(grid[1, 1] == .text("code"))
            #expect(grid[2, 2] == .text("Côte d’Ivoire"))
            #expect(grid.problems.map(\.rule) == rules)
        }
    }

    @Test("More than 16,384 columns are refused at the first cell too many, and the memory stays small")
    func wide() {
        let line = Array(repeating: "x", count: 1_000_000).joined(separator: ",")
        #expect(throws: Problems.self) { try ReadingStage.grid(text: line) }
        do { _ = try ReadingStage.grid(text: line) } catch let problems as Problems {
            #expect(ReadingStage.told(problems.list) == ["too-many-columns data.csv XFE1"])
        } catch { Issue.record("another error") }
    }

    @Test("Files and cells beyond the limits are refused")
    func limits() {
        var limits = ReadingLimits()
        limits.cells = 5
        limits.rows = 3
        limits.fileBytes = 100
        func rule(_ text: String) -> String? {
            do { _ = try TableReader.read(Array(text.utf8), name: "x.csv", limits: limits) } catch {
                return error.list.first?.rule
            }
            return nil
        }
        #expect(rule("a,b\nc,d\ne,f\n") == "too-many-cells")
        #expect(rule("a\nb\nc\nd\n") == "too-many-rows")
        #expect(rule(String(repeating: "x", count: 101)) == "file-too-large")
        #expect(rule("a,b\nc,d\n") == nil)
    }
}
