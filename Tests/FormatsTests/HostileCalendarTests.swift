import Base
import Formats
import Testing

@Suite("Calendars that mean harm", .timeLimit(.minutes(15)))
struct HostileCalendarTests {
    private let start = "DTSTART:20260502T100000Z"

    @Test("100,000 components within each other are refused at the sixty-fourth")
    func deep() {
        let refusal = ReadingStage.refusal(String(repeating: "BEGIN:VEVENT\n", count: 100_000))
        #expect(refusal?.code == "tooDeep" && refusal?.line == 64)
    }

    @Test("an event that comes a thousand million times comes a hundred times, and that is told")
    func count() throws {
        for rule in ["FREQ=DAILY;COUNT=1000000000", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY"] {
            let schedule = try ReadingStage.read(ReadingStage.calendar("\(start)\nRRULE:\(rule)"))
            #expect(schedule.events.count == 100, "\(rule)")
            #expect(ReadingStage.codes(schedule).contains("icalRuleCut"))
        }
    }

    @Test(
        "rules with numbers beyond all reason are read without an overflow",
        arguments: [
            "FREQ=MONTHLY;BYDAY=9223372036854775807MO", "FREQ=MONTHLY;BYDAY=-9223372036854775808MO", "FREQ=YEARLY;BYDAY=54MO",
            "FREQ=YEARLY;INTERVAL=9223372036854775807", "FREQ=MONTHLY;BYSETPOS=-9223372036854775808,9223372036854775807",
            "FREQ=DAILY;COUNT=-9223372036854775808", "FREQ=DAILY;COUNT=99999999999999999999", "FREQ=DAILY;INTERVAL=-1",
            "FREQ=MONTHLY;BYMONTHDAY=-9223372036854775808", "FREQ=YEARLY;BYMONTH=0,13,-1",
        ])
    func overflow(rule: String) throws {
        let schedule = try ReadingStage.read(ReadingStage.calendar("\(start)\nRRULE:\(rule)"))
        #expect((1...100).contains(schedule.events.count))
    }

    @Test("a rule at the end of the calendar stops there")
    func endOfTime() throws {
        let schedule = try ReadingStage.read(ReadingStage.calendar("DTSTART:99991230T100000Z\nRRULE:FREQ=DAILY;COUNT=9"))
        #expect(schedule.events.count == 2)
        #expect(CalendarDate(dayNumber: 2_932_897).description == "10000-01-01", "what lies behind it can be written")
    }

    @Test("40,000 rules of one event, and lists of 100,000 parts, are read as far as anybody needs")
    func manyRules() throws {
        let rules = Array(repeating: "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3", count: 40_000).joined(separator: "\n")
        #expect(try ReadingStage.read(ReadingStage.calendar("\(start)\n\(rules)")).events.count == 4)
        let days = Array(repeating: "MO", count: 100_000).joined(separator: ",")
        #expect(try ReadingStage.read(ReadingStage.calendar("\(start)\nRRULE:FREQ=MONTHLY;BYDAY=\(days)")).events.count > 50)
    }

    @Test("40,000 events that come to nothing are refused")
    func nothing() {
        let event =
            "BEGIN:VEVENT\nUID:a\n\(start)\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEXDATE:20260502T100000Z\nEND:VEVENT\n"
        let file = "BEGIN:VCALENDAR\n" + String(repeating: event, count: 40_000) + "END:VCALENDAR\n"
        #expect(ReadingStage.refusal(file)?.code == "noEvents")
    }

