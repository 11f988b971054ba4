import Base
import Formats
import Testing

/// What hangs is ended after a minute; nothing here takes a tenth of a second.
@Suite("XML that means harm", .timeLimit(.minutes(15)))
struct HostileXMLTests {
    private func event(_ inside: String) throws -> ForeignEvent {
        let schedule = try ReadingStage.read(ReadingStage.xml(inside))
        return try #require(schedule.events.first)
    }

    @Test("a DOCTYPE is refused with its line, in whatever case stands around it")
    func doctype() {
        #expect(ReadingStage.refusal("<!DOCTYPE schedule>\n<schedule/>")?.code == "doctype")
        let late = ReadingStage.refusal("<?xml version=\"1.0\"?>\n<!-- a -->\n\n<!DOCTYPE schedule SYSTEM 'x.dtd'>\n<schedule/>")
        #expect(late?.code == "doctype" && late?.line == 4)
        #expect(ReadingStage.refusal("\u{FEFF}<!DOCTYPE schedule><schedule/>")?.code == "doctype")
    }

    @Test("a DOCTYPE in UTF-16 is refused, with a byte order mark and without")
    func wideDoctype() {
        let file = "<!DOCTYPE s [<!ENTITY a 'b'>]><schedule>&a;</schedule>"
        for text in ["\u{FEFF}" + file, file] {
            #expect(ReadingStage.refusal(text.bigEndian)?.code == "doctype")
            #expect(ReadingStage.refusal(text.littleEndian)?.code == "doctype")
        }
    }

    @Test("the word DOCTYPE in a comment or a text is none")
    func doctypeInText() throws {
        #expect(try event("<!-- <!DOCTYPE s> --><abstract><![CDATA[<!DOCTYPE s>]]></abstract>").title == "T")
    }

    @Test("an external entity is refused before its file is opened")
    func externalEntity() {
        for target in ["file:///etc/passwd", "http://127.0.0.1:1/x", "php://filter/resource=x"] {
            let file = "<!DOCTYPE s [<!ENTITY x SYSTEM \"\(target)\">]><schedule><title>&x;</title></schedule>"
            #expect(ReadingStage.refusal(file)?.code == "doctype")
        }
    }

    @Test("an external parameter entity is refused")
    func parameterEntity() {
        let file = "<!DOCTYPE s [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]><schedule/>"
        #expect(ReadingStage.refusal(file)?.code == "doctype")
    }

    @Test("a billion laughs are refused before the first")
    func billionLaughs() {
        var file = "<!DOCTYPE s [<!ENTITY a0 \"ha\">"
        for level in 1...12 {
            file += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
        }
        #expect(ReadingStage.refusal(file + "]><schedule>&a12;</schedule>")?.code == "doctype")
    }

    @Test("a quadratic bomb, one long entity told many times, is refused")
    func quadraticBomb() {
        let entity = String(repeating: "a", count: 100_000)
        let file = "<!DOCTYPE s [<!ENTITY a \"\(entity)\">]><schedule>\(String(repeating: "&a;", count: 50_000))</schedule>"
        #expect(ReadingStage.refusal(file)?.code == "doctype")
    }

    @Test("parameter entities that swell within the declaration are refused before they do")
    func parameterBomb() {
        var file = "<!DOCTYPE s [<!ENTITY % a0 \"\(String(repeating: "x", count: 1000))\">"
        for level in 1...12 {
            file += "<!ENTITY % a\(level) \"\(String(repeating: "&#37;a\(level - 1);", count: 10))\">"
        }
        #expect(ReadingStage.refusal(file + "%a12; ]><schedule/>")?.code == "doctype")
    }

    @Test("an entity that nobody declared is refused with its line")
    func undeclared() {
        let refusal = ReadingStage.refusal("<schedule>\n<title>&nbsp;</title></schedule>")
        #expect(refusal?.code == "xml" && refusal?.line == 2)
    }

    @Test("100,000 levels are refused at the sixty-fifth")
    func deep() {
        let file = "<schedule>\n" + String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        let refusal = ReadingStage.refusal(file + "</schedule>")
        #expect(refusal?.code == "tooDeep" && refusal?.line == 2 && refusal?.arguments["limit"] == "64")
    }

    @Test("64 levels are read")
    func deepEnough() {
        let file = String(repeating: "<a>", count: 63) + String(repeating: "</a>", count: 63)
        #expect(ReadingStage.refusal("<schedule>\(file)</schedule>")?.code == "noEvents")
    }

    @Test("a million elements and one are refused")
    func manyElements() {
        let file = "<schedule>" + String(repeating: "<a/>", count: 1_000_001) + "</schedule>"
        #expect(ReadingStage.refusal(file)?.code == "tooMany")
    }

    @Test("100,000 attributes of one tag are refused with its line before they are compared with each other")
    func manyAttributes() {
        let attributes = (0..<100_000).map { "a\($0)=''" }.joined(separator: " ")
        let refusal = ReadingStage.refusal("<schedule>\n<a \(attributes)/></schedule>")
        #expect(refusal?.code == "tooMany" && refusal?.line == 2)
    }

    @Test("quotes and comments hide no attributes from the count")
    func hiddenAttributes() {
        let attributes = (0..<100).map { "a\($0)=''" }.joined(separator: " ")
        for before in ["<a b='>'", "<a b=\"'>\"", "<!-- ' --><a", "<![CDATA[']]><a", "<?p '?><a", "<a b='<!--'"] {
            let code = ReadingStage.refusal("<schedule>\(before) \(attributes)/></schedule>")?.code
            #expect(code == "tooMany", "\(before)")
        }
    }

