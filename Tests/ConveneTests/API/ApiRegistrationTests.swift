import Base
import Foundation
import Store
import Testing

@testable import Convene

@Suite struct ApiRegistrationTests {
    private func one() -> Registration {
        var one = Registration(
            RegistrationStage.category(ProgrammeStage.event, .room), at: ProgrammeStage.now, id: ProgrammeStage.elsewhere)
        one.holder = RegistrationHolder(name: "=HYPERLINK(\"x\")", email: "ana@people.example")
        one.createdAt = ProgrammeStage.now
        return one
    }

    @Test("a registration has the fields that are promised; what is not there is left out")
    func fields() throws {
        let object = try JSONSerialization.jsonObject(with: Data(json(ApiRegistration(one())).utf8))
        #expect(
            try #require(object as? [String: Any]).keys.sorted() == [
                "category", "createdAt", "email", "hasPlace", "id", "language", "latin", "name", "number", "organisation",
                "revision", "speaks", "state",
            ])
    }

    @Test("nothing leads to the registration's own page, to an account or to a code")
    func secrets() {
        var full = one()
        full.generation = 7_777_777
        full.person = ProgrammeStage.series
        full.code = ProgrammeStage.series
        full.holder.country = "MX"
        full.organisation = ProgrammeStage.id
        full.paidAt = ProgrammeStage.now
        let text = json(ApiRegistration(full))
        #expect(!text.contains("7777777"))
        #expect(!text.contains(ProgrammeStage.series.text))
        #expect(text.contains(#""member":"\#(ProgrammeStage.id)""#))
        #expect(text.contains(#""country":"MX""#))
        #expect(text.contains(#""name":"=HYPERLINK(\"x\")""#), "what looks like a formula is a name")
    }

    @Test("its tag is another one after each change")
    func tag() {
        var changed = one()
        changed.revision += 1
        #expect(ApiRegistration.tag(one()) != ApiRegistration.tag(changed))
    }
}
