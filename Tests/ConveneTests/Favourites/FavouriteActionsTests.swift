import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct FavouriteActionsTests {
    private func trail(_ stage: FavouriteStage) async throws -> (audit: [String], notes: [String]) {
        try await stage.world.database.read { tx in
            (
                try tx.rows("SELECT verb FROM audit WHERE verb LIKE 'favourite.%' ORDER BY id").map { try $0.text("verb") },
                try tx.rows("SELECT name FROM note WHERE name LIKE 'favourite.%' ORDER BY id").map { try $0.text("name") }
            )
        }
    }

    @Test("Choosing leaves one row and one note each; what changes nothing leaves none", arguments: Backend.available)
    func choosing(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, reader, first) = (stage.event, stage.reader, stage.sessions[0])
            try await stage.world.database.write { tx in
                try FavouriteActions.add(first, of: event, by: reader, in: tx)
                try FavouriteActions.add(first, of: event, by: reader, in: tx)
                try FavouriteActions.adopt(stage.sessions + [Identifier(at: Instant(seconds: 9))], of: event, by: reader, in: tx)
                try FavouriteActions.adopt(stage.sessions, of: event, by: reader, in: tx)
                try FavouriteActions.remove(first, of: event, by: reader, in: tx)
                try FavouriteActions.remove(first, of: event, by: reader, in: tx)
            }
            #expect(try await Set(stage.chosen(by: reader)) == Set(stage.sessions[1...]))
            let trail = try await trail(stage)
            #expect(trail.audit == ["favourite.added", "favourite.adopted", "favourite.removed"])
            #expect(trail.notes == trail.audit)
        }
    }

    @Test("Nobody without an account, and nothing that is not in the programme", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, first) = (stage.event, stage.sessions[0])
            let database = stage.world.database
            let calls: [@Sendable (Viewer?, Writer) throws -> Void] = [
                { try FavouriteActions.add(first, of: event, by: $0, in: $1) },
                { try FavouriteActions.remove(first, of: event, by: $0, in: $1) },
                { try FavouriteActions.adopt([first], of: event, by: $0, in: $1) },
                { _ = try FavouriteActions.renewCalendar(of: event, by: $0, in: $1) },
                { try FavouriteActions.endCalendar(of: event, by: $0, in: $1) },
            ]
            for call in calls {
                #expect(try await EventWorld.refusal { try await database.write { try call(nil, $0) } }?.code == .signInNeeded)
            }
            let strange = Identifier(at: Instant(seconds: 9))
            let refusal = try await EventWorld.refusal {
                try await database.write { try FavouriteActions.add(strange, of: event, by: stage.reader, in: $0) }
            }
            #expect(refusal?.code == .notFound)
            #expect(try await trail(stage).audit.isEmpty)
        }
    }

    @Test("A draft cannot be chosen before it is published", arguments: Backend.available)
    func drafts(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let event = stage.event
            let refusal = try await EventWorld.refusal {
                try await stage.world.database.write { [administrator = stage.world.administrator] tx in
                    let draft = SessionDraft(
                        date: event.first, start: ClockTime(minutes: 800), minutes: 30, kind: .talk, title: Localized("Secret"))
                    let session = try ProgrammeActions.addSession(draft, to: event, by: administrator, in: tx)
                    try FavouriteActions.add(session.id, of: event, by: stage.reader, in: tx)
                }
            }
            #expect(refusal?.code == .notFound)
        }
    }

    @Test("A calendar's secret opens one event of one person until it is renewed or ended", arguments: Backend.available)
    func calendars(_ backend: Backend) async throws {
        try await FavouriteStage.with(backend) { stage in
            let (event, reader, database) = (stage.event, stage.reader, stage.world.database)
            let other = try await stage.world.event("other-2025")
            let (old, new) = try await database.write { tx in
                try FavouriteActions.add(stage.sessions[0], of: event, by: reader, in: tx)
                let old = try FavouriteActions.renewCalendar(of: event, by: reader, in: tx)
                #expect(try FavouriteActions.open(old, of: event, in: tx) == [stage.sessions[0]])
                return (old, try FavouriteActions.renewCalendar(of: event, by: reader, in: tx))
            }
            func opens(_ secret: String, _ event: Event) async throws -> Bool {
                try await EventWorld.refusal { try await database.read { try FavouriteActions.open(secret, of: event, in: $0) } }
                    == nil
            }
            #expect(try await opens(new, event))
            for (secret, event) in [(old, event), (new, other), ("", event), (CalendarSecret.new(), event)] {
                #expect(try await !opens(secret, event))
            }
            let kept = try await database.read {
                try $0.rows("SELECT digest FROM favourite_calendar").map { try $0.text("digest") }
            }
            #expect(kept.count == 1 && !kept.contains(new))
            stage.world.clock.advance(seconds: 1)
            try await database.write { try FavouriteActions.endCalendar(of: event, by: reader, in: $0) }
            #expect(try await !opens(new, event))
            #expect(
                try await trail(stage).audit.suffix(3) == [
                    "favourite.calendarMade", "favourite.calendarMade", "favourite.calendarEnded",
                ])
        }
    }
}
