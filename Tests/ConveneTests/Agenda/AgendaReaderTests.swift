import Base
import Testing

@testable import Convene

@Suite("Agenda: the concept note of 2025")
struct AgendaReaderTests {
    private static let ceremony = """
        2025-12-03 09:20-09:30 video: Opening Video § Opening Ceremony Agenda
        2025-12-03 09:30-09:40 talk: Future Education Scenario Presenting § Opening Ceremony Agenda
        2025-12-03 09:40-10:15 remarks: Opening Remarks § Opening Ceremony Agenda
        2025-12-03 10:15-10:25 keynote: Keynote Report § Opening Ceremony Agenda
        2025-12-03 10:25-10:30 release: Report Release § Opening Ceremony Agenda; \
        work Infinite Possibilities: Digital Development Report of Global Higher Education 2025; \
        work Digital Development Index of Global Higher Education 2025
        2025-12-03 10:30-10:40 declaration: Release of Mexico City Declaration § Opening Ceremony Agenda
        2025-12-03 10:40-11:00 break: Tea Break § Opening Ceremony Agenda
        2025-12-03 11:00-11:40 keynote: Keynote Presentations § Opening Ceremony Agenda; slot 11:00 8 untitled; \
        slot 11:08 8 untitled; slot 11:16 8 untitled; slot 11:24 8 untitled; slot 11:32 8 untitled
        2025-12-03 11:40-11:50 announcement: Announcement of the Host Institution for 2026 Global MOOC and Online Education \
        Conference § Opening Ceremony Agenda
        2025-12-03 11:50-12:00 break: Tea Break § Opening Ceremony Agenda
        2025-12-03 12:00-12:20 roundtable: Roundtable Forum § Opening Ceremony Agenda
        2025-12-03 12:20-12:30 awards: GMA Awards Ceremony § Opening Ceremony Agenda
        """
    private static let plenaries = """
        2025-12-03 14:00-17:00 plenary: Plenary Session 1: Pedagogical Innovation, Educator Empowerment, and Emerging Learning \
        Models § Plenary Sessions ‖1
        2025-12-03 14:00-17:00 plenary: Plenary Session 2: Global Knowledge Ecosystems, Academic Cooperation, and Industry \
        Synergy § Plenary Sessions ‖1
        2025-12-04 09:30-12:30 plenary: Plenary Session 3: Ethics, Governance, and Trust in AI-Empowered Education \
        § Plenary Sessions ‖2
        2025-12-04 09:30-12:30 plenary: Plenary Session 4: Quality, Equity, and Inclusive Access in the Digital Era \
        § Plenary Sessions ‖2
        """

