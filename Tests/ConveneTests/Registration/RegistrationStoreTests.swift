import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationStoreTests {
    @Test("a state is left once: who comes second changes nothing", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let held = try await stage.hold(stage.room, key: "a")
            var one = held
            one.state = .cancelled
            let moves = try await stage.database.write { [one] tx in
                [try RegistrationStore.move(one, from: .held, in: tx), try RegistrationStore.move(one, from: .held, in: tx)]
            }
            #expect(moves[0]?.revision == held.revision + 1 && moves[1] == nil)
        }
    }

    @Test("events are looked after when something is due, and only then", arguments: Backend.available)
    func due(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            _ = try await stage.hold(stage.room, key: "a")
            let early = try await stage.database.read { try RegistrationStore.eventsDue(in: $0) }
            stage.world.clock.advance(seconds: 15 * 60)
            let late = try await stage.database.read { try RegistrationStore.eventsDue(in: $0) }
            #expect(early.isEmpty && late == [stage.event.id])
        }
    }
}
