import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct WaitingActionsTests {
    @Test("who finds it full waits; who waits longest is offered what becomes free", arguments: Backend.available)
    func waiting(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let first = try await stage.register("Ana")
            _ = try await stage.register("Bo")
            let third = try await stage.register("Chen")
            let fourth = try await stage.register("Dalia")
            #expect(third.state == .waiting && fourth.state == .waiting && !third.hasPlace)
            let ahead = try await stage.database.read { try RegistrationStore.ahead(of: fourth, in: $0) }
            #expect(ahead == 1)
            _ = try await stage.cancel(first)
            let offered = try await stage.now(third)
            #expect(offered.state == .offered && offered.hasPlace)
            #expect(try await stage.now(fourth).state == .waiting)
            #expect(stage.told.of(third) == [.waiting, .offered])
            let taken = try await stage.database.write { [tell = stage.tell, room = stage.room] tx in
                try WaitingActions.accept(offered, category: room, tell: tell, in: tx)
            }
            #expect(taken.state == .confirmed)
            #expect(try await stage.broken() == nil)
        }
    }

    /// The form of somebody who waits goes beside others: a place may be given back while it is on its way.
    @Test("who came to wait while the last place was given back is offered it by the next round", arguments: Backend.available)
    func meanwhile(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let held = try await stage.hold(stage.room, key: "key of Bo")
            #expect(!held.hasPlace)
            _ = try await stage.cancel(first)
            let waiting = try await stage.database.write { [stage] tx in
                try RegistrationActions.submit(
                    held, holder: RegistrationStage.holder("Bo"), category: stage.room, isFull: true, by: nil, tell: stage.tell,
                    in: tx)
            }
            #expect(waiting.state == .waiting && !waiting.hasPlace)
            #expect(try await stage.database.read { try RegistrationStore.eventsDue(in: $0) } == [stage.event.id])
            try await stage.database.group(lane: stage.lane) { [stage] tx in
                try WaitingActions.promote(stage.room.id, tell: stage.tell, in: tx)
            }
            let offered = try await stage.now(waiting)
            #expect(offered.state == .offered && offered.hasPlace)
            #expect(stage.told.of(waiting) == [.waiting, .offered])
            let broken = try await stage.broken()
            #expect(broken == nil)
        }
    }

    @Test("an offer that nobody takes goes to the next, and its holder is told", arguments: Backend.available)
    func lapsed(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let second = try await stage.register("Bo")
            let third = try await stage.register("Chen")
            _ = try await stage.cancel(first)
            stage.world.clock.advance(seconds: 1440 * 60 - 1)
            try await stage.lapse()
            #expect(try await stage.now(second).state == .offered)
            stage.world.clock.advance(seconds: 2)
            try await stage.lapse()
            #expect(try await stage.now(second).state == .lapsed)
            #expect(try await stage.now(third).state == .offered)
            #expect(stage.told.of(second) == [.waiting, .offered, .lapsed])
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("what an erasure gives back goes to whoever waits, not to whoever comes next", arguments: Backend.available)
    func erased(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let second = try await stage.register("Bo")
            try await stage.database.write { try RegistrationPersonalStore.erase(first, in: $0) }
            let third = try await stage.register("Chen")
            #expect(try await stage.now(second).state == .offered)
            #expect(third.state == .waiting)
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("nor does the desk, or who moves, go before who waits", arguments: Backend.available)
    func erasedThenDesk(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let second = try await stage.register("Bo")
            let mover = try await stage.register("Mai", stage.online)
            try await stage.database.write { try RegistrationPersonalStore.erase(first, in: $0) }
            let added = try await stage.database.group(lane: stage.lane) { tx in
                try RegistrationDeskActions.add(
                    RegistrationStage.holder("Chen"), to: stage.room.id, of: stage.event, by: stage.world.administrator,
                    tell: stage.tell, in: tx)
            }
            #expect(added.state == .waiting)
            let offered = try await stage.now(second)
            #expect(offered.state == .offered)
            try await stage.database.write { try RegistrationPersonalStore.erase(offered, in: $0) }
            let moved = try await stage.database.group(lane: stage.lane) { tx in
                try RegistrationMoveActions.change(
                    mover, to: stage.room, by: stage.world.administrator, tell: stage.tell, in: tx)
            }
            #expect(moved.wanted == stage.room.id && moved.category == stage.online.id)
            #expect(try await stage.now(added).state == .offered)
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("an event where somebody has a place and waits for another kind is due when one is free", arguments: Backend.available)
    func due(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let second = try await stage.register("Bo", stage.online)
            let moving = try await stage.database.group(lane: stage.lane) { [tell = stage.tell, room = stage.room] tx in
                try RegistrationMoveActions.change(second, to: room, by: nil, tell: tell, in: tx)
            }
            #expect(moving.wanted == stage.room.id)
            let before = try await stage.database.read { try RegistrationStore.eventsDue(in: $0) }
            #expect(before.isEmpty)
            try await stage.database.write { try RegistrationPersonalStore.erase(first, in: $0) }
            let after = try await stage.database.read { try RegistrationStore.eventsDue(in: $0) }
            #expect(after == [stage.event.id])
        }
    }

    @Test("whoever passes an offer on leaves the list, and the next is offered it", arguments: Backend.available)
    func passed(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let first = try await stage.register("Ana")
            let second = try await stage.register("Bo")
            let third = try await stage.register("Chen")
            _ = try await stage.cancel(first)
            let offered = try await stage.now(second)
            let done = try await stage.database.group(lane: stage.lane) { [tell = stage.tell] tx in
                try WaitingActions.pass(offered, tell: tell, in: tx)
            }
            #expect(done.state == .cancelled)
            let next = try await stage.now(third)
            #expect(next.state == .offered)
            let late = try await EventWorld.refusal {
                try await stage.database.write { [tell = stage.tell, room = stage.room] tx in
                    try WaitingActions.accept(done, category: room, tell: tell, in: tx)
                }
            }
            #expect(late?.words == "registration.refusal.noOffer")
        }
    }
}
