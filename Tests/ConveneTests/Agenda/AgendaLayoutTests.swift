import Base
import Testing

@testable import Convene

@Suite("Agenda from odd layouts")
struct AgendaLayoutTests {
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
                2026-03-10 09:00-10:00 ceremony: Opening session; host Ms. Laura Quispe; speaker H.E. Mr. Pedro Alva <Minister of Education of Peru>; speaker Ms. Stefania Rossi <Director, UNESCO IITE>; slot - - Welcome remarks: H.E. Mr. Pedro Alva, Minister of Education of Peru; slot - - Remarks: Ms. Stefania Rossi, Director, UNESCO IITE; slot - - Group photo
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
