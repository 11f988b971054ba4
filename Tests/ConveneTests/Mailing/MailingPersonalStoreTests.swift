import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("What letters to many tell of persons")
struct MailingPersonalStoreTests {
    @Test("all letters about a registration go, wherever they went and whether they did", arguments: Backend.available)
    func forgotten(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let ana = try await stage.register("Ana")
            let bo = try await stage.register("Bo")
            let id = try await MailingStage.draft(stage)
            try await MailingStage.send(stage, id)
            try await MailingStage.finish(stage, id)
            try await stage.database.write { tx in
                let teller = RegistrationLetters.teller(MailingStage.pen)
                try teller(.confirmed, ana, in: tx)
                try teller(.confirmed, bo, in: tx)
                // She had another address when this one was written.
                var before = ana
                before.holder.email = "old@people.example"
                try teller(.received, before, in: tx)
                let letters = try LetterStore.recent(50, in: tx)
                #expect(letters.count == 5)
                for letter in letters {
                    let one = LetterBounce(
                        id: tx.newID(), letter: letter.id, recipient: letter.to, action: "failed", status: "5.1.1",
                        diagnostic: "",
                        isTrouble: true, at: tx.now)
                    try BounceStore.insert(one, report: one.id.text, in: tx)
                }
                try MailingPersonalStore.forget(ana, in: tx)
            }
            let (letters, reports) = try await stage.database.read { tx in
                (try LetterStore.recent(50, in: tx).map(\.to), try BounceStore.barred(in: tx).keys)
            }
            #expect(letters == ["bo@people.example", "bo@people.example"] && Set(reports) == ["bo@people.example"])
            let progress = try await MailingStage.progress(stage, id)
            #expect(progress.total == 2 && progress.sent == 2, "the figures stay")
        }
    }
}
