import Base
import HTML
import Store
import TestKit
import Testing

@testable import Convene
@testable import People

@Suite("Telling people of a release")
struct NoticeActionsTests {
    private static let event = ProgrammeStage.event
    private static let organiser = ProgrammeStage.organiser

    private static func add(_ title: String, _ start: String, _ people: [String], _ tx: Writer) throws -> Session {
        var draft = ProgrammeStage.draft(title, start)
        draft.people = people.map { SessionDraft.Person(name: $0) }
        return try ProgrammeActions.addSession(draft, to: event, by: organiser, in: tx)
    }
    private static func publish(_ tx: Writer) throws {
        try ReleaseActions.publish(event, message: Localized("Out"), by: organiser, in: tx)
    }
    private static func tell(_ number: Int, _ tx: Writer, by viewer: Viewer? = organiser) throws -> Int {
        let chosen = Set(try NoticeActions.look(at: number, of: event, by: organiser, in: tx).entries.map(\.notice.key))
        return try NoticeActions.tell(number, of: event, chosen: chosen, by: viewer, in: tx) { entry, address in
            LetterDraft(to: address, subject: entry.notice.name, text: "", language: .en, purpose: "release")
        }
    }
    private static func letters(_ tx: Reader) throws -> [String] {
        try LetterStore.recent(50, in: tx).map { "\($0.to) \($0.subject)" }.sorted()
    }

    @Test("each person gets one letter a release, and only if something changed for her", arguments: Backend.available)
    func once(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let moved = try await database.write { tx in
                let first = try Self.add("A", "09:00", ["Ana"], tx)
                _ = try Self.add("B", "10:00", ["Bo", "Ana"], tx)
                _ = try NoticeActions.link("Ana", to: "ana@example.org", of: Self.event, by: Self.organiser, in: tx)
                _ = try NoticeActions.link("Bo", to: "bo@example.org", of: Self.event, by: Self.organiser, in: tx)
                try Self.publish(tx)
                #expect(try Self.tell(1, tx) == 2)
                return first
            }
            #expect(try await database.read(Self.letters) == ["ana@example.org Ana", "bo@example.org Bo"])
            let again = await refused { try await database.write { _ = try Self.tell(1, $0) } }
            #expect(again == .conflict)
            try await database.write { tx in
                let draft = try #require(try ProgrammeStore.draft(of: Self.event, in: tx).session(moved.id))
                var change = SessionDraft(draft)
                change.start = ProgrammeStage.time("11:00")
                _ = try ProgrammeActions.changeSession(
                    moved.id, to: change, seen: nil, of: Self.event, by: Self.organiser, in: tx)
                try Self.publish(tx)
                #expect(try Self.tell(2, tx) == 1)
            }
            let older = await refused { try await database.write { _ = try Self.tell(1, $0) } }
            #expect(older == .conflict)
            #expect(try await database.read(Self.letters).count == 3)
        }
    }

    @Test("releases of which nobody was told are told together with the next", arguments: Backend.available)
    func gathered(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                _ = try Self.add("A", "09:00", ["Ana"], tx)
                try Self.publish(tx)
                _ = try Self.add("B", "10:00", ["Bo"], tx)
                try Self.publish(tx)
                let outlook = try NoticeActions.look(at: 2, of: Self.event, by: Self.organiser, in: tx)
                #expect(outlook.since == nil)
                #expect(outlook.entries.map(\.notice.name) == ["Ana", "Bo"])
                #expect(outlook.entries.allSatisfy { $0.address == nil })
                // Nobody can be reached: the release counts as told all the same.
                #expect(try Self.tell(2, tx) == 0)
                #expect(try NoticeActions.look(at: 2, of: Self.event, by: Self.organiser, in: tx).toldAt != nil)
            }
        }
    }

    @Test("two names of one person get one letter; who was not chosen gets none", arguments: Backend.available)
    func chosen(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { tx in
                _ = try Self.add("A", "09:00", ["Ana", "Ana María"], tx)
                _ = try Self.add("B", "10:00", ["Bo"], tx)
                try Self.publish(tx)
                for name in ["Ana", "Ana María"] {
                    _ = try NoticeActions.link(name, to: "Ana@example.org", of: Self.event, by: Self.organiser, in: tx)
                }
                _ = try NoticeActions.link("Bo", to: "bo@example.org", of: Self.event, by: Self.organiser, in: tx)
                let outlook = try NoticeActions.look(at: 1, of: Self.event, by: Self.organiser, in: tx)
                #expect(outlook.entries.count == 3 && outlook.entries.allSatisfy { $0.address != nil })
                let chosen = Set(outlook.entries.map(\.notice.key)).subtracting([folded("Bo")])
                let count = try NoticeActions.tell(1, of: Self.event, chosen: chosen, by: Self.organiser, in: tx) { entry, to in
                    LetterDraft(to: to, subject: entry.notice.name, text: "", language: .en, purpose: "release")
                }
                #expect(count == 1)
                #expect(try Self.letters(tx) == ["Ana@example.org Ana"])
            }
        }
    }

    @Test("only organisers of the event look, tell and link; a wrong address and an unknown name are refused")
    func refusals() async throws {
        try await ProgrammeStage.run(.sqlite) { database in
            try await database.write { tx in
                _ = try Self.add("A", "09:00", ["Ana"], tx)
                try Self.publish(tx)
            }
            for viewer in [ProgrammeStage.editor, ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere)] {
                #expect(await refused { try await database.write { _ = try Self.tell(1, $0, by: viewer) } } == .forbidden)
                let link = await refused {
                    try await database.write {
                        _ = try NoticeActions.link("Ana", to: "a@example.org", of: Self.event, by: viewer, in: $0)
                    }
                }
                #expect(link == .forbidden)
            }
            func link(_ name: String, _ address: String) async -> Refusal.Code? {
                await refused {
                    try await database.write {
                        _ = try NoticeActions.link(name, to: address, of: Self.event, by: Self.organiser, in: $0)
                    }
                }
            }
            #expect(await link("Ana", "not an address") == .invalid)
            #expect(await link("Zoe", "zoe@example.org") == .notFound)
            #expect(await link("Ana", "a@example.org\r\nBcc: b@example.org") == .invalid)
        }
    }
}
