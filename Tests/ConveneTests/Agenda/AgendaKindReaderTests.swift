import Testing

@testable import Convene

@Suite("Agenda: kinds")
struct AgendaKindReaderTests {
    @Test(
        "titles tell their kind in three languages",
        arguments: [
            ("Registration and coffee", ItemKind.registration), ("Acreditación", .registration),
            ("Accueil des participants", .registration),
            ("Lunch", .break), ("Almuerzo", .break), ("Pause-café", .break), ("Déjeuner", .break), ("Tea Break", .break),
            ("Keynote: the future of coffee", .keynote), ("Conferencia magistral", .keynote), ("Conférence plénière", .keynote),
            ("Mesa redonda: becas", .roundtable), ("Table ronde", .roundtable), ("Palabras de bienvenida", .remarks),
            ("Allocution d’ouverture", .remarks), ("Remise des prix", .awards), ("Entrega de premios", .awards),
            ("Atelier 2", .workshop),
            ("Taller: rúbricas", .workshop), ("Opening Ceremony", .ceremony), ("Release of the Lima Declaration", .declaration),
            ("Book launch", .release), ("Welcome reception", .social), ("Plenary Session 2: Awards and prizes", .plenary),
            ("Opening Video", .video), ("Announcement of the next host", .announcement), ("Informe anual", .report),
        ])
    func kinds(title: String, kind: ItemKind) { #expect(AgendaKindReader.kind(of: AgendaText(title)) == kind) }

    @Test("a title that tells nothing is a guess")
    func guess() {
        let items = AgendaReader().read("9:00-9:20 Badges for all\n10:00-12:00 Badges for all").items
        #expect(items.map(\.kind) == [.talk, .session])
        #expect(items.allSatisfy { $0.kindGuessed })
    }
}
