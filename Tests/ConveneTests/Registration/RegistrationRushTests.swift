import Base
import Store
import TestKit
import Testing

@testable import Convene

/// Many at once, in every order: what must never happen does not, whichever way they meet.
@Suite struct RegistrationRushTests {
    /// splitmix64.
    private struct Steady: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// One person at the opening: 20 % press twice, 10 % send again, 5 % leave, 10 % change their mind afterwards.
    private static func press(_ name: String, _ stage: RegistrationStage, _ seed: UInt64) async throws {
        var random = Steady(state: seed)
        let isDouble = Int.random(in: 0..<100, using: &random) < 20
        let isRetry = Int.random(in: 0..<100, using: &random) < 10
        let leaves = Int.random(in: 0..<100, using: &random) < 5
        let regrets = Int.random(in: 0..<100, using: &random) < 10
        async let first = stage.hold(stage.room, key: name)
        async let second = isDouble ? stage.hold(stage.room, key: name) : nil
        let (held, twin) = try await (first, second)
        #expect(twin == nil || twin?.id == held.id)
        if leaves { return }
        let done = try await stage.submit(held, name)
        if isRetry { _ = try await stage.submit(try await stage.now(held), name) }
        if regrets { _ = try await stage.cancel(done) }
    }

    @Test("50 seeds: none oversold, none undersold, none double, none lost", arguments: Backend.available, [0, 1])
    func seeds(_ backend: Backend, half: Int) async throws {
        for seed in (25 * half)..<(25 * half + 25) {
            try await RegistrationStage.with(backend, places: 1 + seed % 12) { stage in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for index in 0..<40 {
                        group.addTask {
                            try await RegistrationRushTests.press("p\(index)", stage, UInt64(seed * 1000 + index))
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await stage.broken() == nil, "seed \(seed)")
                // Who left without a word: their places come back, and go to who waits.
                stage.world.clock.advance(seconds: 901)
                try await stage.lapse()
                #expect(try await stage.broken() == nil, "seed \(seed), after the holds")
                try await RegistrationRushTests.checkOrder(stage, seed)
            }
        }
    }

    /// Nobody who is or was served came later than somebody who still waits.
    private static func checkOrder(_ stage: RegistrationStage, _ seed: Int) async throws {
        let (waiting, served) = try await stage.database.read { tx in
            (
                try tx.rows("SELECT arrival FROM registration WHERE state = 'waiting' ORDER BY arrival").map {
                    try $0.int("arrival")
                },
                try tx.rows("SELECT arrival FROM registration WHERE state = 'offered' ORDER BY arrival").map {
                    try $0.int("arrival")
                }
            )
        }
        if let first = waiting.first, let last = served.last { #expect(last < first, "seed \(seed)") }
    }

    @Test("grants follow arrivals", arguments: Backend.available)
    func fair(_ backend: Backend) async throws {
        try await RegistrationStage.with(backend, places: 60) { stage in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<200 { group.addTask { _ = try await stage.hold(stage.room, key: "p\(index)") } }
                try await group.waitForAll()
            }
            let granted = try await stage.database.read {
                try $0.rows("SELECT arrival FROM registration WHERE has_place = 1 ORDER BY arrival").map { try $0.int("arrival") }
            }
            #expect(granted == Array(1...60))
        }
    }
}
