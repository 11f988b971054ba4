import Convene
import Testing

@Suite struct ConveneDemoAgendaTests {
    @Test("The note's dashes and its missing blank are kept as printed") func asPrinted() {
        #expect(ConveneDemoAgenda.text.contains("9:20—9:30\nOpening Video"))
        #expect(ConveneDemoAgenda.text.contains("14:00—17:00Plenary Session 1:"))
        #expect(ConveneDemoAgenda.text.contains("10:40-11:00 Tea Break"))
    }
}
