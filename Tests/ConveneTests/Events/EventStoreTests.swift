import Base
import People
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct EventStoreTests {
    @Test("Everything about an event comes back as it was told, in its order", arguments: Backend.available)
    func roundTrip(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let administrator = world.administrator
            let date = try EventWorld.day("2025-12-04")
            let file = try await world.database.write { tx in
                let host = try OrganisationActions.register(
                    OrganisationDraft(
                        slug: "unam", names: Localized(["en": "UNAM", "es": "Universidad"]), kind: .university,
                        country: try #require(Country(rawValue: "MX"))),
                    by: administrator, in: tx)
                for text in ["First wording", "Second wording", "Third wording"] {
                    try EventActions.announceTheme(Localized(text), source: "Note", of: event.id, by: administrator, in: tx)
                }
                try EventActions.setParties(
                    [PartyDraft(.host, organisation: host.id), PartyDraft(.organiser, name: Localized("GMA"))], of: event.id,
                    by: administrator, in: tx)
                for value in [150, 180] {
                    try EventActions.addFigure(
                        FigureDraft(.actual, .moreThan, value, "people", asOf: date, source: "Note"), to: event.id,
                        by: administrator, in: tx)
                }
                for title in ["Declaration", "Report"] {
                    try EventActions.addOutcome(Localized(title), to: event.id, by: administrator, in: tx)
                }
                return try EventStore.file(event, in: tx)
            }
            #expect(file.event == event)
            #expect(file.themes.map { $0.text.text(.en) } == ["First wording", "Second wording", "Third wording"])
            #expect(file.theme?.text.text(.en) == "Third wording")
            #expect(file.parties.map { file.name(of: $0).text(.es) } == ["Universidad", "GMA"])
            #expect(file.organisation(of: file.parties[0])?.path == "/o/unam")
            #expect(file.figures.map(\.value) == [150, 180])
            #expect(file.figures.first?.asOf == date)
            #expect(file.outcomes.map { $0.title.text(.en) } == ["Declaration", "Report"])
        }
    }

    @Test("One edition takes as many statements as ten", arguments: Backend.available)
    func statements(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let count: @Sendable (Reader) throws -> Int = { tx in
                let before = tx.statements
                _ = try EventStore.editions(in: tx)
                return tx.statements - before
            }
            let administrator = world.administrator
            func add(_ slug: String) async throws {
                let event = try await world.event(slug)
                try await world.database.write { tx in
                    let host = try OrganisationActions.register(
                        OrganisationDraft(
                            slug: "host-" + slug, names: Localized(slug), kind: .university,
                            country: try #require(Country(rawValue: "MX"))),
                        by: administrator, in: tx)
                    try EventActions.setParties(
                        [PartyDraft(.host, organisation: host.id)], of: event.id, by: administrator, in: tx)
                }
            }
            try await add("one-2025")
            let one = try await world.database.read(count)
            for index in 0..<9 { try await add("more-\(index)") }
            #expect(try await world.database.read(count) == one)
            #expect(one <= 7)
        }
    }

    @Test("What is not public is not found, but for its readers", arguments: Backend.available)
    func visibility(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let hidden = try await world.event("hidden-2027", isPublic: false)
            func look(_ viewer: Viewer?) async throws -> Refusal? {
                try await EventWorld.refusal {
                    try await world.database.read { try EventStore.visible(slug: "hidden-2027", to: viewer, in: $0) }
                }
            }
            #expect(try await look(nil)?.code == .notFound)
            #expect(try await look(EventWorld.viewer(.reader, in: Identifier(at: Instant(seconds: 5))))?.code == .notFound)
            #expect(try await look(EventWorld.viewer(.reader, in: hidden.id)) == nil)
            #expect(try await world.database.read { try EventStore.editions(in: $0).isEmpty })
        }
    }
}
