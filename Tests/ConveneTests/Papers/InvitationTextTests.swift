import Base
import Testing
import TestKit

@testable import Convene

@Suite struct InvitationTextTests {
    @Test("fields are filled in the language of the text; a name has both of its forms, and what it holds is no field")
    func filled() throws {
        let id = Identifier(at: Instant(seconds: 1))
        let event = try EventWorld.draft().event(id, in: id)
        let category = RegistrationStage.category(event, .room)
        var one = Registration(category, at: Instant(seconds: 1), id: id)
        one.holder = RegistrationHolder(
            name: "张三丰 {number}", latin: "Zhang Sanfeng", organisation: "", country: "CN", language: .ar)
        let text = Localized("Estimado/a {name}:\n\nLe invitamos a {event}, {dates}.\n{organisation}\n{place}", "es")
        let letter = InvitationText(text, for: one, event: event, category: category) { language in
            InvitationText.Voice(dates: "dates in \(language)", place: "Ciudad de México", country: "China")
        }
        #expect(letter.language == .es)
        #expect(
            letter.paragraphs == [
                "Estimado/a Zhang Sanfeng (张三丰 {number}):", "Le invitamos a Conferencia 2025, dates in es.", "Ciudad de México",
            ])
        #expect(letter.address == ["Zhang Sanfeng", "China"])
    }
}
