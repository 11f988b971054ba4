import Base
import Testing

@testable import Convene

@Suite("Agenda: days")
struct AgendaDateReaderTests {
    @Test(
        "days in their spellings",
        arguments: [
            "December 3rd", "3 de diciembre de 2025", "Mercredi 3 décembre 2025", "Wed 3 Dec", "Dec. 3", "2025-12-03",
            "3.12.2025",
            "Miércoles, 3 de diciembre", "3rd December 2025 (Wednesday)", "Wednesday, December 3rd, 2025", "mié. 3 dic. 2025",
            "3-Dec-2025",
            "Day 1: Wednesday 3 December", "Jour 1 – mercredi 3 décembre", "Día 1 (3 de diciembre)", "WEDNESDAY 3 DECEMBER",
            "3 Dec 2025 – Day 1",
            "Programme – Wednesday 3 December 2025", "## 3 December 2025", "**3 December 2025**", "Date: 3 December 2025",
        ])
    func spellings(text: String) {
        let reading = AgendaReader(expectedYear: 2025).read(text + "\n9:00-10:00 Opening")
        #expect(reading.items.map { $0.date?.description } == ["2025-12-03"])
        #expect(reading.lines[0].verdict == .understood)
        #expect(reading.items.map(\.section) == [nil])
    }

    @Test("1er décembre, and the day's name alone within the event's days")
    func others() throws {
        let first = try #require(CalendarDate("2025-12-01"))
        let reader = AgendaReader(dates: first...first.adding(days: 3))
        for text in ["1er décembre", "Day 1", "Jour 1", "Día 1", "Premier jour", "Monday", "Lundi 1", "Monday 1st"] {
            #expect(reader.read(text + "\n9:00-10:00 Opening").items.map { $0.date } == [first], "\(text)")
        }
        #expect(reader.read("Day 3\n9:00-10:00 Opening").items.map { $0.date?.day } == [3])
        #expect(reader.read("Thursday 4th\n9:00-10:00 Opening").items.map { $0.date?.day } == [4])
    }

    @Test("a day without a date is asked for; the answer settles the others")
    func asked() {
        let text = "Day 2\n9:00-10:00 Opening\nDay 3\n9:00-10:00 Closing"
        let reading = AgendaReader().read(text)
        #expect(reading.items.allSatisfy { $0.date == nil })
        #expect(reading.questions.map(\.code) == [.dateNeeded])
        #expect(reading.questions.first?.arguments == ["found": "Day 2", "line": "1"])
        let answered = AgendaReader(assumedDate: CalendarDate("2025-12-03")).read(text)
        #expect(answered.items.map { $0.date?.day } == [3, 4])
        #expect(answered.questions.isEmpty)
    }

    @Test("a weekday follows the day before it, guessed; one that contradicts its date is named")
    func weekdays() {
        let reading = AgendaReader().read("Wednesday 3 December 2025\n9:00-10:00 A\nThursday\n9:00-10:00 B")
        #expect(reading.items.map { $0.date?.day } == [3, 4])
        #expect(reading.lines[2].verdict == .guessed)
        let wrong = AgendaReader().read("Monday 3 December 2025\n9:00-10:00 A")
        #expect(wrong.lines[0].complaint?.code == .guessedWeekday)
    }

    @Test("terms and past meetings are no days of the programme")
    func prose() {
        let text =
            "Registration deadline: 1 November 2025\n\nAdopted on May 25, 2023.\n\n3 December 2025\n9:00-10:00 Report of 3 May 2024"
        let reading = AgendaReader().read(text)
        #expect(reading.items.map { "\($0.date?.description ?? "") \($0.title)" } == ["2025-12-03 Report of 3 May 2024"])
        #expect(reading.lines[0].verdict == .leftOut && reading.lines[2].verdict == .leftOut)
    }
}
