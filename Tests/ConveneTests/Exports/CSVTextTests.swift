import Formats
import Testing

@testable import Convene

@Suite struct CSVTextTests {
    @Test("Cells are quoted where they must be, rows end as RFC 4180 says, and the file begins with its mark") func rows() {
        var out = CSVText()
        out.row(["a", "b,c", "d \"e\"", "line\nline", ""])
        out.row(["=1+1", "-x", "@y", "'z", "''=q", "＝w"])
        #expect(
            out.text == "\u{FEFF}a,\"b,c\",\"d \"\"e\"\"\",\"line\nline\",\r\n'=1+1,'-x,'@y,'z,'''=q,'＝w\r\n")
    }

    @Test("What was written is read again", arguments: ["=1", "'=1", "''+", "'", "'quoted'", "-", "plain", "", "\ttab", "😀="])
    func back(_ cell: String) {
        let written = CSVCell.defused(cell)
        #expect(CSVCell.text(written) == cell)
        #expect(written.unicodeScalars.first.map { !CSVCell.formulas.contains($0) } ?? true)
    }
}
