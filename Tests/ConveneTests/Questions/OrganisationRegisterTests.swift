import Base
import Testing

@testable import Convene

@Suite struct OrganisationRegisterTests {
    @Test("names are found in every language and as they were; a name of two is nobody's")
    func look() {
        let register = OrganisationRegister([
            .init(id: QuestionStage.id(1), names: Localized(["en": "Tsinghua University", "zh": "清华大学"]), all: []),
            .init(id: QuestionStage.id(2), names: Localized("New Name"), all: [Localized("Old Name")]),
            .init(id: QuestionStage.id(3), names: Localized("Same"), all: []),
            .init(id: QuestionStage.id(4), names: Localized("same"), all: []),
        ])
        #expect(register.id(of: " TSINGHUA  university ") == QuestionStage.id(1))
        #expect(register.id(of: "清华大学") == QuestionStage.id(1))
        #expect(register.id(of: "old name") == QuestionStage.id(2))
        #expect(register.id(of: "Same") == nil)
        #expect(register.id(of: "Tsinghua") == nil)
        #expect(register.name(QuestionStage.id(1), .zh) == "清华大学")
    }
}
