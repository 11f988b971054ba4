import Base
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct RegistrationMoveActionsTests {
    @Test("from on line to the room: at once, or in its turn; and the other way", arguments: Backend.available)
    func moving(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let inRoom = try await stage.register("Ana")
            let far = try await stage.register("Bo", stage.online)
            @Sendable func change(_ one: Registration, _ to: PlaceCategory) async throws -> Registration {
                try await stage.database.group(lane: stage.lane) { [tell = stage.tell] tx in
                    try RegistrationMoveActions.change(one, to: to, by: nil, tell: tell, in: tx)
                }
            }
            let wishing = try await change(far, stage.room)
            #expect(wishing.category == stage.online.id && wishing.wanted == stage.room.id && wishing.hasPlace)
            _ = try await change(inRoom, stage.online)
            let arrived = try await stage.now(far)
            #expect(arrived.category == stage.room.id && arrived.wanted == nil && arrived.state == .confirmed)
            #expect(stage.told.of(far) == [.confirmed, .moved])
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("passed to another person, the old address of the page opens nothing any more", arguments: Backend.available)
    func transfer(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let mine = try await stage.register("Ana")
            let hers = try await stage.database.write { [tell = stage.tell] tx in
                try RegistrationMoveActions.transfer(mine, to: RegistrationStage.holder("Bea"), by: nil, tell: tell, in: tx)
            }
            #expect(hers.number == mine.number && hers.holder.name == "Bea")
            let address = RegistrationAddress(HouseKeys.fresh().derived("registration"))
            let old = address.token(mine.id, generation: mine.generation)
            #expect(address.opens(old, mine.id, generation: mine.generation))
            #expect(!address.opens(old, hers.id, generation: hers.generation))
            #expect(stage.told.of(hers) == [.confirmed, .passedOn, .received])
        }
    }
}
