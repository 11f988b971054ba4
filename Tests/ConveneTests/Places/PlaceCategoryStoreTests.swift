import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlaceCategoryStoreTests {
    @Test("categories come in their order with their counts, in one statement for any number", arguments: Backend.available)
    func listing(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 7) { stage in
            @Sendable func look() async throws -> ([PlaceCategoryStore.Counted], Int) {
                try await stage.database.read { [event = stage.event] tx in
                    let before = tx.statements
                    return (try PlaceCategoryStore.all(of: event.id, in: tx), tx.statements - before)
                }
            }
            let (two, statements) = try await look()
            #expect(two.map(\.category) == [stage.room, stage.online])
            #expect(two.map(\.count.capacity) == [7, PlaceCategory.unlimited] && two[1].count.isUnlimited)
            let third = try await stage.add(1) { $0.lottery = .init(until: Instant(seconds: 9), seed: "s") }
            let (three, after) = try await look()
            #expect(three.last?.category == third && after == statements && statements == 1)
            let due = try await stage.database.read { [event = stage.event] in
                try PlaceCategoryStore.drawsDue(of: event.id, in: $0)
            }
            #expect(due == [third])
        }
    }
}
