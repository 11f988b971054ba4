import Base
import Formats
import Testing

@Suite("Files that are something else")
struct ForeignKindTests {
    @Test(
        "packed files and pictures are refused by name, whatever theirs is",
        arguments: [
            ([0x1f, 0x8b, 8, 0], "archive"),
            ([0x50, 0x4b, 3, 4] + Array(repeating: 0, count: 26) + Array("a.xml".utf8), "archive"),
            ([0x89, 0x50, 0x4e, 0x47], "picture"), ([0xff, 0xd8, 0xff, 0xe0], "picture"), (Array("\n%PDF-1.4".utf8), "pdf"),
        ] as [([UInt8], String)])
    func packed(bytes: [UInt8], code: String) { #expect(ReadingStage.refusal(bytes, name: "schedule.csv")?.code == code) }

    @Test(
        "pages of the web are told from broken XML",
        arguments: [
            "<!DOCTYPE html><html><body><br></html>", "\n<HTML>\n<hr>",
            "<?xml version=\"1.0\"?>\n<!-- a --><!doctype HTML PUBLIC \"x\"><html/>",
        ])
    func pages(text: String) {
        for name in ["a.xml", "a.ics", "a.json", "a.csv"] { #expect(ReadingStage.refusal(text, name: name)?.code == "html") }
    }

    @Test("what ends in the middle, and an & that stands alone, are said in words")
    func faults() {
        #expect(ReadingStage.refusal("<schedule><day date=\"2026-05-02\"><room name=\"a\">")?.code == "cutShort")
        #expect(ReadingStage.refusal("{\"schedule\": {\"version\": \"1")?.code == "cutShort")
        let amp = ReadingStage.refusal("<schedule>\n<title>R & D</title></schedule>")
        #expect(amp?.code == "xmlAmpersand" && amp?.line == 2)
        #expect(
            ReadingStage.refusal(Array("<schedule>\n<title>".utf8) + [0xfc, 0x20] + Array("</title></schedule>".utf8))?.code
                == "encoding")
    }

    @Test("another JSON or XML is named by what it begins with")
    func others() {
        #expect(ReadingStage.refusal("{\"error\": \"not found\", \"code\": 404}")?.arguments["found"] == "{ error, code }")
        #expect(ReadingStage.refusal("[{\"id\": 1, \"title\": \"A\"}]")?.arguments["found"] == "[ { id, title }, … ]")
        #expect(ReadingStage.refusal("{\"schedule\": {\"2026-05-02\": {}}}")?.arguments["found"] == "2026-05-02")
        #expect(ReadingStage.refusal("---\nlayout: none\n---\n<schedule/>", name: "schedule.xml")?.code == "notSchedule")
        #expect(ReadingStage.refusal("// made by hand\n{}", name: "a.json")?.code == "json")
    }

    @Test("UTF-16 without its mark, and a spreadsheet's Windows-1252, are read; other alphabets are refused")
    func encodings() throws {
        let text = "title;date;start;room\nBegrüßung – früh;2026-05-02;10:00;Saal\n"
        #expect(try FormatReader.read(text.littleEndian, zone: ReadingStage.zone).events[0].title == "Begrüßung – früh")
        let windows = text.unicodeScalars.map { $0 == "–" ? 0x96 : UInt8($0.value) }
        let schedule = try FormatReader.read(windows, zone: ReadingStage.zone)
        #expect(schedule.events[0].title == "Begrüßung – früh" && ReadingStage.codes(schedule).contains("western"))
        let cyrillic =
            Array("title;date;start\n".utf8) + [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2] + Array(";2026-05-02;10:00\n".utf8)
        #expect(ReadingStage.refusal(cyrillic)?.code == "encoding")
    }

    @Test("days and clocks in words are read in XML, too; fields without a place are told")
    func xml() throws {
        let file = ReadingStage.xml("<logo>/a.png</logo><feedback_url/>", day: #"date="2.5.2026" index="1""#)
            .replacing("<start>10:00", with: "<start>10:00 AM").replacing("0:45<", with: "45 min<")
        let schedule = try ReadingStage.read(file)
        #expect(ReadingStage.utc(schedule.events[0]) == "2026-05-02T08:00:00+00:00" && schedule.events[0].minutes == 45)
        let left = schedule.findings.filter { $0.code == "unknownElement" }.compactMap { $0.arguments["element"] }
        #expect(left == ["logo"])
    }
}
