import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct AnswerActionsTests {
    @Test("readers and editors see no private answer; who looks is written down", arguments: Backend.available)
    func rights(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let viewers: [Viewer?] = [
                nil, EventWorld.viewer(.reader, in: stage.event.id), EventWorld.viewer(.editor, in: stage.event.id),
                EventWorld.viewer(.organiser, in: QuestionStage.id(1)),
            ]
            for viewer in viewers {
                let refused = try await EventWorld.refusal {
                    try await stage.database.write {
                        try AnswerActions.privatePart(of: one.id, of: stage.event, by: viewer, in: $0)
                    }
                }
                #expect(refused?.code == (viewer == nil ? .signInNeeded : .forbidden))
            }
            for viewer in [stage.organiser, EventWorld.viewer(.secretariat)] {
                let (parts, rows) = try await stage.database.write { tx in
                    let parts = try AnswerActions.privatePart(of: one.id, of: stage.event, by: viewer, in: tx)
                    return (
                        parts,
                        try tx.count(
                            "SELECT COUNT(*) FROM audit WHERE verb = 'answers.privateRead' AND subject = \(one.id)")
                    )
                }
                #expect(parts.map(\.purpose) == [.visa, .dietary])
                #expect(rows == (viewer == stage.organiser ? 1 : 2))
            }
        }
    }

    @Test("the desk fills its own questions and leaves the holder's alone", arguments: Backend.available)
    func fill(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let whole = try await stage.database.write { tx in
                let form = AnswerForm(sent: [(AnswerForm.field(QuestionStage.sent), "2025-10-01")])
                let answers = try form.answers(
                    to: stage.content, before: AnswerStore.whole(one.id, in: tx), asking: .desk(isPrivate: true))
                let filled = AnswerActions.Filled(version: stage.version, answers: answers, language: .en)
                try AnswerActions.fill(filled, of: one.id, of: stage.event, by: stage.organiser, in: tx)
                return try AnswerStore.whole(one.id, in: tx)
            }
            var expected = try QuestionStage.answers()
            expected[QuestionStage.sent] = .date(CalendarDate("2025-10-01")!)
            #expect(whole == expected)
        }
    }
}
