import Base
import Formats
import Testing

@Suite("iCalendar")
struct ICalendarReaderTests {
    @Test(
        "times: UTC, named zones, other programs' names, floating",
        arguments: [
            ("DTSTART:20260502T100000Z", "2026-05-02T10:00:00+00:00"),
            ("DTSTART;TZID=America/Mexico_City:20260502T100000", "2026-05-02T16:00:00+00:00"),
            ("DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Asia/Kathmandu:20260502T100000", "2026-05-02T04:15:00+00:00"),
            ("DTSTART;TZID=\"W. Europe Standard Time\":20260502T100000", "2026-05-02T08:00:00+00:00"),
            ("DTSTART;TZID=Asia/Kolkata:20260502T100000", "2026-05-02T04:30:00+00:00"),
            ("DTSTART:20260502T100000", "2026-05-02T08:00:00+00:00"),
            ("dtstart;tzid=Pacific/Auckland:20260502T100000", "2026-05-01T22:00:00+00:00"),
            ("DTSTART;TZID=Australia/Lord_Howe:20260502T100000", "2026-05-01T23:30:00+00:00"),
            ("DTSTART;TZID=Europe/London:20260329T013000", "2026-03-29T01:30:00+00:00"),
            ("DTSTART;TZID=Europe/London:20261025T013000", "2026-10-25T00:30:00+00:00"),
        ])
    func times(line: String, utc: String) throws {
        #expect(ReadingStage.utc(try ReadingStage.read(ReadingStage.calendar(line)).events[0]) == utc)
    }

    @Test("a zone that only the file knows is read by its own rules")
    func ownZone() throws {
        let zone = """
            BEGIN:VTIMEZONE\r\nTZID:Mars\r\nBEGIN:STANDARD\r\nDTSTART:20001029T030000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0400\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:20000326T020000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0500\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n
            """
        let summer = try ReadingStage.read(ReadingStage.calendar("DTSTART;TZID=Mars:20260702T100000", zone: zone))
        let winter = try ReadingStage.read(ReadingStage.calendar("DTSTART;TZID=Mars:20261202T100000", zone: zone))
        #expect(ReadingStage.utc(summer.events[0]) == "2026-07-02T05:00:00+00:00")
        #expect(ReadingStage.utc(winter.events[0]) == "2026-12-02T06:00:00+00:00")
    }

    @Test("lengths: an end, a duration, a day, unknown")
    func lengths() throws {
        func minutes(_ lines: String) throws -> Int? { try ReadingStage.read(ReadingStage.calendar(lines)).events[0].minutes }
        #expect(try minutes("DTSTART:20260502T100000Z\nDTEND:20260502T104500Z") == 45)
        #expect(try minutes("DTSTART:20260502T100000Z\nDURATION:PT1H30M") == 90)
        #expect(try minutes("DTSTART;VALUE=DATE:20260502") == 1440)
        #expect(try minutes("DTSTART:20260502T100000Z") == nil)
        #expect(try minutes("DTSTART:20260502T100000Z\nDTEND:20260502T090000Z") == nil)
    }

    @Test(
        "repetitions",
        arguments: [
            ("FREQ=DAILY;COUNT=3", ["02", "03", "04"]), ("FREQ=WEEKLY;BYDAY=SA,MO;COUNT=4", ["02", "04", "09", "11"]),
            ("FREQ=DAILY;INTERVAL=2;UNTIL=20260507T000000Z", ["02", "04", "06"]),
            ("FREQ=MONTHLY;BYDAY=1SA;COUNT=2", ["02", "06"]), ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=1", ["02", "31"]),
            ("FREQ=YEARLY;COUNT=2", ["02", "02"]),
        ])
    func repetitions(rule: String, days: [String]) throws {
        let events = try ReadingStage.read(ReadingStage.calendar("DTSTART:20260502T100000Z\nRRULE:\(rule)")).events
        #expect(events.map { String(ReadingStage.utc($0).dropFirst(8).prefix(2)) } == days)
        #expect(Set(events.map(\.identity)).count == events.count)
    }