    @Test("a hundred namespaces of one tag are refused")
    func manyNamespaces() {
        let names = (0..<20).map { "xmlns:n\($0)='u:\($0)'" }.joined(separator: " ")
        #expect(ReadingStage.refusal("<schedule><a \(names)/></schedule>")?.code == "tooMany")
    }

    @Test(
        "3 MB that are never closed, or are one line, are read once",
        arguments: ["<!--", "<![CDATA[", "<?a ", "<a b='", "<a ", "<!-- -- ", ""])
    func long(opening: String) {
        for filling in [">", "<!--", "]]", "&amp", "a=\"\" "] {
            let text = String(repeating: filling, count: 3_000_000 / filling.utf8.count)
            #expect(ReadingStage.refusal("<schedule>" + opening + text) != nil)
        }
    }

    @Test("one text of 3 MB is cut to what is kept of one")
    func longText() throws {
        let text = String(repeating: "x>", count: 1_500_000)
        #expect(try event("<abstract><![CDATA[\(text)]]></abstract>").abstract.count == FormatLimits.text)
        #expect(try event("<!-- \(text) -->").title == "T")
    }

    @Test("200,000 days are put in order")
    func manyDays() throws {
        let days = (0..<200_000).map { "<day date='\(CalendarDate(dayNumber: -300_000 + $0))'/>" }.joined()
        let file = ReadingStage.xml("").replacing("<day ", with: days + "<day ", maxReplacements: 1)
        #expect(try ReadingStage.read(file).days.count == 200_001)
    }

    @Test("NUL, raw and as a reference, is refused with its line")
    func nul() {
        for text in ["<schedule>\n\u{0}</schedule>", "<schedule>\n&#0;</schedule>", "<schedule>\n<a b='&#x0;'/></schedule>"] {
            let refusal = ReadingStage.refusal(text)
            #expect(refusal?.code == "xml" && refusal?.line == 2)
        }
    }

    @Test("half a surrogate pair, raw, as bytes and as a reference, is refused")
    func surrogates() {
        let head = Array("<schedule><title>".utf8)
        let tail = Array("</title></schedule>".utf8)
        #expect(ReadingStage.refusal(head + [0xed, 0xa0, 0x80] + tail)?.code == "xml")
        #expect(ReadingStage.refusal(head + Array("&#xD800;".utf8) + tail)?.code == "xml")
        #expect(ReadingStage.refusal("\u{FEFF}<a>".littleEndian + [0x00, 0xd8])?.code == "encoding")
    }

    @Test("overlong UTF-8 is no character: `C0 BC` is no `<`")
    func overlong() {
        #expect(ReadingStage.refusal(Array("<schedule>".utf8) + [0xc0, 0xbc] + Array("a/></schedule>".utf8))?.code == "xml")
    }

    @Test(
        "encodings that could hide a tag are refused with their line",
        arguments: ["UTF-7", "UTF-32", "IBM037", "ISO-2022-JP", "HZ"])
    func encodings(name: String) {
        let refusal = ReadingStage.refusal("<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<schedule/>")
        #expect(refusal?.code == "encoding" && refusal?.line == 1)
    }

    @Test("byte order marks are read over, in UTF-8 and UTF-16")
    func marks() throws {
        let file = ReadingStage.xml("<subtitle>é</subtitle>")
        #expect(try ReadingStage.read("\u{FEFF}" + file).events[0].subtitle == "é")
        for bytes in [("\u{FEFF}" + file).bigEndian, ("\u{FEFF}" + file).littleEndian] {
            #expect(try FormatReader.read(bytes, zone: ReadingStage.zone).events[0].subtitle == "é")
        }
    }

    @Test("a letter with a million marks keeps thirty")
    func accents() throws {
        let marks = String(repeating: "&#769;&#803;", count: 100_000)
        #expect(try event("<subtitle>a\(marks)</subtitle>").subtitle.scalarCount <= 31)
        let raw = "a" + String(repeating: "\u{0301}\u{0323}", count: 500_000)
        #expect(try event("<subtitle>\(raw)</subtitle>").subtitle.scalarCount <= 31)
    }
}

extension String {
    /// Counted without normalising.
    var scalarCount: Int { unicodeScalars.count }
    /// UTF-16 without a mark of its own.
    var bigEndian: [UInt8] { utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
    var littleEndian: [UInt8] { utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }

    @Test("a guid of any kind is one line that reads as it is stored, and identities are told apart")
    func identities() throws {
        let odd = try ReadingStage.read(ReadingStage.xml("", attributes: "id=\"7\" guid=\"a\u{7F}b&#x202E;c\""))
        #expect(odd.events[0].identity == "a bc" || odd.events[0].identity == "abc")
        let event = "</event><event id=\"8\" guid=\"x#2\"><title>T</title><start>11:00</start><duration>0:10</duration>"
        let twice = "</event><event id=\"9\" guid=\"x\"><title>T</title><start>12:00</start><duration>0:10</duration>"
        let schedule = try ReadingStage.read(ReadingStage.xml(event + twice, attributes: "id=\"7\" guid=\"x\""))
        #expect(Set(schedule.events.map(\.identity)).count == 3)
    }
}
