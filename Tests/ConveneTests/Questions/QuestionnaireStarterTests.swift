import Base
import Testing

@testable import Convene

@Suite struct QuestionnaireStarterTests {
    @Test("the template can be published as it is, in all seven languages, with every purpose")
    func whole() {
        let ids = IdentifierSequence(at: Instant(seconds: 1))
        let content = QuestionnaireStarter.content(
            { QuestionnaireDeskRoutes.localized(EventWorld.book, $0) }, newID: { ids.next() })
        #expect(QuestionnaireRules.faults(content) == [])
        #expect(Set(content.sections.map(\.purpose)) == Set(QuestionSection.Purpose.allCases))
        for question in content.questions {
            for text in [question.label] + question.options.map(\.label) {
                #expect(text.texts.count == 7)
                #expect(!text.texts.values.contains { $0.hasPrefix("questions.") })
            }
        }
        let copy = content.renewed { ids.next() }
        #expect(QuestionnaireRules.faults(copy) == [])
        #expect(Set(copy.questions.map(\.id)).isDisjoint(with: content.questions.map(\.id)))
    }
}