    @Test("an exception goes, a changed instance stands in the place of its own, an endless rule is cut and told")
    func exceptions() throws {
        let one = "DTSTART:20260502T100000Z\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260503T100000Z"
        #expect(try ReadingStage.read(ReadingStage.calendar(one)).events.count == 2)
        let changed = ReadingStage.calendar("DTSTART:20260502T100000Z\nRRULE:FREQ=DAILY;COUNT=3").replacing(
            "END:VCALENDAR",
            with:
                "BEGIN:VEVENT\nUID:a\nSUMMARY:Moved\nRECURRENCE-ID:20260503T100000Z\nDTSTART:20260503T150000Z\nEND:VEVENT\nEND:VCALENDAR"
        )
        let events = try ReadingStage.read(changed).events
        #expect(events.count == 3 && events.contains { $0.title == "Moved" && $0.identity == "a#2026-05-03T10:00:00+00:00" })
        let endless = try ReadingStage.read(ReadingStage.calendar("DTSTART:20260502T100000Z\nRRULE:FREQ=DAILY"))
        #expect(endless.events.count == 100 && ReadingStage.codes(endless).contains("icalRuleCut"))
    }

    @Test("folding may cut a character; bare line ends, groups and missing ends are taken")
    func lines() throws {
        var bytes = Array(ReadingStage.calendar("DTSTART:20260502T100000Z\nLOCATION:Sal").utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("LOCATION:Sal".utf8)) }) + 12
        bytes.replaceSubrange(place..<place, with: [0xc3, 13, 10, 32, 0xb3, UInt8(ascii: "n")])
        #expect(try FormatReader.read(bytes, zone: ReadingStage.zone).events[0].room == "Salón")
        let bare = try ReadingStage.read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nitem1.SUMMARY:A\\, b\\nc\nDTSTART:20260502T100000Z")
        #expect(bare.events[0].title == "A, b c" && ReadingStage.codes(bare).contains("icalEnd"))
    }

    @Test("one bad time among good ones is a finding with its line; only bad ones are refused")
    func badTimes() throws {
        let bad = ReadingStage.calendar("DTSTART:20261345")
        #expect(ReadingStage.refusal(bad)?.code == "icalTime" && ReadingStage.refusal(bad)?.line == 6)
        let both = bad.replacing(
            "END:VCALENDAR", with: "BEGIN:VEVENT\nUID:b\nSUMMARY:B\nDTSTART:20260502T100000Z\nEND:VEVENT\nEND:VCALENDAR")
        let schedule = try ReadingStage.read(both)
        #expect(schedule.events.count == 2 && schedule.findings.contains { $0.code == "icalTime" && $0.line == 6 })
    }

    @Test("only to-dos, only zones, nothing: refused with what was found")
    func others() {
        let todo = ReadingStage.refusal("BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR")
        #expect(todo?.code == "icalOther" && todo?.arguments["found"] == "VTODO" && todo?.line == 2)
        #expect(ReadingStage.refusal("BEGIN:VCALENDAR\nEND:VCALENDAR")?.code == "icalEmpty")
        #expect(ReadingStage.refusal("hello", name: "x.ics")?.code == "notCalendar")
    }

    @Test("two versions of one event are one, the later; addresses of people are not kept")
    func versions() throws {
        let text = ReadingStage.calendar(
            "DTSTART:20260502T100000Z\nSEQUENCE:2\nATTENDEE;CN=Ana:mailto:ana@example.org\nATTENDEE;CN=bo@example.org:mailto:bo@example.org"
        )
        .replacing(
            "END:VCALENDAR",
            with: "BEGIN:VEVENT\nUID:a\nSUMMARY:Old\nDTSTART:20260502T100000Z\nSEQUENCE:1\nEND:VEVENT\nEND:VCALENDAR")
        let schedule = try ReadingStage.read(text)
        #expect(schedule.events.map(\.title) == ["S"] && schedule.events[0].persons.map(\.name) == ["Ana"])
        #expect(!"\(schedule)".contains("example.org"))
    }
}
