import Base
import Store
import TestKit
import Testing

@testable import Convene
@testable import People

@Suite("What conferences hold of persons")
struct AppearanceStoreTests {
    private static func stage(_ tx: Writer) throws -> (Identifier, Identifier) {
        var draft = ProgrammeStage.draft("A", "09:00")
        draft.people = [SessionDraft.Person(name: "Ana")]
        _ = try ProgrammeActions.addSession(draft, to: ProgrammeStage.event, by: ProgrammeStage.organiser, in: tx)
        let ana = try NoticeActions.link(
            "Ana", to: "ana@example.org", of: ProgrammeStage.event, by: ProgrammeStage.organiser, in: tx)
        try NoticeStore.insert(1, of: ProgrammeStage.id, person: ana.id, letter: tx.newID(), in: tx)
        let other = Person(id: tx.newID(), name: "Ana García")
        try PersonStore.insert(other, in: tx)
        return (ana.id, other.id)
    }
    private static func linked(_ tx: Reader) throws -> [Identifier?] {
        try ProgrammeStore.draft(of: ProgrammeStage.event, in: tx).sessions.flatMap(\.appearances).map(\.person)
    }

    @Test("erasing unties the name from the person and leaves the plan", arguments: Backend.available)
    func erase(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                let (ana, _) = try Self.stage(tx)
                for record in AppearanceStore.records {
                    if case .removed(let remove) = record.erasure { try remove(ana, tx) }
                }
                #expect(try Self.linked(tx) == [nil])
                #expect(try NoticeStore.recipients(1, of: ProgrammeStage.id, in: tx).isEmpty)
            }
        }
    }

    @Test("merging moves appearances and notices, and trips over none that both have", arguments: Backend.available)
    func merge(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                let (ana, other) = try Self.stage(tx)
                try NoticeStore.insert(1, of: ProgrammeStage.id, person: other, letter: tx.newID(), in: tx)
                try NoticeStore.insert(2, of: ProgrammeStage.id, person: ana, letter: tx.newID(), in: tx)
                for record in AppearanceStore.records { try record.merge(ana, other, tx) }
                #expect(try Self.linked(tx) == [other])
                #expect(try NoticeStore.recipients(1, of: ProgrammeStage.id, in: tx) == [other])
                #expect(try NoticeStore.recipients(2, of: ProgrammeStage.id, in: tx) == [other])
            }
        }
    }
}
