import Base
import Testing

@testable import Convene

@Suite struct QuestionnaireRulesTests {
    private typealias Stage = QuestionStage
    private func faults(_ change: (inout QuestionnaireContent) -> Void) -> [String] {
        var content = Stage.content
        change(&content)
        return QuestionnaireRules.faults(content).map(\.words)
    }

    @Test("a whole form has no fault; each thing that is wrong has its own")
    func faults() {
        #expect(faults { _ in } == [])
        #expect(faults { $0.sections = [] } == ["questions.fault.empty"])
        #expect(faults { $0.sections[0].questions[0].label = .empty } == ["questions.fault.nameless"])
        #expect(faults { $0.sections[0].questions[6].options.removeLast(2) } == ["questions.fault.options"])
        #expect(faults { $0.sections[0].questions[6].options[1].code = "a" } == ["questions.fault.codes"])
        #expect(faults { $0.sections[0].questions[2].limits.most = 1 } == ["questions.fault.limits"])
        #expect(faults { $0.sections[0].questions.swapAt(4, 5) } == ["questions.fault.conditionLater"])
        #expect(faults { $0.sections[0].questions[5].condition?.oneOf = ["maybe"] } == ["questions.fault.condition"])
        #expect(faults { $0.sections[0].questions[4].isInternal = true } == ["questions.fault.conditionInternal"])
        #expect(
            faults { $0.sections[3].questions[0].condition = Question.Condition(Stage.need, oneOf: ["yes"]) }
                == ["questions.fault.conditionPrivate"])
        #expect(faults { $0.sections.append(QuestionSection(id: Stage.id(99))) } == ["questions.fault.emptySection"])
    }

    @Test("a form is no larger than it may be")
    func size() throws {
        try QuestionnaireRules.demandSize(Stage.content)
        var many = Stage.content
        many.sections[0].questions = (0...100).map {
            Question(id: Identifier(at: Instant(seconds: 1), count: $0), kind: .text, label: Localized("x"))
        }
        #expect(throws: Refusal.self) { try QuestionnaireRules.demandSize(many) }
        var long = Stage.content
        for index in long.sections[0].questions.indices {
            for language in Language.allCases {
                long.sections[0].questions[index].help[language.rawValue] = String(repeating: "長", count: 5000)
            }
        }
        #expect(throws: Refusal.self) { try QuestionnaireRules.demandSize(long) }
    }
}
