import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationListStoreTests {
    @Test("lists are filtered by kind, state and text; the number of statements is that for one", arguments: Backend.available)
    func listing(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            @Sendable func names(_ filter: RegistrationFilter) async throws -> ([String], Int) {
                try await stage.database.read { [event = stage.event] tx in
                    let before = tx.statements
                    let rows = try RegistrationListStore.all(of: event.id, filter, in: tx)
                    return (rows.map(\.holder.name).sorted(), tx.statements - before)
                }
            }
            _ = try await stage.register("Ana")
            let one = try await names(RegistrationFilter())
            _ = try await stage.register("Bo")
            _ = try await stage.register("Núñez", stage.online)
            _ = try await stage.hold(stage.online, key: "unfinished")
            let all = try await names(RegistrationFilter())
            #expect(all.0 == ["Ana", "Bo", "Núñez"] && all.1 == one.1)
            #expect(try await names(RegistrationFilter(category: stage.online.id)).0 == ["Núñez"])
            #expect(try await names(RegistrationFilter(states: [.waiting])).0 == ["Bo"])
            #expect(try await names(RegistrationFilter(text: "NUNEZ")).0 == ["Núñez"])
            let counts = try await stage.database.read { [event = stage.event] in
                try RegistrationListStore.counts(of: event.id, in: $0)
            }
            #expect(counts[stage.room.id] == [.confirmed: 1, .waiting: 1])
            #expect(counts[stage.online.id] == [.confirmed: 1, .held: 1])
        }
    }
}
