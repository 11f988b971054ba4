import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct RegistrationActionsTests {
    @Test("held, filled, confirmed; sent twice, done once", arguments: Backend.available)
    func confirmed(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let held = try await stage.hold(stage.room, key: "a")
            #expect(held.state == .held && held.hasPlace && held.arrival == 1 && held.generation == 0)
            #expect(try await stage.hold(stage.room, key: "a").id == held.id)
            let done = try await stage.submit(held, "Ana")
            #expect(done.state == .confirmed && done.hasPlace && done.generation == 1 && done.heldUntil == nil)
            let again = try await stage.submit(try await stage.now(held), "Ana")
            #expect(again == done)
            #expect(stage.told.of(done) == [.confirmed])
            #expect(try await stage.broken() == nil)
            let (audit, notes) = try await stage.database.read { tx in
                (
                    try tx.rows("SELECT verb FROM audit WHERE kind = 'registration' ORDER BY id").map { try $0.text("verb") },
                    try tx.rows("SELECT name FROM note WHERE name LIKE 'registration.%' ORDER BY id").map { try $0.text("name") }
                )
            }
            #expect(
                Set(audit) == ["registration.held", "registration.confirmed"] && audit.count == 2
                    && notes.sorted() == audit.sorted())
        }
    }

    @Test("a hold that is over gives its place back; its form can still be sent", arguments: Backend.available)
    func holds(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 1) { stage in
            let slow = try await stage.hold(stage.room, key: "slow")
            let longer = try await stage.database.write { [room = stage.room] tx in
                try RegistrationActions.extend(slow, category: room, in: tx)
            }
            stage.world.clock.advance(seconds: 901)
            try await stage.lapse()
            #expect(try await stage.now(longer).state == .lapsed)
            let done = try await stage.submit(try await stage.now(longer), "Slow")
            #expect(done.state == .confirmed && done.hasPlace)
            let other = try await stage.hold(stage.room, key: "other")
            #expect(!other.hasPlace)
            #expect(try await stage.broken() == nil)
        }
    }

    @Test(
        "an address has one registration; whoever tries again is told nothing, and the address is", arguments: Backend.available)
    func double(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 3) { stage in
            let first = try await stage.register("Ana")
            let held = try await stage.hold(stage.room, key: "again")
            let second = try await stage.submit(held, "ANA")
            #expect(second.state == .cancelled && second.holder.email.isEmpty && second.generation == first.generation)
            #expect(stage.told.of(first) == [.confirmed, .again])
            let taken = try await stage.database.read { [room = stage.room] in try PlaceCounterStore.count(room.id, in: $0)?.taken
            }
            #expect(taken == 1)
            #expect(try await stage.broken() == nil)
        }
    }

    @Test("closed, early, full without a list, hidden: refused with a reason", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend) { stage in
            let now = stage.database.now
            let cases: [(String, (inout PlaceCategory) -> Void)] = [
                ("registration.refusal.early", { $0.opens = now.adding(seconds: 1) }),
                ("registration.refusal.closed", { $0.closes = now }),
                ("registration.refusal.full", { $0.hasWaitingList = false }),
                ("places.refusal.codeNeeded", { $0.needsCode = true }),
            ]
            for (index, (words, change)) in cases.enumerated() {
                let category = try await stage.add(0, change)
                let refusal = try await EventWorld.refusal { try await stage.hold(category, key: "k\(index)") }
                #expect(refusal?.words == words)
            }
            let count = try await stage.database.read { try $0.count("SELECT COUNT(*) AS n FROM registration") }
            #expect(count == 0)
        }
    }
}
