import Base
import Formats
import Testing

@Suite("Tables and texts that mean harm", .timeLimit(.minutes(15)))
struct HostileTableTests {
    private let head = "title,date,start,duration,room,speakers\n"

    @Test("NUL is refused with its line")
    func nul() {
        let refusal = ReadingStage.refusal(head + "A,2026-05-02,10:00,45,R,\u{0}\n")
        #expect(refusal?.code == "nul" && refusal?.line == 2)
    }

    @Test(
        "surrogates in bytes and overlong UTF-8 are refused with their line",
        arguments: [[0xed, 0xa0, 0x80], [0xc0, 0xac], [0xfe]])
    func bytes(wrong: [UInt8]) {
        let refusal = ReadingStage.refusal(Array((head + "A").utf8) + wrong + Array(",2026-05-02,10:00\n".utf8))
        #expect(refusal?.code == "encoding" && refusal?.line == 2)
    }

    @Test("a byte order mark is read over, in UTF-8 and UTF-16")
    func mark() throws {
        let text = head + "é,2026-05-02,10:00,45,R,X\n"
        #expect(try ReadingStage.read("\u{FEFF}" + text).events[0].title == "é")
        let wide = ("\u{FEFF}" + text).littleEndian
        #expect(try FormatReader.read(wide, zone: ReadingStage.zone).events[0].title == "é")
    }

    @Test("direction overrides and control characters do not reach a line")
    func directions() throws {
        let event = try ReadingStage.read(head + "a\u{202E}b\u{7}c,2026-05-02,10:00,45,R\u{2066}1,X\u{202D}Y\n").events[0]
        #expect(event.title == "ab c" && event.room == "R1" && event.persons.map(\.name) == ["XY"])
    }

    @Test(
        "lengths beyond all reason are none",
        arguments: ["99999999999999999999", "-1", "0", "9223372036854775807", "1e9", "99999:99"])
    func lengths(duration: String) throws {
        let event = try ReadingStage.read(head + "A,2026-05-02,10:00,\(duration),R,X\n").events[0]
        #expect(event.minutes.map { $0 > 0 && $0 < 10_000_000 } ?? true)
    }

    @Test("a quote that is never closed is refused with the line where it opens")
    func quote() {
        let refusal = ReadingStage.refusal(head + "\"A" + String(repeating: ",\n", count: 500_000))
        #expect(refusal?.code == "csvQuote" && refusal?.line == 2)
    }

    @Test("3 MB of one line are read; more cells than any table has are refused")
    func long() throws {
        let text = String(repeating: "x", count: 3_000_000)
        #expect(try ReadingStage.read(head + "A,2026-05-02,10:00,45,R,\(text)\n").events.count == 1)
        #expect(ReadingStage.refusal(head + String(repeating: ",", count: 2_100_000))?.code == "tooMany")
    }

    @Test("5,001 rows are refused with the line of the last")
    func manyRows() {
        let rows = String(repeating: "A,2026-05-02,10:00,45,R,X\n", count: 5_001)
        let refusal = ReadingStage.refusal(head + rows)
        #expect(refusal?.code == "tooManyEvents" && (refusal?.line ?? 0) >= 5_001)
    }

    @Test("a letter with a million marks keeps thirty")
    func accents() throws {
        let marks = String(repeating: "\u{0301}\u{0323}", count: 500_000)
        #expect(try ReadingStage.read(head + "a\(marks),2026-05-02,10:00,45,R,X\n").events[0].title.scalarCount <= 31)
    }

    @Test("HTML of nothing but openings, endings, entities or marks is read once")
    func html() {
        for filling in [
            "<", "</", "<a", "<a href='", "<!--", "&", "&#", "<script>", "\u{0301}\u{0323}", "&#769;&#803;", "[", "<p>",
        ] {
            let text = String(repeating: filling, count: 2_000_000 / filling.utf8.count)
            #expect(HTMLText.plain("a" + text).utf8.count <= text.utf8.count + 1, "\(filling)")
        }
    }

    @Test("HTML leaves no tag behind that a browser would take for one")
    func inert() {
        for text in [
            "<scr<script>ipt>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
            "<!--><script>x</script>",
        ] {
            #expect(!ForeignText.lines(text).lowercased().contains("<script"))
            #expect(!ForeignText.lines(text).lowercased().contains("<img"))
        }
    }

    @Test("of a heading of 100,000 columns those are read that a table may have, and the rest is told")
    func wide() throws {
        let heading = "title,date,start,end" + String(repeating: ",more", count: 100_000)
        let schedule = try ReadingStage.read(heading + "\nT,2026-05-02,10:00,11:00\n")
        #expect(schedule.events.map(\.title) == ["T"])
        let columns = schedule.findings.first { $0.code == "csvColumns" }?.arguments["columns"] ?? ""
        #expect(columns.contains("#401–#100004"))
    }
}
