import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct QuestionnaireActionsTests {
    @Test("an answer keeps its version when the next one is published", arguments: Backend.available)
    func versions(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let next = try await stage.database.write { tx in
                try QuestionActions.remove(QuestionStage.story, from: stage.form.id, of: stage.event, by: stage.organiser, in: tx)
                return try QuestionnaireActions.publish(stage.form.id, of: stage.event, by: stage.organiser, in: tx)
            }
            #expect(next.number == 2)
            let (kept, first, latest) = try await stage.database.read { tx in
                (
                    try AnswerStore.find(one.id, in: tx), try QuestionnaireStore.version(1, of: stage.form.id, in: tx),
                    try QuestionnaireStore.latest(of: stage.form.id, in: tx)
                )
            }
            #expect(kept?.version == stage.version.id)
            #expect(first == stage.version)
            #expect(latest == next)
            #expect(latest?.content.question(QuestionStage.story) == nil)
        }
    }

    @Test("publishing asks for a whole form that differs; what was published stays", arguments: Backend.available)
    func publishing(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            func code(_ body: @escaping @Sendable (Writer) throws -> Void) async -> String? {
                do {
                    try await stage.database.write(body)
                    return nil
                } catch { return (error as? Refusal)?.words }
            }
            #expect(
                await code { try QuestionnaireActions.publish(stage.form.id, of: stage.event, by: stage.organiser, in: $0) }
                    == "questions.refusal.same")
            #expect(
                await code { try QuestionnaireActions.remove(stage.form.id, of: stage.event, by: stage.organiser, in: $0) }
                    == "questions.refusal.published")
            try await stage.database.write { tx in
                try QuestionActions.move(
                    QuestionStage.why, .up, in: stage.form.id, of: stage.event, by: stage.organiser, tx: tx)
            }
            #expect(
                await code { try QuestionnaireActions.publish(stage.form.id, of: stage.event, by: stage.organiser, in: $0) }
                    == "questions.fault.conditionLater")
        }
    }

    @Test("only organisers work on forms, and each verb leaves an audit row and a note", arguments: Backend.available)
    func rights(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            for (viewer, code) in [
                (nil, Refusal.Code.signInNeeded), (EventWorld.viewer(.editor, in: stage.event.id), .forbidden),
                (EventWorld.viewer(.organiser, in: QuestionStage.id(1)), .forbidden),
            ] as [(Viewer?, Refusal.Code)] {
                let refused = try await EventWorld.refusal {
                    try await stage.database.write {
                        try QuestionnaireActions.create(Localized("X"), for: stage.event, by: viewer, in: $0)
                    }
                }
                #expect(refused?.code == code)
            }
            let counts = try await stage.database.write { tx in
                func rows() throws -> [Int] {
                    [try tx.count("SELECT COUNT(*) FROM audit"), try tx.count("SELECT COUNT(*) FROM note")]
                }
                let before = try rows()
                let (id, event, by) = (stage.form.id, stage.event, stage.organiser)
                try QuestionnaireActions.rename(id, to: Localized("Y"), of: event, by: by, in: tx)
                let section = try QuestionActions.addSection(QuestionSection(id: id), to: id, of: event, by: by, in: tx)
                let question = try QuestionActions.add(
                    Question(id: id, kind: .text, label: Localized("Q")), to: section.id, in: id, of: event, by: by, tx: tx)
                var changed = question
                changed.isRequired = true
                try QuestionActions.change(changed, seen: nil, in: id, of: event, by: by, tx: tx)
                try QuestionnaireActions.publish(id, of: event, by: by, in: tx)
                let after = try rows()
                return zip(after, before).map { $0 - $1 }
            }
            #expect(counts == [5, 5])
        }
    }
}
