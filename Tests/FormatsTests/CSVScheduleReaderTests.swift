import Base
import Formats
import Testing

@Suite("Tables of sessions")
struct CSVScheduleReaderTests {
    @Test("delimiters, quotes and line ends", arguments: [",", ";", "\t", "|"])
    func delimiters(mark: String) throws {
        let text =
            ["ID", "Titel", "Datum", "Beginn", "Dauer", "Raum", "Referenten"].joined(separator: mark) + "\r\n"
            + ["1", "\"A \"\"b\"\"\nc\"", "02.05.2026", "10:00", "45", "Aula", "\"Ana; Bo\""].joined(separator: mark) + "\r\n"
        let event = try ReadingStage.read(text).events[0]
        #expect(event.title == "A \"b\" c" && event.minutes == 45 && event.room == "Aula" && event.line == 2)
        #expect(event.persons.map(\.name) == ["Ana", "Bo"] && ReadingStage.utc(event) == "2026-05-02T08:00:00+00:00")
    }

    @Test(
        "dates and clocks as people write them",
        arguments: [
            ("2026-05-02", "10:00"), ("2.5.2026", "10.00 Uhr"), ("02/05/2026", "10h00"), ("٢٠٢٦-٠٥-٠٢", "١٠:٠٠"),
            ("20260502", "1000"),
            ("2026/05/02", "10:00 am"), ("", "2026-05-02T10:00:00+02:00"), ("2026-05-02", "10"),
        ])
    func clocks(date: String, start: String) throws {
        let event = try ReadingStage.read("id,title,date,start\n1,A,\(date),\(start)\n").events[0]
        #expect(ReadingStage.utc(event) == "2026-05-02T08:00:00+00:00")
    }

    @Test("day or month first is settled by the whole column, else told")
    func order() throws {
        let american = try ReadingStage.read("id,title,date,start\n1,A,05/02/2026,10:00\n2,B,05/23/2026,10:00\n")
        #expect(ReadingStage.utc(american.events[0]) == "2026-05-02T08:00:00+00:00")
        let open = try ReadingStage.read("id,title,date,start\n1,A,05/02/2026,10:00\n")
        #expect(ReadingStage.codes(open).contains("csvDayFirst"))
    }

    @Test("names with a comma are not cut; an end gives the length, also over midnight; formulas are text")
    func cells() throws {
        let schedule = try ReadingStage.read(
            "title,date,start,end,speakers\n\"=HYPERLINK(1)\",2026-05-02,23:30,00:15,\"Doe, Jane\"\n")
        #expect(schedule.events[0].persons.map(\.name) == ["Doe, Jane"] && schedule.events[0].minutes == 45)
        #expect(schedule.events[0].title == "=HYPERLINK(1)" && ReadingStage.codes(schedule).contains("noIdentity"))
    }

    @Test("headings that are not understood, and an open quote, are refused with their line")
    func refusals() {
        #expect(ReadingStage.refusal("foo,bar\n1,2\n")?.code == "csvHeading")
        let quote = ReadingStage.refusal("title,date\n\"A,2026-05-02\n")
        #expect(quote?.code == "csvQuote" && quote?.line == 2)
        #expect(ReadingStage.refusal("title,date\n")?.code == "noEvents")
    }
}