    @Test("a zone of 20,000 rules takes no time at each of 4,000 events")
    func manyObservances() throws {
        let rule =
            "BEGIN:STANDARD\nDTSTART:20251026T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY\nEND:STANDARD\n"
        let dates = Array(repeating: "19700101T000000", count: 20_000).joined(separator: ",")
        let zone = "BEGIN:VTIMEZONE\nTZID:Own\n\(String(repeating: rule, count: 20_000))END:VTIMEZONE\n"
        let listed = zone.replacing("RRULE:FREQ=YEARLY\n", with: "RDATE:\(dates)\n", maxReplacements: 3)
        let events = (0..<4_000).map {
            "BEGIN:VEVENT\nUID:\($0)\nDTSTART;TZID=Own:20260502T100000\nSUMMARY:T\nEND:VEVENT\n"
        }
        for head in [zone, listed] {
            let schedule = try ReadingStage.read("BEGIN:VCALENDAR\n\(head)\(events.joined())END:VCALENDAR\n")
            #expect(schedule.events.count == 4_000)
            #expect(ReadingStage.utc(schedule.events[0]) == "2026-05-02T09:00:00+00:00")
        }
    }

    @Test(
        "lengths beyond all reason are none",
        arguments: ["P9999999999W", "PT9223372036854775807S", "P-1D", "PT0S", "P999999W999999D", "PT"])
    func lengths(duration: String) throws {
        let event = try ReadingStage.read(ReadingStage.calendar("\(start)\nDURATION:\(duration)")).events[0]
        #expect(event.minutes.map { $0 > 0 } ?? true)
    }

    @Test("NUL is refused with its line; a byte that is no UTF-8 is read as Latin-1 and told")
    func bytes() throws {
        let refusal = ReadingStage.refusal("BEGIN:VCALENDAR\nSUMMARY:a\u{0}b\nEND:VCALENDAR\n")
        #expect(refusal?.code == "nul" && refusal?.line == 2)
        for (bytes, title) in [([0xfc], "ü"), ([0xed, 0xa0, 0x80], "í"), ([0xc0, 0xbc], "À¼")] as [([UInt8], String)] {
            let file = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n\(start)\nSUMMARY:".utf8) + bytes
            let schedule = try FormatReader.read(file + Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8), zone: ReadingStage.zone)
            #expect(schedule.events[0].title.hasPrefix(title))
            #expect(ReadingStage.codes(schedule).contains("icalLatin"))
        }
    }

    @Test("a byte order mark is read over")
    func mark() throws {
        #expect(try ReadingStage.read("\u{FEFF}" + ReadingStage.calendar(start)).events.count == 1)
    }

    @Test("direction overrides, raw and quoted-printable, do not reach a title")
    func directions() throws {
        let raw = ReadingStage.calendar("\(start)\nLOCATION:a\u{202E}b\u{2069}c")
        #expect(try ReadingStage.read(raw).events[0].room == "abc")
        let quoted = ReadingStage.calendar("\(start)\nLOCATION;ENCODING=QUOTED-PRINTABLE:a=E2=80=AEb=00c")
        #expect(try ReadingStage.read(quoted).events[0].room == "ab c")
    }

    @Test("3 MB of one line, in one piece and folded at every letter, are read")
    func long() throws {
        let text = String(repeating: "x", count: 3_000_000)
        #expect(
            try ReadingStage.read(ReadingStage.calendar("\(start)\nDESCRIPTION:\(text)")).events[0].description.count
                == FormatLimits.text)
        let folded = "\(start)\nDESCRIPTION:" + String(repeating: "x\n ", count: 500_000)
        #expect(try ReadingStage.read(ReadingStage.calendar(folded)).events[0].description.count == FormatLimits.text)
    }

    @Test("200,000 ends without a beginning are passed over")
    func strayEnds() throws {
        let ends = String(repeating: "END:VTODO\n", count: 200_000)
        let file = ReadingStage.calendar(start, zone: ends)
        #expect(try ReadingStage.read(file).events.count == 1)
    }

    @Test("a letter with a million marks keeps thirty")
    func accents() throws {
        let marks = String(repeating: "\u{0301}\u{0323}", count: 500_000)
        // Put in behind the stage, whose line ends are made character by character.
        let file = ReadingStage.calendar("\(start)\nLOCATION:a@").split(separator: "@").joined(separator: marks)
        let room = try ReadingStage.read(file).events[0].room
        #expect((room?.scalarCount ?? 99) <= 31)
    }
}
