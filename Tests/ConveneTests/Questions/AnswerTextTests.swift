import Base
import Testing

@testable import Convene

@Suite struct AnswerTextTests {
    @Test("options are told by their labels, and by their code when the label is gone")
    func plain() throws {
        let topics = try #require(QuestionStage.content.question(QuestionStage.topics))
        #expect(AnswerText.plain(.choices(["a", "gone"]), to: topics, .en) == "A, gone")
        #expect(AnswerText.plain(.consent(true), to: topics, .en) == "yes")
        #expect(AnswerText.plain(.organisation(nil, name: "UNAM"), to: topics, .en) == "UNAM")
    }
}
