import Base
import Foundation
import Testing

@testable import Convene

@Suite struct AnswersTests {
    @Test("every kind of value comes back from its JSON")
    func coding() throws {
        let day = try #require(CalendarDate("2026-12-03"))
        let values: [Answers.Value] = [
            .text("a\u{0}b"), .number(3), .date(day), .choices(["a", "b"]), .country("MX"), .language("pt-BR"),
            .organisation(QuestionStage.id(1), name: "UNAM"), .organisation(nil, name: "X"),
            .file(AnswerFile(id: QuestionStage.id(2), name: "a.pdf", type: "application/pdf", size: 3)), .consent(false),
        ]
        var answers = Answers.none
        for (index, value) in values.enumerated() { answers[QuestionStage.id(index + 1)] = value }
        #expect(try JSONDecoder().decode(Answers.self, from: JSONEncoder().encode(answers)) == answers)
    }

    @Test("a question that is not asked is no source: what depends on it is not asked either")
    func chain() {
        let content = QuestionStage.content
        var answers = Answers.none
        answers[QuestionStage.coming] = .choices(["no"])
        #expect(content.asked(answers).contains(QuestionStage.why))
        answers[QuestionStage.coming] = .choices(["yes"])
        #expect(!content.asked(answers).contains(QuestionStage.why))
        #expect(!content.asked(.none).contains(QuestionStage.passport))
    }

    @Test("a box that was left alone means no")
    func consent() {
        let condition = Question.Condition(QuestionStage.photo, oneOf: ["no"])
        #expect(Answers.none.meets(condition, of: .consent))
        #expect(!Answers([QuestionStage.photo: .consent(true)]).meets(condition, of: .consent))
    }
}
