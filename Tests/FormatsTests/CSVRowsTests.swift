import Base
import Formats
import Testing

@Suite("The rows of tables")
struct CSVRowsTests {
    private func starts(_ text: String) throws -> [String] { try ReadingStage.read(text).events.map { ReadingStage.utc($0) } }

    @Test(
        "clocks, from one to another, and both with a date in one cell",
        arguments: [
            ("2026-05-02", "9:00 AM - 10:30 AM", 90), ("2026-05-02", "09:00–10:30", 90), ("2026-05-02", "9 bis 10.30 Uhr", 90),
            ("2026年5月2日", "上午9:00-10:30", 90), ("", "2 May 2026 9:00 – 10:30 am", 90), ("", "02.05.2026 09:00", 30),
            ("46144", "0.375", 30), ("", "46144.375", 30), ("Sat, May 2nd, 2026", "9h", 30),
            ("2 de mayo de 2026", "9:00 a. m.", 30),
            ("2 мая 2026 г.", "9:00", 30), ("Samstag, 2. Mai 2026", "9 Uhr", 30), ("02/05/26", "٩:٠٠ ص", 30),
        ])
    func moments(date: String, start: String, minutes: Int) throws {
        let event = try ReadingStage.read("title;date;start\nA;\(date);\(start)\n").events[0]
        #expect(ReadingStage.utc(event) == "2026-05-02T07:00:00+00:00" && (event.minutes ?? 30) == minutes)
    }

    @Test("the half of the day may stand at one end alone")
    func halves() throws {
        for (text, minutes) in [("11 - 1 pm", 120), ("1:00 - 2:30 pm", 90), ("下午2:30-3:15", 45)] {
            #expect(try ReadingStage.read("title,date,time\nA,2026-05-02,\(text)\n").events[0].minutes == minutes)
        }
    }

    @Test("the day in a row of its own, or in the first of its rows alone, holds for those below")
    func days() throws {
        let own = "time,title\n\"Saturday, 2 May 2026\",\n10:00,A\n11:00,B\n03.05.2026,\n10:00,C\n"
        #expect(
            try starts(own) == ["2026-05-02T08:00:00+00:00", "2026-05-02T09:00:00+00:00", "2026-05-03T08:00:00+00:00"])
        let merged = try ReadingStage.read("date,start,title\n2026-05-02,10:00,A\n,11:00,B\n")
        #expect(ReadingStage.utc(merged.events[1]) == "2026-05-02T09:00:00+00:00")
        #expect(ReadingStage.codes(merged).contains("csvSameDay"))
    }

    @Test("small hours are of their own date, unless the evening of that date stands above them")
    func nights() throws {
        #expect(try starts("title,date,start\nA,2026-05-02,00:30\n") == ["2026-05-01T22:30:00+00:00"])
        let night = try ReadingStage.read("title,date,start\nA,2026-05-02,22:00\nB,2026-05-02,00:30\n")
        #expect(ReadingStage.utc(night.events[1]) == "2026-05-02T22:30:00+00:00")
        #expect(ReadingStage.codes(night).contains("csvNight"))
    }

    @Test("day or month first: as the days lie together, else as the clocks have halves")
    func months() throws {
        let near = try ReadingStage.read("title,date,start\nA,5/2/2026,10:00\nB,5/3/2026,10:00\nC,5/4/2026,10:00\n")
        #expect(ReadingStage.utc(near.events[2]) == "2026-05-04T08:00:00+00:00")
        #expect(ReadingStage.codes(near).contains("csvMonthFirst"))
        #expect(try starts("title,date,start\nA,5/2/2026,10:00 AM\n") == ["2026-05-02T08:00:00+00:00"])
    }

    @Test("an end with a date of its own; one before the start, one that is the start, and one that is none are told")
    func ends() throws {
        let two = try ReadingStage.read("title,start date,start time,end date,end time\nA,2026-05-02,22:00,2026-05-03,01:00\n")
        #expect(two.events[0].minutes == 180)
        for (start, end, code) in [
            ("2026-05-02 10:00", "2026-05-02 09:00", "icalEndsBefore"), ("2026-05-02 10:00", "10:00", "zeroDuration"),
            ("2026-05-02 10:00", "later", "csvEnd"),
        ] {
            let schedule = try ReadingStage.read("title,start,end\nA,\(start),\(end)\n")
            #expect(schedule.events[0].minutes == nil && ReadingStage.codes(schedule).contains(code), "\(code)")
        }
    }

    @Test("people from several columns, and their houses; one house for several people is told")
    func people() throws {
        let head = "title,date,start,speaker 1,speaker 2,affiliation\n"
        let one = try ReadingStage.read(head + "A,2026-05-02,10:00,Ana,,ACME\n").events[0]
        #expect(one.persons == [ForeignEvent.Person(name: "Ana", affiliation: "ACME")])
        let two = try ReadingStage.read(head + "A,2026-05-02,10:00,Ana,Bo; Cy & Di,ACME\n")
        #expect(
            two.events[0].persons.map(\.name) == ["Ana", "Bo", "Cy & Di"] && ReadingStage.codes(two).contains("csvAffiliation"))
    }
}
