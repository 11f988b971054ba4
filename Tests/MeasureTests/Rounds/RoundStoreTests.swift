import Base
import Store
import TestKit
import Testing

@testable import Measure

@Suite struct RoundStoreTests {
    @Test("an expert who is erased goes with address, link and answers", arguments: Backend.available)
    func erased(backend: Backend) async throws {
        try await MeasureStage.with(backend) { (stage) async throws in
            let (id, administrator) = (stage.edition.id, stage.administrator)
            let known = try await stage.person("Known")
            try await stage.database.write { tx in
                _ = try RoundActions.invite(
                    "Known", email: "known@people.example", language: .en, to: id, by: administrator, in: tx)
                let letters = try RoundActions.open(.empty, of: id, by: administrator, in: tx).letters
                try RoundActions.answer(RoundActionsTests.answer(40, 50), with: letters[0].secret, in: tx)
            }
            #expect(
                try await stage.database.read { (tx) throws in try RoundStore.experts(of: id, in: tx).map(\.person) } == [
                    known.person
                ])
            #expect(
                try await stage.database.read { (tx) throws in try tx.rows(RoundStore.personal.export(known.person)).count } == 1)
            guard case .removed(let erase) = RoundStore.personal.erasure else { return }
            try await stage.database.write { (tx) throws in try erase(known.person, tx) }
            #expect(try await stage.database.read { (tx) throws in try RoundStore.experts(of: id, in: tx).isEmpty })
            #expect(try await stage.database.read { (tx) throws in try RoundStore.answers(ofAll: id, in: tx).isEmpty })
        }
    }
}
