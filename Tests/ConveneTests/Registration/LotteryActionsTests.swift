import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct LotteryActionsTests {
    @Test(
        "the draw follows from the seed and the numbers alone, and cannot be changed once somebody is in it",
        arguments: Backend.available)
    func draw(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let until = stage.database.now.adding(minutes: 10)
            let category = try await stage.add(3) { $0.lottery = .init(until: until, seed: "published as a digest") }
            var all: [Registration] = []
            for index in 0..<8 { all.append(try await stage.register("p\(index)", category)) }
            #expect(all.allSatisfy { $0.state == .drawn && !$0.hasPlace })
            var other = category
            other.lottery?.seed = "another"
            let refusal = try await EventWorld.refusal {
                try await stage.database.write { [other, tell = stage.tell, by = stage.world.administrator] tx in
                    try PlaceCategoryActions.change(other, capacity: 3, by: by, tell: tell, in: tx)
                }
            }
            #expect(refusal?.words == "places.refusal.lotteryFixed")
            stage.world.clock.advance(seconds: 601)
            // Between the end and the draw nobody slips in before those who are in it.
            let late = try await stage.register("late", category)
            #expect(late.state == .drawn)
            let draws = try await stage.database.group(lane: stage.lane) { [tell = stage.tell, event = stage.event] tx in
                try LotteryActions.drawDue(of: event.id, tell: tell, in: tx)
                    + LotteryActions.drawDue(of: event.id, tell: tell, in: tx)
            }
            #expect(draws == 1)
            let seed = "published as a digest"
            let wanted = (all + [late]).map(\.number).sorted {
                RegistrationNumber.rank($0, seed: seed) < RegistrationNumber.rank($1, seed: seed)
            }
            let rows = try await stage.database.read { tx in
                try tx.rows("SELECT number, state FROM registration ORDER BY arrival DESC LIMIT 9").reversed().map {
                    [try $0.text("number"), try $0.text("state")]
                }
            }
            #expect(rows.map { $0[0] } == wanted)
            let states = rows.map { $0[1] }
            #expect(states == Array(repeating: "confirmed", count: 3) + Array(repeating: "waiting", count: 6))
            #expect(try await stage.broken() == nil)
            let drawn = try await stage.database.read { try PlaceCategoryStore.find(category.id, in: $0) }
            let after = try await stage.register("after", drawn)
            #expect(after.state == .waiting)
        }
    }
}
