import Base
import HTML
import Testing

@testable import Convene

@Suite struct PaperSettingsTests {
    @Test("a letter may name who is invited to what, and nothing secret")
    func fields() {
        #expect(
            PaperSettings.faults(of: "Dear {name} of {organisation},\n{event}, {dates}, {place}: {category} {number}.").isEmpty)
        for field in MailField.allCases where !PaperSettings.fields.contains(field) {
            #expect(PaperSettings.faults(of: "{\(field.rawValue)}").map(\.found) == [field.rawValue], "\(field)")
        }
        #expect(PaperSettings.faults(of: "{nobody}").first?.kind == .unknown)
        #expect(PaperSettings.faults(of: "{name").first?.kind == .unclosed)
    }

    @Test("the form takes lines apart and says what is wrong with which field")
    func form() {
        let typed = [
            "letterhead": "Alliance\n\n Beijing ", "signatories": "Li Wei; Secretary General\nAna", "text_en": "{name}",
            "text_es": "{clave}", "isOpen": "yes",
        ]
        let (settings, complaints) = PaperSettingsForm.settings { typed[$0] ?? "" }
        #expect(settings.letterhead == ["Alliance", "Beijing"])
        #expect(settings.signatories == [.init(name: "Li Wei", office: "Secretary General"), .init(name: "Ana", office: "")])
        #expect(complaints.all.map(\.field) == ["text_es"])
        let empty = PaperSettingsForm.settings { $0 == "isOpen" ? "yes" : "" }
        #expect(empty.complaints.all.map(\.words) == ["papers.refusal.textless"])
    }
}
