import Base
import People
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct EventActionsTests {
    @Test("Only the secretariat makes events; an organiser keeps the own one and no other", arguments: Backend.available)
    func permissions(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let other = try await world.event("other-2025")
            let draft = try EventWorld.draft("new-2026")
            for viewer in [nil, EventWorld.viewer(.organiser, in: event.id), EventWorld.viewer(.editor)] as [Viewer?] {
                let refusal = try await EventWorld.refusal {
                    try await world.database.write { [series = world.series] in
                        try EventActions.create(draft, in: series.id, by: viewer, in: $0)
                    }
                }
                #expect(refusal?.code == (viewer == nil ? .signInNeeded : .forbidden))
            }
            var changed = EventDraft(event)
            changed.shortName = "GMC 25"
            let organiser = EventWorld.viewer(.organiser, in: event.id)
            let kept = try await world.database.write { [changed] in
                try EventActions.change(event.id, to: changed, by: organiser, in: $0)
            }
            #expect(kept.shortName == "GMC 25")
            let elsewhere = try await EventWorld.refusal {
                try await world.database.write { [changed] in
                    try EventActions.change(other.id, to: changed, by: organiser, in: $0)
                }
            }
            #expect(elsewhere?.code == .forbidden)
            #expect(try await world.database.read { try EventStore.find(other.id, in: $0)?.shortName } == "GMC")
        }
    }

    @Test("An address is given once", arguments: Backend.available)
    func addresses(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let again = try await EventWorld.refusal { try await world.event() }
            #expect(again?.code == .conflict && again?.field == "slug")
            // Keeping one's own is no conflict.
            let draft = EventDraft(event)
            _ = try await world.database.write { [administrator = world.administrator] in
                try EventActions.change(event.id, to: draft, by: administrator, in: $0)
            }
            let series = try await EventWorld.refusal {
                try await world.database.write { [administrator = world.administrator] in
                    try EventActions.createSeries("gmc", name: Localized("x"), by: administrator, in: $0)
                }
            }
            #expect(series?.code == .conflict)
        }
    }

    @Test("A draft with a fault is refused and nothing is stored", arguments: Backend.available)
    func faults(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            var draft = try EventWorld.draft("bad-zone")
            draft.zone = "CST"
            let refusal = try await EventWorld.refusal {
                try await world.database.write { [draft, administrator = world.administrator, series = world.series] in
                    try EventActions.create(draft, in: series.id, by: administrator, in: $0)
                }
            }
            #expect(refusal?.words == "event.refusal.zone")
            #expect(try await world.database.read { try EventStore.all(in: $0).isEmpty })
        }
    }

    @Test("Every verb leaves one audit row and one note, and tells the pages", arguments: Backend.available)
    func traces(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let counts: @Sendable (Reader) throws -> [Int] = { tx in
                [
                    try tx.count("SELECT COUNT(*) FROM audit"), try tx.count("SELECT COUNT(*) FROM note"),
                    try tx.count("SELECT COUNT(*) FROM change WHERE topic = \(event.topic)"),
                ]
            }
            let before = try await world.database.read(counts)
            _ = try await world.database.write { [administrator = world.administrator] in
                try EventActions.announceTheme(Localized("Open"), of: event.id, by: administrator, in: $0)
            }
            let after = try await world.database.read(counts)
            #expect(after == before.map { $0 + 1 })
        }
    }

    @Test("A party is an organisation of the register or has a name", arguments: Backend.available)
    func parties(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let unknown = PartyDraft(.host, organisation: Identifier(at: Instant(seconds: 9)))
            for draft in [unknown, PartyDraft(.host)] {
                let refusal = try await EventWorld.refusal {
                    try await world.database.write { [administrator = world.administrator] in
                        try EventActions.setParties([draft], of: event.id, by: administrator, in: $0)
                    }
                }
                #expect(refusal?.words == "event.refusal.party")
            }
        }
    }

    @Test("Figures and outcomes can be taken away, but only from their own event", arguments: Backend.available)
    func removals(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let other = try await world.event("other-2025")
            let administrator = world.administrator
            let figure = try await world.database.write {
                try EventActions.addFigure(
                    FigureDraft(.planned, .about, 150, "inPerson", source: "Note"), to: event.id, by: administrator, in: $0)
            }
            let wrong = try await EventWorld.refusal {
                try await world.database.write {
                    try EventActions.removeFigure(figure.id, of: other.id, by: administrator, in: $0)
                }
            }
            #expect(wrong?.code == .notFound)
            try await world.database.write { try EventActions.removeFigure(figure.id, of: event.id, by: administrator, in: $0) }
            #expect(try await world.database.read { try EventStore.file(event, in: $0).figures.isEmpty })
        }
    }
}
