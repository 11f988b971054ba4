import Base
import Testing

@testable import Convene

@Suite("Agenda from tables")
struct AgendaTableTests {
    @Test(#"a Markdown table with a date row, a second session and a wrong time"#)
    func pipes() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("pipes"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-12-03 09:00-09:30 registration: Registration @ Foyer
                2025-12-03 09:30-10:15 keynote: Keynote: Open futures @ Hall 1; speaker Prof. Mary Ann Jones <University of Leeds>
                2025-12-03 10:15-10:45? break: Coffee break
                2025-12-03 10:45-12:00 session: Session 1: Data @ Hall 1 ‖1; chair Tom Ray
                2025-12-03 10:45-12:00 session: Session 2: Ethics @ Hall 2 ‖1
                2025-12-03 12:00-13:00 break: Lunch
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "8 guessed agenda.guessed.parallel",
                "9 wrong agenda.wrong.time",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"Markdown headings, bold times and a table"#)
    func markdown() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("markdown"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-06-11 09:00-09:30 talk?: Doors open
                2026-06-11 09:30-10:00 remarks: Welcome; speaker Nora Lind <University of Bergen>
                2026-06-11 10:00-11:00 keynote: Keynote: Who owns learning data?
                2026-06-12 09:00-10:00? break: Breakfast
                2026-06-12 10:00-13:00? session?: Unconference; note all
                2026-06-12 13:00-open remarks: Close
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"columns named by rooms are sessions side by side"#)
    func tracks() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("tracks"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:00-10:30 plenary: Opening plenary
                undated 10:30-11:00 break: Coffee
                undated 11:00-12:30 session: Track 1: Policy @ Room A ‖1
                undated 11:00-12:30 session: Track 2: Tools @ Room B ‖1
                undated 11:00-12:30 session: Track 3: People @ Room C ‖1
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == ["2 agenda.question.date"])
    }

    @Test(#"tabs without a header; ends are the next starts"#)
    func bareStarts() throws {
        let reading = AgendaReader(expectedYear: 2026).read(try AgendaFixture.text("bare-starts"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-06-02 09:00-09:30? registration: Registration
                2026-06-02 09:30-09:45? remarks: Welcome; speaker Prof. Sam Hill
                2026-06-02 09:45-10:15? talk?: Open textbooks at scale; speaker Lena Fox <University of Graz>
                2026-06-02 10:15-10:30? break: Break
                2026-06-02 10:30-12:00? session: Parallel session 1A: Tools @ Room 2.01 ‖1
                2026-06-02 10:30-12:00? session: Parallel session 1B: People @ Room 2.02 ‖1
                2026-06-02 12:00-13:00? break: Lunch
                2026-06-02 13:00?-14:00? keynote: Keynote
                2026-06-02 14:00?-open talk?: End
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "12 guessed agenda.guessed.half",
                "13 guessed agenda.guessed.half",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"columns for start and end"#)
    func startEnd() throws {
        let reading = AgendaReader(assumedDate: CalendarDate("2025-10-01")).read(try AgendaFixture.text("start-end-columns"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-10-01 09:00-09:30 remarks: Welcome; speaker Dr. X Y
                2025-10-01 09:30-10:30 talk: Talk: 24/7 learning; speaker A. B. Cee <Univ. of Z>
                2025-10-01 10:30-11:00 break: Coffee
                2025-10-02 09:00-09:30 remarks: Welcome back
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"a tabbed table a day, with twelve hours and the afternoon unsaid"#)
    func twoDays() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("two-days"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-05-04 08:00-09:00 registration: Arrival of participants
                2026-05-04 09:00-12:30 plenary: Plenary
                2026-05-04 12:30-14:00 break: Lunch
                2026-05-04 14:00?-17:30? session?: Working groups; note Global Forum 2026 – Draft
                2026-05-04 19:00-open social: Welcome reception
                2026-05-05 09:00-10:30 session: Session III – Finance
                2026-05-05 10:30-11:00 break: Break
                2026-05-05 11:00-13:00? session: Session IV – Law
                2026-05-05 13:00?-14:30? break: Lunch
                2026-05-05 14:30?-16:00? session: Session V
                2026-05-05 16:00?-16:30? remarks: Closing remarks
                2026-05-05 20:00?-open social: Farewell dinner
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "11 guessed agenda.guessed.half",
                "18 guessed agenda.guessed.half",
                "19 guessed agenda.guessed.half",
                "20 guessed agenda.guessed.half",
                "21 guessed agenda.guessed.half",
                "22 guessed agenda.guessed.half",
            ])
        #expect(AgendaFixture.questions(reading) == ["13 agenda.question.end", "22 agenda.question.end"])
    }

    @Test(#"columns made of blanks"#)
    func gaps() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("gaps"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-11-07 08:00-08:30 registration: Arrival of Guests; note Secretariat
                2025-11-07 08:30-08:45 talk?: National Anthem; note All
                2025-11-07 08:45-09:00 remarks: Welcome Remarks; speaker Dr. Musa Kamara
                2025-11-07 09:00-10:30 session: Session 1: Connectivity; note Panel
                2025-11-07 10:30-10:45 break: Tea Break
                2025-11-07 10:45-13:00 session: Session 2: Teacher training; speaker Ms. Fatou Jallow
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"digits and signs of other scripts"#)
    func digits() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("digits"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:20-09:30 talk?: افتتاح المؤتمر
                undated 09:30-10:00 talk?: 開会
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == ["1 agenda.question.date"])
    }
}
