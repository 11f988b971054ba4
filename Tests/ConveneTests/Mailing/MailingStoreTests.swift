import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Mailings in the database")
struct MailingStoreTests {
    @Test("the list takes the same number of statements for one mailing and for three", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            for name in ["Ana", "Bo", "Chen"] { _ = try await stage.register(name) }
            let event = stage.event
            @Sendable func count(_ tx: Reader) throws -> Int {
                let before = tx.statements
                _ = try MailingStore.all(of: event.id, in: tx)
                _ = try MailingStore.progress(of: event.id, in: tx)
                return tx.statements - before
            }
            try await MailingStage.send(stage, try await MailingStage.draft(stage))
            let one = try await stage.database.read(count)
            for _ in 0..<2 { try await MailingStage.send(stage, try await MailingStage.draft(stage)) }
            #expect(try await stage.database.read(count) == one)
            #expect(try await MailingStage.mailings(stage).count == 3)
        }
    }

    /// A mailing to two, written whole; one of them, and the letter to her.
    private func written(_ stage: RegistrationStage) async throws -> (Identifier, ana: Registration, Letter) {
        let ana = try await stage.register("Ana")
        _ = try await stage.register("Bo")
        let id = try await MailingStage.draft(stage)
        try await MailingStage.send(stage, id)
        while try await MailingStage.post(stage, id) {}
        let letters = try await MailingStage.letters(stage)
        return (id, ana, try #require(letters.first { $0.to == ana.holder.email }))
    }

    @Test("letters that came back are counted once and shown with their registrations", arguments: Backend.available)
    func bounces(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let (id, ana, letter) = try await written(stage)
            try await stage.database.write { tx in
                for (number, action) in ["delayed", "failed", "failed"].enumerated() {
                    let one = LetterBounce(
                        id: tx.newID(), letter: letter.id, recipient: letter.to, action: action, status: "5.1.1",
                        diagnostic: "No such person",
                        isTrouble: action == "failed", at: tx.now)
                    try BounceStore.insert(one, report: "r\(number)", in: tx)
                }
                try LetterStore.settle(letter.id, .sent, in: tx)
            }
            let progress = try await MailingStage.progress(stage, id)
            #expect(progress.bounced == 1 && progress.sent == 1 && progress.queued == 1)
            let shown = try await stage.database.read { try MailingStore.bounces(of: id, limit: 9, in: $0) }
            #expect(shown.count == 3 && Set(shown.map(\.1)) == [ana.id])
        }
    }

    @Test("a letter whose delivery nobody saw the end of is counted and named", arguments: Backend.available)
    func doubted(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let (id, ana, letter) = try await written(stage)
            try await stage.database.write { tx in
                try LetterStore.settle(letter.id, .waiting, error: "no answer", isUnsure: true, in: tx)
                try LetterStore.settle(letter.id, .sent, in: tx)
            }
            let progress = try await MailingStage.progress(stage, id)
            #expect(progress.doubted == 1 && progress.sent == 1 && progress.total == 2)
            let shown = try await stage.database.read { try MailingStore.doubted(of: id, limit: 9, in: $0) }
            #expect(shown.map(\.address) == [ana.holder.email] && shown.map(\.1) == [ana.id])
        }
    }

    @Test("who is forgotten is in no list any more, and gets no letter", arguments: Backend.available)
    func forgotten(backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 10) { stage in
            let ana = try await stage.register("Ana")
            _ = try await stage.register("Bo")
            let id = try await MailingStage.draft(stage)
            try await MailingStage.send(stage, id)
            try await stage.database.write { try RegistrationPersonalStore.erase(ana, in: $0) }
            while try await MailingStage.post(stage, id) {}
            #expect(try await MailingStage.reached(stage) == ["bo@people.example"])
            let rows = try await stage.database.read { tx in
                try tx.rows("SELECT address, state FROM mailing_recipient ORDER BY address").map {
                    "\(try $0.text("address")) \(try $0.text("state"))"
                }
            }
            #expect(Set(rows) == ["\(ana.id) skipped", "bo@people.example posted"])
        }
    }

    @Test("an audience of hundreds is frozen whole", arguments: Backend.available)
    func many(backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let id = try await MailingStage.draft(stage)
            let one = try await stage.register("Ana")
            let all = (0..<450).map { number in
                var other = one
                other.holder.email = "p\(number)@people.example"
                return other
            }
            try await stage.database.write { try MailingStore.freeze(all, for: id, in: $0) }
            #expect(try await MailingStage.progress(stage, id).total == 450)
        }
    }
}
