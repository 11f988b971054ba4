import Base
import Formats
import Testing

@Suite("Files that mean harm, or are broken")
struct HostileInputTests {
    @Test("a DOCTYPE is refused with its line, whatever stands in it")
    func doctype() {
        let file = "<?xml version=\"1.0\"?>\n<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<schedule>&x;</schedule>"
        #expect(ReadingStage.refusal(file)?.code == "doctype")
        #expect(ReadingStage.refusal(file)?.line == 2)
    }

    @Test("an entity bomb is refused before anything of it is expanded")
    func bomb() {
        var file = "<!DOCTYPE s [<!ENTITY a \"ha\">"
        for letter in "bcdefgh" { file += "<!ENTITY \(letter) \"\(String(repeating: "&a;", count: 10))\">" }
        #expect(ReadingStage.refusal(file + "]><schedule>&h;</schedule>")?.code == "doctype")
    }

    @Test("deep nesting is refused in XML, JSON and iCalendar")
    func deep() {
        let xml = "<schedule>" + String(repeating: "<a>", count: 500) + String(repeating: "</a>", count: 500) + "</schedule>"
        #expect(ReadingStage.refusal(xml)?.code == "tooDeep")
        #expect(ReadingStage.refusal(String(repeating: "[", count: 100_000))?.code == "tooDeep")
        #expect(ReadingStage.refusal(String(repeating: "BEGIN:VEVENT\n", count: 200))?.code == "tooDeep")
    }

    @Test("a file larger than is taken, an empty one, an office file and a PDF are refused by name")
    func kinds() {
        #expect(ReadingStage.refusal([UInt8](repeating: 65, count: FormatLimits.size + 1))?.code == "tooLarge")
        #expect(ReadingStage.refusal("  \n ")?.code == "empty")
        #expect(ReadingStage.refusal([0x50, 0x4b, 3, 4, 0, 0])?.code == "office")
        #expect(ReadingStage.refusal("%PDF-1.7")?.code == "pdf")
        #expect(ReadingStage.refusal("<html><body>")?.code != nil)
        #expect(ReadingStage.refusal("<html></html>")?.code == "html")
    }

    @Test("NUL is refused with its line, in every format")
    func nul() {
        for text in ["BEGIN:VCALENDAR\nA\u{0}\n", "title,date\nA,\u{0}\n", "{\n\"a\": \"\u{0}\"}"] {
            #expect(ReadingStage.refusal(text)?.code == "nul" && ReadingStage.refusal(text)?.line == 2, "\(text)")
        }
        #expect(ReadingStage.refusal("<schedule>\n\u{0}</schedule>")?.code == "xml")
    }

    @Test("bytes that are no text are refused with the line of the first")
    func encoding() {
        let refusal = ReadingStage.refusal(Array("title,start\nA,10:00\nB".utf8) + [0xff, 0xfe, 0x0a])
        #expect(refusal?.code == "encoding" && refusal?.line == 3)
        #expect(ReadingStage.refusal([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])?.code == "encoding", "half a surrogate pair")
    }

    @Test("half a surrogate pair in JSON is read as a replacement character; broken escapes are refused")
    func surrogates() throws {
        let node = try JSONTreeReader.read(Array(#"["\ud800", "\ud83d\ude00", "\udc00x"]"#.utf8))
        #expect(node.list.map(\.text) == ["\u{FFFD}", "😀", "\u{FFFD}x"])
        #expect(ReadingStage.refusal(#"{"a": "\ud8"}"#)?.code == "json")
    }

    @Test("direction overrides and control characters do not reach one line, and are told")
    func directions() throws {
        let schedule = try ReadingStage.read(ReadingStage.xml("<subtitle>a\u{202E}b\u{2066}c</subtitle>"))
        #expect(schedule.events[0].subtitle == "abc")
        #expect(ReadingStage.codes(schedule).contains("controlCharacters"))
    }

    @Test(
        "links that are no web addresses are left out",
        arguments: ["javascript:alert(1)", "data:text/html,x", "//evil.example", "\\\\host\\x", "JaVaScript:x"])
    func links(address: String) throws {
        let schedule = try ReadingStage.read(ReadingStage.xml("<links><link href=\"\(address)\">x</link></links>"))
        #expect(schedule.events[0].links.isEmpty && ReadingStage.codes(schedule).contains("link"))
    }

    @Test("HTML becomes text with the links that may be followed; scripts leave nothing")
    func html() {
        let text = HTMLText.plain(
            "<p>One &amp; two</p><script>alert(1)</script><ul><li>a</li><li>b</li></ul><a href=\"https://example.org/x\">there</a> <a href='javascript:x'>no</a> 1 < 2 &#x41;&#55357;"
        )
        #expect(text == "One & two\n\n- a\n- b\n\n[there](https://example.org/x) no 1 < 2 A&#55357;")
    }

    @Test("a text of nothing but open tags, and one of open entities, are read in reasonable steps")
    func slow() {
        #expect(HTMLText.plain(String(repeating: "<a", count: 200_000)).utf8.count == 400_000)
        #expect(HTMLText.plain(String(repeating: "&a", count: 200_000)).utf8.count == 400_000)
    }

    @Test("mutated files are read or refused, and nothing else happens", arguments: 0..<60)
    func mutations(seed: Int) {
        var state = UInt64(seed + 1)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let files = [
            ReadingStage.xml("<persons><person id=\"1\">P</person></persons><date>2026-05-02T10:00:00+02:00</date>"),
            #"{"schedule":{"conference":{"acronym":"a","days":[{"date":"2026-05-02","rooms":{"R":[{"id":1,"title":"T","date":"2026-05-02T10:00:00+02:00","duration":"01:00"}]}}]}}}"#,
            ReadingStage.calendar(
                "DTSTART;TZID=Europe/Berlin:20260502T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9\nEXDATE:20260506T100000"),
            "id,title,date,start,duration,room,speakers\n1,\"A \"\"b\"\"\",2026-05-02,10:00,45,R,\"X; Y\"\n",
        ]
        for file in files {
            var bytes = Array(file.utf8)
            for _ in 0..<(1 + next(8)) where !bytes.isEmpty {
                switch next(4) {
                case 0: bytes[next(bytes.count)] = UInt8(next(256))
                case 1: bytes.remove(at: next(bytes.count))
                case 2: bytes.insert(UInt8(next(256)), at: next(bytes.count))
                default: bytes.removeSubrange(next(bytes.count)...)
                }
            }
            // Reading ends: with a schedule of at least one session, or with a reason.
            do throws(FormatRefusal) {
                #expect(try !FormatReader.read(bytes, zone: ReadingStage.zone).events.isEmpty)
            } catch {
                #expect(!error.code.isEmpty)
            }
        }
    }
}
