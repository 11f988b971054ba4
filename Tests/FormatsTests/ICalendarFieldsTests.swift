import Base
import Formats
import Testing

@Suite("iCalendar of real programs")
struct ICalendarFieldsTests {
    private func event(_ uid: String, _ title: String, _ rest: String) -> String {
        "BEGIN:VEVENT\nUID:\(uid)\nSUMMARY:\(title)\n\(rest)\nEND:VEVENT\n"
    }
    private let start = "DTSTART:20260502T100000Z"

    @Test("calendars one after the other, within each other, and with forgotten ends hold all their events")
    func ends() throws {
        let (a, b) = (event("a", "A", start), event("b", "B", start))
        let (open, close) = ("BEGIN:VCALENDAR\nVERSION:2.0\n", "END:VCALENDAR\n")
        for text in [
            open + a + close + open + b + close, open + a + open + b + close, open + open + a + b + close + close,
            open + a.replacing("END:VEVENT\n", with: "") + b + close, "<!--\n" + open + a + b + close + "-->\n",
        ] {
            #expect(try ReadingStage.read(text).events.map(\.title) == ["A", "B"], "\(text)")
        }
        let open2 = try ReadingStage.read(open + a + open + b + close)
        #expect(open2.findings.first { $0.code == "icalEnd" }?.arguments["component"] == "VCALENDAR")
    }

    @Test("one UID for all: what has another title is another session; the highest SEQUENCE of one replaces the others")
    func identities() throws {
        let all = event("x", "A", start) + event("x", "B", start) + event("x", "C", start.replacing("T10", with: "T11"))
        let schedule = try ReadingStage.read("BEGIN:VCALENDAR\n\(all)END:VCALENDAR")
        #expect(schedule.events.map(\.title) == ["A", "B", "C"] && Set(schedule.events.map(\.identity)).count == 3)
        let moved =
            event("x", "Old", start + "\nSEQUENCE:1\nRRULE:FREQ=DAILY;COUNT=2")
            + event("x", "New", start.replacing("T10", with: "T11") + "\nSEQUENCE:2\nRRULE:FREQ=DAILY;COUNT=2")
        let later = try ReadingStage.read("BEGIN:VCALENDAR\n\(moved)END:VCALENDAR")
        #expect(later.events.map(\.title) == ["New", "New"] && ReadingStage.codes(later).contains("icalOlderVersion"))
    }

    @Test("an end of a series in UTC is an instant: the instance behind it is none")
    func until() throws {
        let lines = "DTSTART;TZID=America/New_York:20260501T090000\nRRULE:FREQ=DAILY;UNTIL=20260503T000000Z"
        #expect(try ReadingStage.read(ReadingStage.calendar(lines)).events.count == 2)
    }

    @Test("fields without a place are told: organisers, places on earth, more categories, people without a name")
    func fields() throws {
        let schedule = try ReadingStage.read(
            ReadingStage.calendar(
                "\(start)\nORGANIZER;CN=Ana:mailto:a@example.org\nGEO:1;2\nCATEGORIES:Web,Data\nATTENDEE:mailto:b@example.org\n"
                    + "CONFERENCE;VALUE=URI;LABEL=Stream:https://example.org/s\nX-ALT-DESC;FMTTYPE=text/html:<p>Hello</p>"))
        #expect(schedule.events[0].description == "Hello" && schedule.events[0].track == "Web")
        #expect(schedule.events[0].links == [ForeignEvent.Link(title: "Stream", url: "https://example.org/s")])
        let left = schedule.findings.filter { $0.code == "unknownElement" }.compactMap { $0.arguments["element"] }
        #expect(left == ["ORGANIZER", "GEO"] && ReadingStage.codes(schedule).isSuperset(of: ["moreTracks", "icalAttendee"]))
    }

    @Test(
        "zones as programs show them to people",
        arguments: [
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", 8), ("(UTC-05:00) Eastern Time (US & Canada)", 14),
            ("(GMT+10:00) Canberra, Melbourne, Sydney", 0), ("UTC+2", 8), ("GMT-0300", 13), ("(GMT +01:00)", 9),
            ("tzone://Microsoft/Utc", 10),
        ])
    func zones(name: String, hour: Int) throws {
        let schedule = try ReadingStage.read(ReadingStage.calendar("DTSTART;TZID=\"\(name)\":20260502T100000"))
        #expect(ReadingStage.utc(schedule.events[0]) == "2026-05-02T\(hour < 10 ? "0" : "")\(hour):00:00+00:00")
        #expect(!ReadingStage.codes(schedule).contains("unknownZone"))
    }

    @Test("times without a zone are counted once an event; whole days are told of")
    func counted() throws {
        let floating = try ReadingStage.read(ReadingStage.calendar("DTSTART:20260502T100000\nDTEND:20260502T110000"))
        #expect(floating.findings.first { $0.code == "icalFloating" }?.arguments["count"] == "1")
        let day = try ReadingStage.read(ReadingStage.calendar("DTSTART;VALUE=DATE:20260502"))
        #expect(day.events[0].isAllDay && day.events[0].day?.description == "2026-05-02")
    }

    @Test("vCalendar's quoted-printable goes on in the next line; a calendar without events names the line and what it holds")
    func rest() throws {
        let soft = ReadingStage.calendar("\(start)\nLOCATION;ENCODING=QUOTED-PRINTABLE:Gr=C3=B6=\n=C3=9Fe")
        #expect(try ReadingStage.read(soft).events[0].room == "Größe")
        let none = ReadingStage.refusal(ReadingStage.calendar("\(start)\nRRULE:FREQ=DAILY;COUNT=1\nEXDATE:20260502T100000Z"))
        #expect(none?.code == "noEvents" && none?.line == 3)
        let tasks = ReadingStage.refusal("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nEND:VTIMEZONE\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR")
        #expect(tasks?.arguments["found"] == "VTODO")
    }
}
