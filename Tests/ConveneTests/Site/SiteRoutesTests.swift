import Base
import Foundation
import HTTPTypes
import People
import Store
import Testing
import TestKit
import Web

@testable import Convene

@Suite struct SiteRoutesTests {
    /// Puts a programme out as the event's next release.
    private func publish(_ world: EventWorld, _ event: Event, _ titles: [String]) async throws -> [Session] {
        let administrator = world.administrator
        let date = event.first
        return try await world.database.write { tx in
            for session in try ProgrammeStore.draft(of: event, in: tx).sessions {
                _ = try ProgrammeActions.removeSession(session.id, seen: nil, of: event, by: administrator, in: tx)
            }
            for (index, title) in titles.enumerated() {
                let draft = SessionDraft(
                    date: date, start: ClockTime(minutes: 540 + 60 * index), minutes: 60, kind: .talk, title: Localized(title))
                _ = try ProgrammeActions.addSession(draft, to: event, by: administrator, in: tx)
            }
            return try ReleaseActions.publish(event, message: Localized("Out"), by: administrator, in: tx).programme.sessions
        }
    }

    @Test("A draft never shows: before the first release the page says so", arguments: Backend.available)
    func unpublished(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let administrator = world.administrator
            _ = try await world.database.write { tx in
                let draft = SessionDraft(
                    date: event.first, start: ClockTime(minutes: 540), minutes: 60, kind: .talk, title: Localized("Secret plan"))
                return try ProgrammeActions.addSession(draft, to: event, by: administrator, in: tx)
            }
            for path in ["/e/gmc-2025", "/e/gmc-2025/programme", "/e/gmc-2025/programme.ics", "/editions"] {
                #expect(try await !world.page(path).contains("Secret plan"))
            }
            #expect(try await world.page("/e/gmc-2025/programme").contains("has not been published yet"))
            #expect(try await EventWorld.refusal { try await world.ask("/e/gmc-2025/schedule.xml") }?.code == .notFound)
            #expect(try await world.page("/e/gmc-2025/programme.ics").contains("DTSTART;VALUE=DATE:20251202"))
        }
    }

    @Test("A session that was taken away is gone and called off; one that never was is not found", arguments: Backend.available)
    func gone(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let old = try #require(try await publish(world, event, ["Old talk"]).first)
            let new = try #require(try await publish(world, event, ["New talk"]).first)
            #expect(try await world.page("/e/gmc-2025/s/\(new.id)").contains("New talk"))
            #expect(try await EventWorld.refusal { try await world.ask("/e/gmc-2025/s/\(old.id)") }?.code == .gone)
            let never = Identifier(at: Instant(seconds: 3))
            #expect(try await EventWorld.refusal { try await world.ask("/e/gmc-2025/s/\(never)") }?.code == .notFound)
            #expect(try await EventWorld.refusal { try await world.ask("/e/gmc-2025/s/nonsense") }?.code == .notFound)
            let calendar = try await world.page("/e/gmc-2025/programme.ics")
            let parts = calendar.components(separatedBy: "BEGIN:VEVENT")
            #expect(parts.first { $0.contains("UID:\(old.id)@conference.example") }?.contains("STATUS:CANCELLED") == true)
            #expect(parts.first { $0.contains("UID:\(new.id)@conference.example") }?.contains("STATUS:CONFIRMED") == true)
            #expect(calendar.contains("SEQUENCE:2"))
        }
    }

    @Test("A hidden event has no page, calendar or file, but for its readers", arguments: Backend.available)
    func hidden(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event("hidden-2027", isPublic: false)
            _ = try await publish(world, event, ["Talk"])
            let reader = EventWorld.viewer(.reader, in: event.id)
            for path in ["", "/programme", "/programme.ics", "/schedule.xml"] {
                #expect(try await EventWorld.refusal { try await world.ask("/e/hidden-2027" + path) }?.code == .notFound)
                #expect(try await EventWorld.refusal { try await world.ask("/e/hidden-2027" + path, as: reader) } == nil)
            }
            #expect(try await !world.page("/editions").contains("hidden-2027"))
        }
    }

    @Test("Public pages are shared until the next start or end, and named by the event's topic", arguments: Backend.available)
    func keeping(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            _ = try await publish(world, event, ["Talk"])
            world.clock.now = Instant(seconds: Int64(event.first.dayNumber) * 86_400)
            guard case .shared(let topics, let until) = try await world.ask("/e/gmc-2025/programme").keeping else {
                Issue.record("not shared")
                return
            }
            #expect(topics == [event.topic])
            #expect(until?.description == "2025-12-02T15:00:00Z")
        }
    }

    @Test("The desk lists one's own events only; a form with faults comes back with what was typed", arguments: Backend.available)
    func desk(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            _ = try await world.event("other-2025")
            let organiser = EventWorld.viewer(.organiser, in: event.id)
            let list = try await world.page("/desk", as: organiser)
            #expect(list.contains("/desk/e/gmc-2025") && !list.contains("/desk/e/other-2025"))
            #expect(try await EventWorld.refusal { try await world.ask("/desk") }?.code == .signInNeeded)
            #expect(try await EventWorld.refusal { try await world.ask("/desk/e/other-2025", as: organiser) }?.code == .forbidden)
            let form = [
                ("slug", "gmc-2025"), ("name_en", "Typed <name>"), ("zone", "GMT+2"), ("first", "2025-12-02"),
                ("last", "2025-12-04"),
            ]
            let answer = try await world.ask("/desk/e/gmc-2025", post: form.map { (name: $0.0, value: $0.1) }, as: organiser)
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.status.code == 422)
            #expect(text.contains("Typed &lt;name&gt;") && text.contains("GMT+2") && text.contains(##"href="#zone""##))
        }
    }
}
