import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct PlaceCounterStoreTests {
    @Test("the database itself refuses one place too many", arguments: Backend.available)
    func check(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            for sql: SQL in [
                "UPDATE place_counter SET taken = 2 WHERE id = \(stage.room.id)",
                "UPDATE place_counter SET taken = -1 WHERE id = \(stage.room.id)",
            ] {
                await #expect(throws: StoreError.self) { try await stage.database.write { try $0.execute(sql) } }
            }
        }
    }

    @Test("places are taken one by one, given back, and never more than there are", arguments: Backend.available)
    func taking(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 2) { stage in
            let id = stage.room.id
            let (taken, arrivals, shrunk, count) = try await stage.database.write { tx in
                let taken = try (0..<3).map { _ in try PlaceCounterStore.take(id, in: tx) }
                let arrivals = [try PlaceCounterStore.arriveAndTake(id, in: tx), try PlaceCounterStore.arrive(id, in: tx)]
                let shrunk = try PlaceCounterStore.setCapacity(1, of: id, in: tx)
                try PlaceCounterStore.giveBack(id, in: tx)
                return (taken, arrivals, shrunk, try PlaceCounterStore.count(id, in: tx))
            }
            #expect(taken == [true, true, false])
            #expect(arrivals == [nil, 1])
            #expect(!shrunk)
            #expect(count == PlaceCount(capacity: 2, taken: 1) && count?.free == 1)
        }
    }
}
