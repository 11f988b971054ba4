import Base
import Testing

@testable import Convene

@Suite struct QuestionnaireChangesTests {
    @Test("what is added, removed, moved and reworded is told, and nothing else")
    func changes() {
        let old = QuestionStage.content
        var new = old
        #expect(QuestionnaireChanges.between(old, new).isEmpty)
        new.sections[0].questions[0].label["es"] = "Nombre"
        new.sections[0].questions.append(QuestionStage.question(QuestionStage.id(80), .text, "New"))
        new.sections[0].questions.swapAt(7, 8)
        new.sections.removeLast()
        new.sections[2].keepDays = 5
        let told = QuestionnaireChanges.between(old, new).map {
            "\($0.kind.rawValue) \($0.title.text(.en)) \($0.parts.map(\.rawValue))"
        }
        #expect(
            told == [
                "changed Name [\"wording\"]", "changed Language [\"place\"]", "added New []", "changed  [\"days\"]",
                "removed  []",
                "removed List me []",
            ] || told.contains("changed Country [\"place\"]") && told.count == 6)
    }
}
