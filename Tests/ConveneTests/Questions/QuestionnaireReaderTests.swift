import Base
import Foundation
import Store
import Testing

@testable import Convene

@Suite struct QuestionnaireReaderTests {
    private func read(_ text: String) throws -> QuestionnaireContent { try QuestionnaireReader.read(Array(text.utf8)) }

    @Test("what was written out comes back the same")
    func back() throws {
        #expect(try read(QuestionnaireStore.canonical(QuestionStage.content)) == QuestionStage.content)
    }

    @Test("hostile files are refused with their place, and quickly")
    func hostile() {
        let id = QuestionStage.id(1).text
        for text in [
            "", "[]", "{}", "{\"sections\":1}", "{\"sections\":[{}]}", "{\"sections\":[{\"id\":\"x\"}]}",
            "{\"sections\":[{\"id\":\"\(id)\",\"questions\":[{\"id\":\"\(id)\",\"kind\":\"text\"}]}]}",
            "{\"sections\":[{\"id\":\"\(id)\",\"keepDays\":0}]}",
            "{\"sections\":[{\"id\":\"\(id)\",\"questions\":[{\"id\":\"\(QuestionStage.id(2))\",\"kind\":\"virus\"}]}]}",
            String(repeating: "[", count: 100_000), "{\"sections\":\"" + String(repeating: "a\u{301}", count: 200_000) + "\"}",
        ] {
            #expect(throws: Refusal.self) { try read(text) }
        }
    }
}
