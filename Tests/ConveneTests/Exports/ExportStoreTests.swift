import Base
import Foundation
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct ExportStoreTests {
    /// Two releases: in the second one talk is gone and another begins later.
    private func publish(_ world: EventWorld, _ event: Event) async throws -> [Session] {
        let administrator = world.administrator
        return try await world.database.write { tx in
            let ids = try (0..<3).map { index in
                try ProgrammeActions.addSession(
                    SessionDraft(
                        date: event.first, start: ClockTime(minutes: 540 + 60 * index), minutes: 60, kind: .talk,
                        title: Localized("Talk \(index)")), to: event, by: administrator, in: tx)
            }
            let first = try ReleaseActions.publish(event, message: Localized("One"), by: administrator, in: tx)
            _ = try ProgrammeActions.removeSession(ids[0].id, seen: nil, of: event, by: administrator, in: tx)
            _ = try ReleaseActions.publish(event, message: Localized("Two"), by: administrator, in: tx)
            return first.programme.sessions
        }
    }

    @Test("A source has the latest release, what came before it and what everybody may see", arguments: Backend.available)
    func source(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            #expect(try await world.database.read { try ExportStore.source(of: event, in: $0) }.release == nil)
            let sessions = try await publish(world, event)
            let administrator = world.administrator
            _ = try await world.database.write { tx in
                for (visibility, name) in [(MaterialVisibility.everyone, "open"), (.team, "inside")] {
                    _ = try MaterialActions.add(
                        MaterialDraft(kind: .link, visibility: visibility, url: "https://\(name).example/"), file: nil,
                        to: sessions[1].id, of: event, by: administrator, in: tx)
                }
            }
            let source = try await world.database.read { try ExportStore.source(of: event, in: $0) }
            #expect(source.release?.number == 2)
            #expect(source.history.cancelled.map(\.id) == [sessions[0].id])
            #expect(source.materials[sessions[1].id]?.map(\.url) == ["https://open.example/"])
            let entries = try await world.database.read { try ExportStore.changes(of: event.id, most: 20, in: $0) }
            #expect(entries.map(\.release.number) == [2, 1] && entries[1].changes == nil)
            #expect(entries[0].changes?.map(\.code) == ["sessionRemoved"])
            #expect(try await world.database.read { try ExportStore.changes(of: event.id, most: 1, in: $0) }.count == 1)
        }
    }

    @Test("Each address answers with its form, and none before the first release but the calendar", arguments: Backend.available)
    func routes(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let begin = [
                "schedule.xml": "<?xml", "schedule.json": "{\"$schema\"", "programme.csv": "\u{FEFF}guid,",
                "programme.jsonld": "{\"@context\"",
            ]
            for name in begin.keys {
                #expect(try await EventWorld.refusal { try await world.ask("/e/gmc-2025/" + name) }?.code == .notFound)
            }
            #expect(try await world.page("/e/gmc-2025/changes.atom").contains("<feed"))
            let sessions = try await publish(world, event)
            for (name, start) in begin {
                let text = try await world.page("/e/gmc-2025/" + name)
                // Bytes: a mark at the beginning is no character of its own.
                #expect(text.utf8.starts(with: start.utf8), "\(name)")
                #expect(text.contains("Talk 1") && text.contains(sessions[1].id.text), "\(name)")
            }
            let feed = try await world.page("/e/gmc-2025/changes.atom")
            #expect(feed.components(separatedBy: "<entry>").count == 3 && feed.contains("Talk 0"))
            for path in [
                "rooms/\(event.id)/room.ics", "tracks/\(event.id)/track.ics", "speakers/x/speaker.ics", "rooms/x/room.ics",
            ] {
                #expect(try await EventWorld.refusal { try await world.ask("/e/gmc-2025/" + path) }?.code == .notFound, "\(path)")
            }
        }
    }
}
