import Base
import Testing

@testable import Convene

@Suite("Agenda from English texts")
struct AgendaEnglishTests {
    @Test(#"am and pm, dots and noon, people and parallel workshops"#)
    func amPm() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("am-pm"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-10-15 08:30-09:00 registration: Registration and coffee
                2025-10-15 09:00-09:15? remarks: Welcome; speaker Dr Aisha Bello <University of Nairobi>
                2025-10-15 09:15-10:00 keynote: Keynote: Learning at scale; speaker Prof. Chen Wei <Tsinghua University>
                2025-10-15 10:00-10:30 break: Coffee break
                2025-10-15 10:30-12:00 roundtable: Panel discussion: Credit across borders; moderator Maria Lopez <UNAM>; panellist John Smith <Cornell University>; panellist Anne Roux <Université de Lille>; panellist Li Na <XuetangX>
                2025-10-15 12:00-13:30? break: Lunch
                2025-10-15 13:30-15:00? workshop: Workshop A: Designing short courses § Workshops ‖1
                2025-10-15 13:30-15:00? workshop: Workshop B: Assessment with AI § Workshops ‖1
                2025-10-15 15:00-16:30 roundtable: Round table
                2025-10-15 17:00-open remarks: Close
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "12 guessed agenda.guessed.parallel",
                "13 guessed agenda.guessed.parallel",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"times above titles: a date is asked for and none is made up"#)
    func noDate() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("no-date"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:00-09:15? remarks: Welcome address § OPENING SESSION; speaker Dr. Jane Roe <University of Somewhere>
                undated 09:15-10:00? keynote: Keynote: The next ten years of online learning and what they mean for universities in small countries § OPENING SESSION; speaker Prof. Olu Ade <University of Lagos>
                undated 10:00-10:30? break: Coffee § OPENING SESSION
                undated 10:30-10:50? talk?: 3D printing in class § SESSION 1: TEACHING WITH AI; speaker Ana Silva <Universidade do Porto>
                undated 10:50-11:10? talk?: Top 10 - 20 universities compared § SESSION 1: TEACHING WITH AI; speaker Bob Stone <MIT>
                undated 11:10-11:30? roundtable: Discussion § SESSION 1: TEACHING WITH AI
                undated 11:30-open remarks: End of day § SESSION 1: TEACHING WITH AI
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "5 guessed agenda.guessed.person",
                "9 guessed agenda.guessed.title",
            ])
        #expect(AgendaFixture.questions(reading) == ["2 agenda.question.date"])
    }

    @Test(#"a session holds its talks, and its chair is theirs; "Day 2" follows Day 1"#)
    func sessions() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("sessions"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-03-10 09:00-09:20 remarks: Opening the books § Session 1: Policy; speaker Mark Hill <University of Bath>; chair Dr. Ann Lee
                2026-03-10 09:20-09:40 talk?: Paying for it all § Session 1: Policy; chair Dr. Ann Lee
                2026-03-10 09:40-10:30 roundtable: Discussion § Session 1: Policy; chair Dr. Ann Lee
                2026-03-10 10:30-11:00 break: Coffee
                2026-03-10 11:00-12:30 keynote: Keynote presentations; slot 11:00 15 Speaker One; slot 11:15 15 Speaker Two; slot 11:30 15 Speaker Three
                2026-03-10 11:30-13:00? break: Lunch
                2026-03-10 14:00?-15:30? session?: Mobile learning § Parallel sessions @ Room A ‖1
                2026-03-10 14:00?-15:30? session?: Learning analytics § Parallel sessions @ Room B ‖1
                2026-03-11 09:00-10:00? keynote: Keynote
                2026-03-11 10:00-open remarks: Close
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "3 guessed agenda.guessed.heading",
                "8 guessed agenda.guessed.slots",
                "12 guessed agenda.guessed.half",
                "13 guessed agenda.guessed.half",
                "14 guessed agenda.guessed.parallel",
                "15 guessed agenda.guessed.parallel",
                "16 guessed agenda.guessed.day",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"times at the end of the line"#)
    func leaders() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("leaders"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:00-10:30? ceremony: Opening Ceremony
                undated 10:30-11:00? break: Coffee break
                undated 11:00-12:00 remarks: Closing
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == ["1 agenda.question.date"])
    }

    @Test(#"03/12 is asked about, and 31 November is wrong"#)
    func ambiguous() throws {
        let reading = AgendaReader(expectedYear: 2025).read(try AgendaFixture.text("ambiguous"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:00-10:00? session?: Start
                undated 10:00-open talk: Talk
                undated 09:00-open talk?: Start two
                undated 10:00-open talk?: x
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "1 understood agenda.guessed.dateOpen",
                "4 understood agenda.guessed.dateOpen",
                "6 wrong agenda.wrong.date",
            ])
        #expect(
            AgendaFixture.questions(reading) == [
                "1 agenda.question.ambiguous", "3 agenda.question.end", "5 agenda.question.end", "7 agenda.question.end",
            ])
    }

    @Test(#"a day runs past midnight; four digits are times and 2025 is a title"#)
    func pastMidnight() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("past-midnight"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-11-06 19:00-22:00 social: Conference dinner
                2025-11-06 22:00-25:30 session?: Dance
                2025-11-06 24:30?-25:30? session?: Midnight snack
                2025-11-06 25:30?-26:00 talk?: Shuttle buses
                2025-11-07 09:00-09:30 registration: Registration
                2025-11-07 09:30-10:15 remarks: Opening
                2025-11-07 10:15-10:45? break: Coffee
                2025-11-07 10:45-12:00 session?: 2025 outlook
                2025-11-07 12:00-13:00 break: Lunch
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "4 guessed agenda.guessed.night",
                "5 guessed agenda.guessed.night",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }
}
