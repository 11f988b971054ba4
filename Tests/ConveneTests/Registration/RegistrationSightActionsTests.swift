import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationSightActionsTests {
    @Test("a list is read in parts, and nobody is missed who changes meanwhile", arguments: Backend.available)
    func parts(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 3) { stage in
            let administrator = stage.world.administrator
            @Sendable func part(_ after: String?, _ filter: RegistrationFilter = RegistrationFilter(), limit: Int = 2)
                async throws
                -> ([String], String?, Int)
            {
                try await stage.database.read { [event = stage.event] tx in
                    let before = tx.statements
                    let (items, next) = try RegistrationSightActions.part(
                        of: event, filter, after: after, limit: limit, by: administrator, in: tx)
                    return (items.map(\.holder.name), next?.text, tx.statements - before)
                }
            }
            var all: [Registration] = []
            for name in ["Ana", "Bo", "Chen", "Núñez", "Ezra"] {
                all.append(try await stage.register(name))
                stage.world.clock.advance(seconds: 1)
            }
            let first = try await part(nil)
            #expect(first.0 == ["Ana", "Bo"])
            // The last of the part is cancelled before the next one is asked for.
            _ = try await stage.cancel(all[1])
            let second = try await part(first.1)
            #expect(second.0 == ["Chen", "Núñez"])
            let third = try await part(second.1)
            #expect(third.0 == ["Ezra"] && third.1 == nil)
            #expect(try await part(nil, limit: 1).2 == part(nil, limit: 3).2, "as many statements for one as for three")
            #expect(try await part(nil, RegistrationFilter(text: "NUNEZ")).0 == ["Núñez"])
            #expect(try await part(first.1, RegistrationFilter(text: "ana")).0 == [])
            #expect(try await part(nil, RegistrationFilter(states: [.cancelled])).0 == ["Bo"])
            #expect(try await part(nil, RegistrationFilter(category: stage.online.id)).0 == [])
            for cursor in ["", "x", stage.event.id.text] {
                let refused = try await EventWorld.refusal { try await part(cursor) }
                #expect(refused?.field == "after", "\(cursor)")
            }
        }
    }

    @Test("organisers of the event alone see a registration; another event's is not there")
    func rights() async throws {
        try await RegistrationStage.with(.sqlite) { stage in
            let one = try await stage.register("Ana")
            let other = try await stage.world.event("gmc-2026")
            @Sendable func see(_ event: Event, _ viewer: Viewer?) async throws -> Registration {
                try await stage.database.read { try RegistrationSightActions.one(one.id, of: event, by: viewer, in: $0) }
            }
            #expect(try await see(stage.event, stage.world.administrator).id == one.id)
            #expect(try await EventWorld.refusal { try await see(stage.event, nil) }?.code == .signInNeeded)
            for viewer in [EventWorld.viewer(.editor), EventWorld.viewer(.organiser, in: other.id)] {
                #expect(try await EventWorld.refusal { try await see(stage.event, viewer) }?.code == .forbidden)
            }
            #expect(try await EventWorld.refusal { try await see(other, stage.world.administrator) }?.code == .notFound)
            let list = try await EventWorld.refusal {
                try await stage.database.read { [event = stage.event] tx in
                    try RegistrationSightActions.part(
                        of: event, RegistrationFilter(), after: nil, limit: 1, by: EventWorld.viewer(.editor), in: tx
                    ).items
                }
            }
            #expect(list?.code == .forbidden)
        }
    }
}
