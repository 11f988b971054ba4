import Base
import Testing

@testable import Measure

@Suite struct IndexEditionTests {
    @Test("its addresses are its slug's, and only drafts and previews are open")
    func addresses() {
        let edition = IndexEdition(
            id: Identifier(at: Instant(seconds: 0)), slug: "ddi-2026", series: "ddi", period: "2026", name: Localized("DDI"))
        #expect(edition.path == "/index/ddi-2026" && edition.desk == "/desk/measure/ddi-2026")
        #expect(IndexEdition.State.allCases.filter(\.isOpen) == [.draft, .preview])
    }
}
