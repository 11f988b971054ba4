import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct SeatStoreTests {
    @Test("seats of an event and of a registration", arguments: Backend.available)
    func reading(_ backend: Backend) async throws {
        try await DoorStage.with(backend) { stage in
            try await stage.set(7)
            let ana = try await stage.register(1)[0]
            try await stage.take(ana)
            let (all, own) = try await stage.database.read { tx in
                (try SeatStore.all(of: stage.event.id, in: tx), try SeatStore.of(ana.id, in: tx))
            }
            #expect(all.map(\.session) == [stage.session] && all.map(\.count) == [PlaceCount(capacity: 7, taken: 1)])
            #expect(own == [stage.session])
            try await stage.database.write { try SeatStore.giveUpAll(of: ana.id, in: $0) }
            #expect(try await stage.database.read { try SeatStore.of(ana.id, in: $0) }.isEmpty)
        }
    }
}
