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

    @Test(#"ranges over two lines"#)
    func splitRanges() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("split-ranges"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-06-05 14:00-15:30 session?: Tutorials
                2026-06-05 15:30-open talk?: Open labs
                2026-06-06 09:00-10:15 keynote: Keynote
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == ["6 agenda.question.end"])
    }

    @Test(#"numbered items with lettered parts, lengths and a title on its own line"#)
    func numbered() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("numbered"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-12-03 09:00-09:10 remarks: Opening remarks @ Palacio de Minería, Mexico City; speaker H.E. Maria Perez <Minister of Education>
                2025-12-03 09:10-09:40 keynote: Keynote speech: "Learning for all" @ Palacio de Minería, Mexico City; speaker Prof. John Doe <MIT>
                2025-12-03 09:40-10:30 roundtable: Panel: Quality in the age of AI @ Palacio de Minería, Mexico City; slot - - What is quality?; slot - - Who measures it?; note Q&A
                2025-12-03 10:30-10:50 break: Coffee @ Palacio de Minería, Mexico City
                2025-12-03 10:50-11:20 talk: Lightning talks @ Palacio de Minería, Mexico City; slot 10:50 6 untitled; slot 10:56 6 untitled; slot 11:02 6 untitled; slot 11:08 6 untitled; slot 11:14 6 untitled
                2025-12-03 11:20-11:50 report: Report on "10-20 ways to teach" @ Hall B
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"titles over several lines, panels and rooms as a PDF gives them"#)
    func wrapped() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("wrapped"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-10-07 08:30-09:00 registration: Registration @ Plenary hall
                2025-10-07 09:00-09:45 ceremony: Opening ceremony @ Plenary hall; speaker Ms. Ana Gómez <Rector, Universidad Central>; speaker Mr. Lee Wong <President, GMA (video message)>
                2025-10-07 09:45-10:30 keynote: Keynote address: "What comes after the MOOC?" @ Plenary hall; speaker Professor Ingrid Hansen <University of Oslo>
                2025-10-07 10:30-11:00 break: Coffee break @ Plenary hall
                2025-10-07 11:00-12:30 session: Session 1: Quality § Parallel sessions @ A1 ‖1; chair Dr. Tom Ford
                2025-10-07 11:00-12:30 session: Session 2: Access § Parallel sessions @ A2 ‖1
                2025-10-07 12:30-14:00 break: Lunch @ Plenary hall
                2025-10-07 14:00-15:30 roundtable: Panel discussion: Bridging the gap: how universities, platforms and ministries work together @ Plenary hall; moderator Dr. Sofia Marin <UNESCO IITE>; panellist Mr. Adam Levi <edX>; panellist Ms. Grace Mwangi <University of Nairobi>; panellist Dr. Wu Min <XuetangX>
                2025-10-07 15:30-16:00 ceremony: Group photo & tea @ Plenary hall
                2025-10-08 09:30-17:00? session?: Site visit
                2025-10-08 17:00-open talk?: Departure
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "12 guessed agenda.guessed.title",
                "14 guessed agenda.guessed.person",
                "19 guessed agenda.guessed.parallel",
                "22 guessed agenda.guessed.parallel",
                "29 guessed agenda.guessed.title",
                "30 guessed agenda.guessed.title",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"titles above their times"#)
    func titlesFirst() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("titles-first"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:20-09:30 video: Opening Video
                undated 09:30-09:45 remarks: Opening Remarks
                undated 09:45-10:00 break: Coffee
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == ["2 agenda.question.date"])
    }

    @Test(#"indented talks with authors below, rooms behind pipes"#)
    func workshop() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("workshop"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-02-18 08:15-09:00? registration: Registration desk opens
                2026-02-18 09:00-09:15 remarks: Opening (Chairs)
                2026-02-18 09:15-10:15 keynote: Keynote I: Measuring what matters; speaker Hanna Berg <University of Bergen>
                2026-02-18 10:15-10:45 break: Coffee break
                2026-02-18 10:45-11:15? talk?: A dashboard for teachers § Session 1 – Dashboards; speaker L. Novak; speaker P. Horvat; chair Marco Rossi
                2026-02-18 11:15-11:45? talk?: Nudges that work § Session 1 – Dashboards; speaker S. Ito; speaker K. Mori; speaker D. Lee; chair Marco Rossi
                2026-02-18 11:45-12:15? session: Demo session § Session 1 – Dashboards; chair Marco Rossi
                2026-02-18 12:15-13:30 break: Lunch
                2026-02-18 13:30-15:00 session: Session 2A – Privacy @ Room 1 ‖1
                2026-02-18 13:30-15:00 session: Session 2B – Ethics @ Room 2 ‖1
                2026-02-18 19:00-open social: Social dinner (Gösser Bräu, Neutorgasse 48)
                2026-02-19 09:00-10:00 keynote: Keynote II (online)
                2026-02-19 10:00-12:00 workshop: Hands-on workshop
                2026-02-19 12:00-open remarks: Farewell
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "13 guessed agenda.guessed.heading",
                "15 guessed agenda.guessed.person",
                "17 guessed agenda.guessed.person",
            ])
        #expect(AgendaFixture.questions(reading) == ["22 agenda.question.end", "28 agenda.question.end"])
    }

    @Test(#"times in parentheses behind titles, parts with lengths"#)
    func ministers() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("ministers"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-03-10 09:00-10:00 remarks: Opening session; host Ms. Laura Quispe; speaker H.E. Mr. Pedro Alva <Minister of Education of Peru>; speaker Ms. Stefania Rossi <Director, UNESCO IITE>; slot - - Welcome remarks: H.E. Mr. Pedro Alva, Minister of Education of Peru; slot - - Remarks: Ms. Stefania Rossi, Director, UNESCO IITE; slot - - Group photo
                2026-03-10 10:00-12:00 session: Session 1: Financing; moderator Dr. Juan Soto; slot 10:00 15 Presentation of the report; slot 10:15 60 Country experiences; slot 11:15 45 Open discussion
                2026-03-10 12:00-13:30 break: Lunch
                2026-03-10 13:30-15:00 session: Session 2: Teachers
                2026-03-11 09:00-11:00 session: Session 3: Outcome document
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"one time on two clocks, and several times on one line"#)
    func twoClocks() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("two-clocks"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-10-07 09:20-09:30? remarks: Opening @ Main Auditorium
                2025-10-07 09:30-10:00 keynote: Keynote @ Main Auditorium; speaker Prof. Ada Low
                2025-10-07 10:00-10:30? talk?: Day 1 recap @ Main Auditorium
                2025-10-07 10:30-11:00 break: Café @ Main Auditorium
                2025-10-07 11:00-12:00 workshop: Taller @ Main Auditorium
                2025-10-07 12:00-13:00? break: Almuerzo @ Main Auditorium
                2025-10-07 13:00-16:00? session?: Foo 14:00 Bar 15:00 Baz @ Main Auditorium
                2025-10-07 16:00-17:00 remarks: Close-out @ Main Auditorium
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "8 guessed agenda.guessed.severalTimes"
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }
}
