import Base
import Store
import Testing
import TestKit

@testable import Convene

@Suite struct EventRegisterStoreTests {
    @Test("The database itself refuses an event that ends before it begins", arguments: Backend.available)
    func check(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            await #expect(throws: (any Error).self) {
                try await world.database.write { tx in
                    try tx.execute("UPDATE event SET last_day = '2025-12-01' WHERE id = \(event.id)")
                }
            }
            #expect(try await world.database.read { try EventStore.find(event.id, in: $0)?.last.description } == "2025-12-04")
        }
    }

    @Test("A list of parties takes the place of the one before", arguments: Backend.available)
    func replacement(_ backend: Backend) async throws {
        try await EventWorld.with(backend) { world in
            let event = try await world.event()
            let administrator = world.administrator
            let names = try await world.database.write { tx in
                for list in [["A", "B", "C"], ["D"]] {
                    try EventActions.setParties(
                        list.map { PartyDraft(.partner, name: Localized($0)) }, of: event.id, by: administrator, in: tx)
                }
                return try EventStore.file(event, in: tx).parties.map { $0.name.text(.en) }
            }
            #expect(names == ["D"])
        }
    }
}
