import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct AnswerPersonalStoreTests {
    @Test("a person is given all that she answered, and it goes with her", arguments: Backend.available)
    func personal(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let (export, before, after) = try await stage.database.write { tx in
                let person = tx.newID()
                try tx.execute("UPDATE registration SET person_id = \(person) WHERE id = \(one.id)")
                func rows() throws -> [Int] { try AnswerPersonalStore.records.map { try tx.rows($0.export(person)).count } }
                let export = try AnswerPersonalStore.export(one.id, in: .en, in: tx)
                let before = try rows()
                for record in AnswerPersonalStore.records {
                    if case .removed(let remove) = record.erasure { try remove(person, tx) }
                }
                return (export, before, try rows())
            }
            #expect(before == [1, 2, 1, 0])
            #expect(after == [0, 0, 0, 0])
            #expect(export?.answers.map(\.answer) == ["Ada", "YES", "P123", "VEGAN", "yes"])
            #expect(export?.consents.map(\.given) == [true])
            #expect(!json(export).contains("Note of the desk"))
        }
    }
}
