import Base
import Formats
import Testing

@Suite("JSON that means harm", .timeLimit(.minutes(15)))
struct HostileJSONTests {
    private static func file(title: String, duration: String = "\"00:45\"", id: String = "7") -> String {
        #"{"schedule":{"conference":{"acronym":"a","title":"t","days":[{"date":"2026-05-02","rooms":{"R":[{"id":\#(id),"#
            + #""title":"\#(title)","date":"2026-05-02T10:00:00+02:00","start":"10:00","duration":\#(duration)}]}}]}}}"#
    }

    @Test("100,000 levels of lists, of objects and of both are refused at the sixty-fifth")
    func deep() {
        for opening in ["[", "{\"a\":", "[{\"a\":"] {
            let refusal = ReadingStage.refusal("\n" + String(repeating: opening, count: 100_000))
            #expect(refusal?.code == "tooDeep" && refusal?.line == 2, "\(opening)")
        }
    }

    @Test("NUL is refused raw and dropped as an escape")
    func nul() throws {
        #expect(ReadingStage.refusal(HostileJSONTests.file(title: "a\u{0}b"))?.code == "nul")
        let title = try ReadingStage.read(HostileJSONTests.file(title: #"a\u0000b"#)).events[0].title
        #expect(title == "a b")
    }

    @Test("half a surrogate pair is read as U+FFFD wherever it stands")
    func surrogates() throws {
        for (written, read) in [
            (#"\ud800"#, "\u{FFFD}"), (#"\udc00"#, "\u{FFFD}"), (#"\ud800\ud800"#, "\u{FFFD}\u{FFFD}"),
            (#"\ud800x"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ude00"#, "😀"),
            (#"\ud800\n"#, "\u{FFFD}"),
        ] {
            #expect(try ReadingStage.read(HostileJSONTests.file(title: written)).events[0].title == read, "\(written)")
        }
    }

    @Test("a surrogate in bytes, and overlong UTF-8, are refused")
    func bytes() {
        for wrong in [[0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf5, 0x80, 0x80, 0x80], [0xff]] as [[UInt8]] {
            let file = Array("{\n\"a\": \"".utf8) + wrong + Array("\"}".utf8)
            let refusal = ReadingStage.refusal(file)
            #expect(refusal?.code == "encoding" && refusal?.line == 2)
        }
    }

    @Test("direction overrides are dropped, raw and as escapes, and that is told")
    func directions() throws {
        for title in ["a\u{202E}b\u{2066}c", #"a\u202eb\u2066c"#] {
            let schedule = try ReadingStage.read(HostileJSONTests.file(title: title))
            #expect(schedule.events[0].title == "abc")
            #expect(ReadingStage.codes(schedule).contains("controlCharacters"))
        }
    }

    @Test("marks of right-to-left writing stay: they are part of the spelling")
    func marks() throws {
        #expect(try ReadingStage.read(HostileJSONTests.file(title: "א\u{200F}!")).events[0].title == "א\u{200F}!")
    }

    @Test(
        "numbers beyond all reason are no lengths and no reason to stop",
        arguments: ["1e999", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "0", "-5", "\"99999:59\""])
    func numbers(duration: String) throws {
        let event = try ReadingStage.read(HostileJSONTests.file(title: "T", duration: duration)).events[0]
        #expect(event.minutes.map { (1...1_000_000_000).contains($0) } ?? true)
        // A number of no session is no name for one: refused with its place, as any id that is no integer.
        let refusal = ReadingStage.refusal(HostileJSONTests.file(title: "T", id: "1e999"))
        #expect(refusal?.code == "kind" && refusal?.path.hasSuffix(".id") == true)
    }

    @Test("a byte order mark is read over")
    func mark() throws { #expect(try ReadingStage.read("\u{FEFF}" + HostileJSONTests.file(title: "T")).events.count == 1) }

    @Test("one string of 3 MB is read, and cut")
    func long() throws {
        let text = String(repeating: "x", count: 3_000_000)
        let file = HostileJSONTests.file(title: "T").replacing("\"start\"", with: "\"abstract\":\"\(text)\",\"start\"")
        #expect(try ReadingStage.read(file).events[0].abstract.count == FormatLimits.text)
    }

    @Test("an object of 400,000 names is refused for what it is")
    func wide() {
        let file = "{" + (0..<400_000).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
        #expect(ReadingStage.refusal(file)?.code == "notSchedule")
    }

    @Test("a letter with a million marks keeps thirty, raw and escaped")
    func accents() throws {
        for marks in [String(repeating: "\u{0301}\u{0323}", count: 500_000), String(repeating: #"\u0301\u0323"#, count: 100_000)]
        {
            #expect(try ReadingStage.read(HostileJSONTests.file(title: "a" + marks)).events[0].title.scalarCount <= 31)
        }
    }
}
