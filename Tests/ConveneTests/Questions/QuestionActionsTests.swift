import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct QuestionActionsTests {
    @Test("questions move by one place, and over the end of a section into the next", arguments: Backend.available)
    func move(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let order = try await stage.database.write { tx in
                let (id, event, by) = (stage.form.id, stage.event, stage.organiser)
                try QuestionActions.move(QuestionStage.note, .down, in: id, of: event, by: by, tx: tx)
                try QuestionActions.move(QuestionStage.name, .up, in: id, of: event, by: by, tx: tx)
                try QuestionActions.move(QuestionStage.story, .up, in: id, of: event, by: by, tx: tx)
                return try QuestionnaireActions.find(id, of: event, by: by, in: tx).draft.sections.map { $0.questions.first?.id }
            }
            #expect(order == [QuestionStage.story, QuestionStage.note, QuestionStage.diet, QuestionStage.photo])
        }
    }

    @Test("somebody who changes what another has changed meanwhile is told")
    func meanwhile() async throws {
        try await QuestionStage.with(.sqlite) { stage in
            let words = try await EventWorld.refusal {
                try await stage.database.write { tx in
                    let question = try #require(stage.content.question(QuestionStage.name))
                    let seen = QuestionnaireActions.mark(question)
                    var changed = question
                    changed.isRequired = false
                    let (id, event, by) = (stage.form.id, stage.event, stage.organiser)
                    try QuestionActions.change(changed, seen: seen, in: id, of: event, by: by, tx: tx)
                    try QuestionActions.change(question, seen: seen, in: id, of: event, by: by, tx: tx)
                }
            }
            #expect(words?.words == "questions.refusal.meanwhile")
        }
    }
}
