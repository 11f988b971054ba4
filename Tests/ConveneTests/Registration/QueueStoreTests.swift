import Base
import Store
import Synchronization
import TestKit
import Testing

@testable import Convene

@Suite struct QueueStoreTests {
    @Test("counted from the one before it is the same number, in whichever order they ask", arguments: Backend.available)
    func counted(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            _ = try await stage.register("First")
            var waiting: [Registration] = []
            for number in 0..<12 { waiting.append(try await stage.register("Waits \(number)")) }
            #expect(waiting.allSatisfy { $0.state == .waiting })
            // Somebody who has a place on line and would rather be in the room is in the queue, too.
            let mover = try await stage.register("Mover", stage.online)
            _ = try await stage.database.group(lane: stage.lane) { [stage] tx in
                try RegistrationMoveActions.change(mover, to: stage.room, by: nil, tell: stage.tell, in: tx)
            }
            waiting.append(try await stage.register("Last"))
            for order in [Array(waiting.indices), Array(waiting.indices.reversed()), waiting.indices.shuffled()] {
                for place in order {
                    let (quick, exact) = try await stage.database.read { [one = waiting[place]] tx in
                        (try QueueStore.ahead(of: one, in: tx), try RegistrationStore.ahead(of: one, in: tx))
                    }
                    #expect(quick == exact && exact == place + (place == 12 ? 1 : 0))
                }
            }
        }
    }

    @Test("a count is used for a second; then whoever left is out of it", arguments: Backend.available)
    func age(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            _ = try await stage.register("First")
            var waiting: [Registration] = []
            for number in 0..<3 { waiting.append(try await stage.register("Waits \(number)")) }
            let last = waiting[2]
            func ahead(after milliseconds: Int64) async throws -> Int {
                let then = stage.database.now.adding(seconds: 3600)
                let at = Instant(milliseconds: then.milliseconds / 100_000 * 100_000 + milliseconds)
                return try await Database(stage.database.engine, clock: { at }).read { try QueueStore.ahead(of: last, in: $0) }
            }
            #expect(try await ahead(after: 0) == 2)
            _ = try await stage.cancel(waiting[0])
            #expect(try await ahead(after: 1000) == 2)
            #expect(try await ahead(after: 1001) == 1)
        }
    }
}
