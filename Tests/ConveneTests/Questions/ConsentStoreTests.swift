import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct ConsentStoreTests {
    @Test(
        "the log is added to: each change is a line with its wording's digest, the last one counts", arguments: Backend.available)
    func log(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            // Saving the same again says nothing new.
            try await stage.save(try QuestionStage.answers(), of: one)
            try await stage.database.write { tx in
                try AnswerActions.consent(false, to: QuestionStage.photo, of: one, in: .ar, from: .page, by: nil, tx: tx)
            }
            let (history, whole, listed) = try await stage.database.read { tx in
                (
                    try ConsentStore.history(of: one.id, in: tx), try AnswerStore.whole(one.id, in: tx),
                    try ConsentStore.consenting(to: .listing, of: stage.event.id, in: tx)
                )
            }
            #expect(history.map(\.isGiven) == [true, false])
            #expect(history.map(\.source) == [.form, .page])
            #expect(history.map(\.language) == [.es, .ar])
            let question = try #require(stage.content.question(QuestionStage.photo))
            #expect(history.allSatisfy { $0.digest == ConsentStore.digest(of: question) && $0.version == stage.version.id })
            var reworded = question
            reworded.help = Localized("In print, too")
            #expect(ConsentStore.digest(of: reworded) != ConsentStore.digest(of: question))
            #expect(whole[QuestionStage.photo] == .consent(false))
            #expect(listed.isEmpty)
            try await stage.save(try QuestionStage.answers(), of: one, source: .page)
            #expect(
                try await stage.database.read { try ConsentStore.consenting(to: .listing, of: stage.event.id, in: $0) } == [
                    one.id
                ])
        }
    }
}
