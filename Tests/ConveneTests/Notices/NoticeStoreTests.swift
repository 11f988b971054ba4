import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Notices in the database")
struct NoticeStoreTests {
    @Test("the newest told release before a number is found; a second telling cannot be written", arguments: Backend.available)
    func told(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let person = ProgrammeStage.organiser.person
            try await database.write { tx in
                #expect(try NoticeStore.lastTold(before: 5, of: ProgrammeStage.id, in: tx) == nil)
                for number in [1, 3] { try NoticeStore.markTold(number, of: ProgrammeStage.id, by: person, in: tx) }
                #expect(try NoticeStore.lastTold(before: 3, of: ProgrammeStage.id, in: tx) == 1)
                #expect(try NoticeStore.lastTold(before: 9, of: ProgrammeStage.id, in: tx) == 3)
                #expect(try NoticeStore.told(2, of: ProgrammeStage.id, in: tx) == nil)
                #expect(try NoticeStore.told(3, of: ProgrammeStage.id, in: tx) == tx.now)
                try NoticeStore.insert(3, of: ProgrammeStage.id, person: person, letter: tx.newID(), in: tx)
                #expect(try NoticeStore.recipients(3, of: ProgrammeStage.id, in: tx) == [person])
            }
            await #expect(throws: StoreError.self) {
                try await database.write { try NoticeStore.markTold(3, of: ProgrammeStage.id, by: person, in: $0) }
            }
        }
    }
}
