import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite("Publishing")
struct ReleaseActionsTests {
    private static let event = ProgrammeStage.event
    private static let organiser = ProgrammeStage.organiser

    private static func add(_ title: String, _ start: String, _ tx: Writer) throws {
        _ = try ProgrammeActions.addSession(ProgrammeStage.draft(title, start), to: event, by: organiser, in: tx)
    }

    @Test("only organisers publish and roll back", arguments: Backend.available)
    func permission(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await database.write { try Self.add("A", "09:00", $0) }
            func publish(_ viewer: Viewer?) async -> Refusal.Code? {
                await refused {
                    try await database.write { _ = try ReleaseActions.publish(Self.event, message: .empty, by: viewer, in: $0) }
                }
            }
            func restore(_ viewer: Viewer?) async -> Refusal.Code? {
                await refused {
                    try await database.write {
                        _ = try ReleaseActions.restore(1, of: Self.event, message: .empty, by: viewer, in: $0)
                    }
                }
            }
            for attempt in [publish, restore] {
                #expect(await attempt(nil) == .signInNeeded)
                #expect(await attempt(ProgrammeStage.viewer(.reader)) == .forbidden)
                #expect(await attempt(ProgrammeStage.editor) == .forbidden)
                #expect(await attempt(ProgrammeStage.viewer(.organiser, in: ProgrammeStage.elsewhere)) == .forbidden)
            }
            #expect(try await database.read { try ReleaseStore.list(of: ProgrammeStage.id, in: $0).count } == 0)
            #expect(await publish(Self.organiser) == nil)
            #expect(await restore(Self.organiser) == .conflict)
        }
    }

    @Test("a release freezes the draft, tells everyone once and is never changed", arguments: Backend.available)
    func publishing(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let release = try await database.write { tx in
                try Self.add("A", "09:00", tx)
                let before = try ProgrammeActionsTests.marks(tx)
                let release = try ReleaseActions.publish(Self.event, message: Localized("Out"), by: Self.organiser, in: tx)
                let after = try ProgrammeActionsTests.marks(tx)
                #expect((after.audit, after.notes, after.topics) == (before.audit + 1, before.notes + 1, before.topics + 1))
                return release
            }
            #expect((release.number, release.restores, release.digest.count) == (1, nil, 64))
            let again = await refused {
                try await database.write {
                    _ = try ReleaseActions.publish(Self.event, message: Localized("Again"), by: Self.organiser, in: $0)
                }
            }
            #expect(again == .conflict)
            try await database.write { tx in
                try Self.add("B", "10:00", tx)
                let draft = try ProgrammeStore.draft(of: Self.event, in: tx)
                _ = try ProgrammeActions.removeSession(
                    draft.sessions[0].id, seen: nil, of: Self.event, by: Self.organiser, in: tx)
                try ReleaseActions.publish(Self.event, message: Localized("Second"), by: Self.organiser, in: tx)
            }
            let first = try await database.read { try ReleaseStore.find(ProgrammeStage.id, 1, in: $0) }
            #expect(first == release)
            let heads = try await database.read { try ReleaseStore.list(of: ProgrammeStage.id, in: $0) }
            #expect(heads.map(\.number) == [2, 1])
            #expect(heads.map { $0.message.text(.en) } == ["Second", "Out"])
        }
    }

    @Test("what nobody looked at is not published, and neither is what cannot happen", arguments: Backend.available)
    func refusals(backend: Backend) async throws {
        var paris = ProgrammeStage.event
        paris.zone = "Europe/Paris"
        paris.first = CalendarDate("2025-03-30")!
        let event = paris
        try await ProgrammeStage.run(backend, event) { database in
            func publish(seen: String?) async -> Refusal? {
                do {
                    try await database.write {
                        _ = try ReleaseActions.publish(event, message: .empty, seen: seen, by: Self.organiser, in: $0)
                    }
                    return nil
                } catch { return error as? Refusal }
            }
            #expect(await publish(seen: nil)?.words == "release.refusal.empty")
            let seen = try await database.write { tx in
                try Self.add("A", "09:00", tx)
                return ReleaseStore.digest(of: try ProgrammeStore.draft(of: event, in: tx))
            }
            let gap = ProgrammeStage.draft("Gap", "02:15", on: event.first)
            try await database.write { _ = try ProgrammeActions.addSession(gap, to: event, by: Self.organiser, in: $0) }
            #expect(await publish(seen: seen)?.words == "release.refusal.changed")
            #expect(await publish(seen: nil)?.words == "release.refusal.blocked")
        }
    }

    @Test("rolling back brings the old programme into the draft and out as a new release", arguments: Backend.available)
    func restoring(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            let (first, third, draft, marks) = try await database.write { tx in
                try Self.add("A", "09:00", tx)
                try Self.add("B", "10:00", tx)
                let first = try ReleaseActions.publish(Self.event, message: .empty, by: Self.organiser, in: tx)
                for session in first.programme.sessions {
                    _ = try ProgrammeActions.removeSession(session.id, seen: nil, of: Self.event, by: Self.organiser, in: tx)
                }
                try Self.add("C", "11:00", tx)
                try ReleaseActions.publish(Self.event, message: .empty, by: Self.organiser, in: tx)
                let before = try ProgrammeActionsTests.marks(tx)
                let third = try ReleaseActions.restore(1, of: Self.event, message: .empty, by: Self.organiser, in: tx)
                let after = try ProgrammeActionsTests.marks(tx)
                return (
                    first, third, try ProgrammeStore.draft(of: Self.event, in: tx),
                    (after.audit - before.audit, after.notes - before.notes)
                )
            }
            #expect((third.number, third.restores) == (3, 1))
            #expect(third.programme == first.programme && draft == first.programme)
            #expect(third.digest == first.digest)
            #expect(marks == (1, 1))
        }
    }

    @Test("twenty publish at once and every number is given once", arguments: Backend.available)
    func parallel(backend: Backend) async throws {
        try await ProgrammeStage.run(backend) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        try await database.write { tx in
                            try Self.add("Talk \(index)", "09:00", tx)
                            try ReleaseActions.publish(Self.event, message: .empty, by: Self.organiser, in: tx)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let releases = try await database.read { try ReleaseStore.newest(30, of: ProgrammeStage.id, in: $0) }
            #expect(releases.map(\.number) == Array((1...20).reversed()))
            #expect(releases.map(\.programme.sessions.count) == Array((1...20).reversed()))
        }
    }
}