    @Test("twelve items of the opening ceremony and four plenaries, two by two")
    func note() throws {
        let reading = AgendaReader(expectedYear: 2025).read(try AgendaFixture.text("note-2025"))
        #expect(AgendaFixture.brief(reading) == Self.ceremony + "\n" + Self.plenaries)
        #expect(reading.items.prefix(12).allSatisfy { $0.parallel == nil && !$0.endGuessed })
        #expect(reading.zoneText == "Mexico City Time")
        #expect(reading.questions.isEmpty && reading.refusal == nil)
        #expect(
            AgendaFixture.complaints(reading) == ["40 guessed agenda.guessed.parallel", "42 guessed agenda.guessed.parallel"])
        #expect(!reading.lines.contains { $0.verdict == .wrong || $0.verdict == .leftOut })
    }

    @Test("prose before and after is left out, and the year is learnt from it")
    func prose() throws {
        let before = """
            Concept Note of
            2025 Global MOOC and Online Education Conference

            Time:

              • December 2-4, 2025, Mexico City Time

            The 2022 summit met on May 25, 2023, and in London from December 11 to 13. With more than 340 attendees it went on.

            Key activities include:

              • Capacity Building

            Host regular webinars (expert panels, workshops, showcases) to share experiences.


            """
        let after = "\n\nContact\n\nGMA: Somebody, Secretary, office@example.org\n"
        let reading = AgendaReader().read(before + (try AgendaFixture.text("note-2025")) + after)
        #expect(AgendaFixture.brief(reading) == Self.ceremony + "\n" + Self.plenaries)
        #expect(reading.questions.isEmpty)
        #expect(reading.lines.prefix(14).filter { $0.verdict == .understood }.map(\.number) == [6])
        #expect(reading.lines.suffix(2).allSatisfy { $0.verdict != .understood })
    }

    @Test("without any year one is asked for, once, and no date is made up")
    func yearless() throws {
        let text = try AgendaFixture.text("note-2025")
        let reading = AgendaReader().read(text)
        #expect(reading.items.count == 16 && reading.items.allSatisfy { $0.date == nil })
        #expect(AgendaFixture.questions(reading) == ["3 agenda.question.year"])
        #expect(reading.items.compactMap(\.parallel) == [1, 1, 2, 2])
        let answered = AgendaReader(assumedDate: CalendarDate("2025-12-03")).read(text)
        #expect(AgendaFixture.brief(answered) == Self.ceremony + "\n" + Self.plenaries)
    }

    @Test("a day outside the event is understood with a complaint")
    func outside() throws {
        let first = try #require(CalendarDate("2025-12-02"))
        let reading = AgendaReader(dates: first...first.adding(days: 1)).read(try AgendaFixture.text("note-2025"))
        #expect(reading.items.last?.date == CalendarDate("2025-12-04"))
        #expect(reading.lines[40].complaint?.code == .outsideDates)
        #expect(reading.lines[40].verdict == .understood)
    }

    @Test("days side by side are refused, a menu of days is not")
    func columns() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("columns-refused"))
        #expect(reading.refusal == AgendaComplaint(.refusedColumns, ["line": "1"]))
        #expect(reading.items.isEmpty && reading.lines.count == 3)
        for header in ["Monday 4 May Tuesday 5 May", "| Hora | Día 1 | Día 2 |", "Mon 4 May      Tue 5 May      Wed 6 May"] {
            #expect(AgendaReader().read(header + "\n9:00 Opening").refusal?.code == .refusedColumns, "\(header)")
        }
        let menu = AgendaReader(expectedYear: 2026).read("4 May | 5 May\n\n4 May\n9:00–10:00 Opening\n5 May\n9:00–10:00 Closing")
        #expect(menu.refusal == nil)
        #expect(menu.items.map { $0.date?.day } == [4, 5])
    }

    @Test("texts beyond the limits are refused whole")
    func limits() {
        #expect(AgendaReader().read(String(repeating: "x", count: 200_001)).refusal?.code == .refusedBytes)
        #expect(AgendaReader().read(String(repeating: "\n", count: 5_001)).refusal?.code == .refusedLines)
        #expect(AgendaReader().read(String(repeating: "\n", count: 5_000)).lines.count == 5_000)
    }

    @Test("the event's days, a weekday or another date decide 03/12/2025")
    func ambiguous() throws {
        let december = try #require(CalendarDate("2025-12-03"))
        func date(_ text: String, _ reader: AgendaReader = AgendaReader()) -> String? {
            reader.read(text + "\n9:00-10:00 Opening").items.first?.date?.description
        }
        #expect(date("03/12/2025") == nil)
        #expect(date("03/12/2025", AgendaReader(dates: december...december.adding(days: 1))) == "2025-12-03")
        #expect(date("03/12/2025", AgendaReader(assumedDate: december)) == "2025-12-03")
        #expect(date("Wednesday 03/12/2025") == date("Wednesday 12/03/2025"))
        #expect(date("13/12/2025") == "2025-12-13")
        #expect(date("3.12.2025") == "2025-12-03")
        let question = AgendaReader().read("03/12/2025\n9:00-10:00 Opening").questions
        #expect(question.map(\.code) == [.dateAmbiguous])
        #expect(question.first?.options.map(\.description) == ["2025-12-03", "2025-03-12"])
    }
}
