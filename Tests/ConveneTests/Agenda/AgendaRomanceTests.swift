import Base
import Testing

@testable import Convene

@Suite("Agenda from Spanish and French texts")
struct AgendaRomanceTests {
    @Test(#"Spanish hours, breaks, panels and workshops"#)
    func spanish() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("spanish"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-12-03 08:30-09:00 registration: Registro y acreditación
                2025-12-03 09:00-09:20 remarks: Palabras de bienvenida; speaker Dra. Ana Torres <Universidad de Chile>
                2025-12-03 09:20-10:00 keynote: Conferencia magistral "Educación abierta"; speaker Dr. Luis Pérez <UNAM>
                2025-12-03 10:00-10:30 break: Receso / café
                2025-12-03 10:30-12:00 roundtable: Mesa redonda: Alianzas; moderator Lic. Carmen Ruiz; panellist Dr. Jorge Díaz <Universidad de los Andes>; panellist Mtra. Elena Soto <Tecnológico de Monterrey>
                2025-12-03 12:00-14:00? break: Almuerzo
                2025-12-03 14:00-16:00? workshop: Taller 1: Microcredenciales § Talleres simultáneos @ Auditorio B ‖1
                2025-12-03 14:00-16:00? workshop: Taller 2: Accesibilidad § Talleres simultáneos ‖1
                2025-12-03 16:00-open ceremony: Clausura
                2025-12-04 09:00-10:00 awards: Entrega de premios
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "18 guessed agenda.guessed.parallel",
                "20 guessed agenda.guessed.parallel",
            ])
        #expect(AgendaFixture.questions(reading) == ["21 agenda.question.end"])
    }

    @Test(#"rooms in a row run side by side"#)
    func spanishRooms() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("spanish-rooms"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-12-02 09:00-10:00 registration: Registro de participantes @ Vestíbulo principal
                2025-12-02 10:00-10:30 ceremony: Ceremonia de inauguración; speaker Dr. Leonardo Vega <Rector de la UNAM>; speaker Dra. Paola Cruz <Secretaria de Educación>
                2025-12-02 10:30-11:30 keynote: Conferencia magistral 1: "La IA y el futuro de la docencia"; speaker Dra. Mei Lin <Universidad de Pekín>; moderator Mtro. Hugo Ortiz
                2025-12-02 11:30-12:00 break: Receso
                2025-12-03 09:00-10:00 session: Mesa 1. Políticas @ Sala A ‖1
                2025-12-03 10:00-11:00 session: Mesa 2. Tecnología @ Sala A ‖2
                2025-12-03 09:00-10:00 session: Mesa 3. Evaluación @ Sala B ‖1
                2025-12-03 10:00-11:00 session: Mesa 4. Inclusión @ Sala B ‖2
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "16 guessed agenda.guessed.title"
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"Día 1 and Día 2 wait for one date"#)
    func dayNumbers() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("day-numbers"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                undated 09:00-09:30 ceremony: Inauguración
                undated 10:00-11:00? talk: Conferencia: La universidad que viene; speaker Dr. Iván Mora <UNAM>
                undated 11:00-11:15 ceremony: Foto oficial
                undated 09:30-11:00? roundtable: Mesa de diálogo
                undated 11:00-open remarks: Cierre
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "1 understood agenda.guessed.dateOpen",
                "5 understood agenda.guessed.dateOpen",
            ])
        #expect(AgendaFixture.questions(reading) == ["1 agenda.question.date"])
    }

    @Test(#"labels before time, activity and place"#)
    func labels() throws {
        let reading = AgendaReader(expectedYear: 2025).read(try AgendaFixture.text("labels"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-12-03 09:00-10:00 ceremony: Inauguración @ Auditorio
                2025-12-03 10:00-11:00 talk: Conferencia @ Sala 2
                """#)
        #expect(AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") }.isEmpty)
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"French hours; an end before its start is wrong, the rest is read"#)
    func frenchWrongLine() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("french-wrong-line"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2025-11-19 08:00-08:45? remarks: Ouverture de l'accueil
                2025-11-19 08:45-09:00 remarks: Mot de bienvenue
                2025-11-19 09:00-10:15 keynote: Conférence plénière; speaker Mme Hélène Durand <Université de Lyon>
                2025-11-19 10:15-10:30 break: Pause
                2025-11-19 10:30-12:00 roundtable: Table ronde « Former demain »; moderator M. Paul Lefèvre <CNRS>; speaker Mme Nadia Ben Ali <Université de Tunis>; speaker M. Karim Diallo <UCAD>
                2025-11-19 12:00-13:30 break: Déjeuner
                2025-11-19 13:30-15:30? workshop: Atelier 1 : Évaluer § Ateliers en parallèle ‖1
                2025-11-19 13:30-15:30? workshop: Atelier 2 : Accompagner § Ateliers en parallèle ‖1
                2025-11-19 15:30-16:00 talk?: 5 à 7 facultaire
                2025-11-20 08:30-09:00? registration: Accueil-Café
                2025-11-20 09:00-12:30? remarks: Allocution d'ouverture
                2025-11-20 12:30-open talk?: Fin
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "11 guessed agenda.guessed.parallel",
                "12 guessed agenda.guessed.parallel",
                "14 wrong agenda.wrong.order",
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }

    @Test(#"8 h 30, speakers below, a session with its talks"#)
    func frenchPdf() throws {
        let reading = AgendaReader().read(try AgendaFixture.text("french-pdf"))
        #expect(
            AgendaFixture.brief(reading) == #"""
                2026-03-12 08:30-09:00 registration: Accueil des participants @ Amphithéâtre Richelieu
                2026-03-12 09:00-10:00? remarks: Allocutions d'ouverture @ Amphithéâtre Richelieu; speaker Mme Claire Petit <rectrice de l'Université de Lille>; speaker M. Jean Dupuis <ministre>
                2026-03-12 10:00-10:30? talk?: Les badges numériques § Session 1 : Évaluer autrement @ Amphithéâtre Richelieu; speaker Sarah Klein <EPFL>; chair Pr Marc Blanc <Université de Nantes>
                2026-03-12 10:30-11:00? talk?: L'examen à distance § Session 1 : Évaluer autrement @ Amphithéâtre Richelieu; speaker Omar Sy <Université de Dakar>; chair Pr Marc Blanc <Université de Nantes>
                2026-03-12 11:00-11:30? roundtable: Discussion § Session 1 : Évaluer autrement @ Amphithéâtre Richelieu; chair Pr Marc Blanc <Université de Nantes>
                2026-03-12 11:30-12:00 break: Pause-café @ Amphithéâtre Richelieu
                2026-03-12 12:00-open remarks: Fin de la matinée @ Amphithéâtre Richelieu
                """#)
        #expect(
            AgendaFixture.complaints(reading).filter { !$0.hasSuffix("guessed.end") } == [
                "7 guessed agenda.guessed.heading"
            ])
        #expect(AgendaFixture.questions(reading) == [])
    }
}
