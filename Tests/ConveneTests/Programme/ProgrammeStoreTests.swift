import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("The draft in the database")
struct ProgrammeStoreTests {
    /// Something in every field, so that a column that is forgotten shows.
    private static func full() -> Programme {
        let room = Room(
            id: Identifier(at: ProgrammeStage.now), name: Localized(["en": "Hall", "es": "Sala"]), position: 2, capacity: 300)
        var session = ProgrammeStage.session("Opening", "09:20", minutes: 40, room: room)
        session.kind = .release
        session.title = Localized(["es": "Apertura", "zh": "开幕"], authentic: "es")
        session.abstract = Localized("What, and why")
        session.section = Localized("Ceremony")
        session.languages = ["es", "zh-Hans"]
        session.slots = Slot.split(start: session.start, minutes: 40, each: 8) { _ in Identifier(at: ProgrammeStage.now) }
        session.appearances = Presence.allCases.map { ProgrammeStage.appearance("Person \($0)", $0, role: .chair) }
        session.appearances[0].person = Identifier(at: ProgrammeStage.now)
        session.appearances[0].affiliation = "UNESCO"
        var programme = ProgrammeStage.programme([session, ProgrammeStage.session("Night", "25:30")], rooms: [room])
        programme.days[0].ends = ClockTime(minutes: 1680)
        return programme
    }

    @Test("a programme comes back as it went in", arguments: Backend.available)
    func roundTrip(backend: Backend) async throws {
        let programme = Self.full()
        try await ProgrammeStage.run(backend) { database in
            let read = try await database.write { tx in
                let empty = try ProgrammeStore.draft(of: ProgrammeStage.event, in: tx)
                try ProgrammeStore.replace(empty, with: programme, of: ProgrammeStage.id, version: 1, in: tx)
                return try ProgrammeStore.draft(of: ProgrammeStage.event, in: tx)
            }
            #expect(read == programme)
        }
    }

    @Test("one programme becomes another, and only that", arguments: Backend.available)
    func replacing(backend: Backend) async throws {
        let before = Self.full()
        var after = before
        after.sessions.removeLast()
        after.sessions[0].slots = []
        after.sessions[0].room = nil
        after.rooms = [ProgrammeStage.room("Foyer")]
        after.days.append(ProgrammeDay(date: ProgrammeStage.second, ends: ClockTime(minutes: 1440)))
        let wanted = after
        try await ProgrammeStage.run(backend) { database in
            let read = try await database.write { tx in
                try ProgrammeStore.replace(
                    Programme(zone: before.zone), with: before, of: ProgrammeStage.id, version: 1, in: tx)
                try ProgrammeStore.replace(before, with: wanted, of: ProgrammeStage.id, version: 2, in: tx)
                return try ProgrammeStore.draft(of: ProgrammeStage.event, in: tx)
            }
            #expect(read == wanted)
        }
    }

    @Test("a draft takes as many queries for three sessions as for one", arguments: Backend.available)
    func queries(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            var counts: [Int] = []
            for number in 1...3 {
                try await database.write { tx in
                    var session = ProgrammeStage.session("Talk \(number)", "\(number + 8):00")
                    session.appearances = [ProgrammeStage.appearance("Ada")]
                    session.slots = Slot.split(start: session.start, minutes: 30, each: 10) { _ in tx.newID() }
                    try ProgrammeStore.insert(session, of: ProgrammeStage.id, version: 1, in: tx)
                }
                counts.append(
                    try await database.read { tx in
                        _ = try ProgrammeStore.draft(of: ProgrammeStage.event, in: tx)
                        return tx.statements
                    })
            }
            #expect(counts == [6, 6, 6])
        }
    }

    @Test("the version rises by one with each change", arguments: Backend.available)
    func versions(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let seen = try await database.write { tx in
                [
                    try ProgrammeStore.version(of: ProgrammeStage.id, in: tx),
                    try ProgrammeStore.advance(ProgrammeStage.id, in: tx),
                    try ProgrammeStore.advance(ProgrammeStage.id, in: tx),
                    try ProgrammeStore.version(of: ProgrammeStage.id, in: tx),
                ]
            }
            #expect(seen == [0, 1, 2, 2])
        }
    }
}
