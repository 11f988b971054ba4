import Base
import Testing

@testable import Convene

@Suite("Letters in several languages")
struct MailWordingTests {
    @Test("subject and text are of one language: hers, else the authentic one")
    func reading() {
        let wording = MailWording(
            subject: Localized(["fr": "Sujet", "ar": "الموضوع"], authentic: "fr"),
            text: Localized(["fr": "Texte", "ar": "النص"], authentic: "fr"))
        #expect(wording.reading(.ar) == ("الموضوع", "النص", .ar))
        #expect(wording.reading(.zh) == ("Sujet", "Texte", .fr))
        #expect(wording.languages == [.fr, .ar] && !wording.isEmpty && MailWording().isEmpty)
    }
}
