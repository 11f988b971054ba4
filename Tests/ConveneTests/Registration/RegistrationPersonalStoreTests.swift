import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationPersonalStoreTests {
    @Test("erased, nothing in the row says who it was, and her place is the next one's", arguments: Backend.available)
    func erasing(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let mine = try await stage.register("Ana")
            let next = try await stage.register("Bo")
            try await stage.database.write { tx in try RegistrationPersonalStore.erase(mine, in: tx) }
            let row = try await stage.now(mine)
            #expect(row.state == .cancelled && !row.hasPlace && row.holder.name == "—" && row.holder.email.isEmpty)
            #expect(row.generation > mine.generation)
            try await stage.database.group(lane: stage.lane) { [tell = stage.tell, room = stage.room] tx in
                try WaitingActions.promote(room.id, tell: tell, in: tx)
            }
            let offered = try await stage.now(next)
            #expect(offered.state == .offered)
            #expect(try await stage.broken() == nil)
        }
    }
}
