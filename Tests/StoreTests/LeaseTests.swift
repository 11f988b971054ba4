import Base
import Store
import Synchronization
import TestKit
import Testing

/// One program of several has it; it goes on when its holder has ended or gives it up.
@Suite struct LeaseTests {
    private final class Clock: Sendable {
        private let time = Mutex(Instant(milliseconds: 1_800_000_000_000))
        var now: Instant { time.withLock { $0 } }
        func pass(_ seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
    }

    @Test("one has it at a time", arguments: Backend.available)
    func one(_ backend: Backend) async throws {
        try await withDatabase(backend) { original in
            let clock = Clock()
            let database = Database(original.engine, clock: { clock.now })
            let (first, second) = (Lease("work", database), Lease("work", database))
            let other = Lease("other work", database)
            #expect(try await first.isOurs())
            #expect(try await other.isOurs())
            let isShared = backend == .sqlite
            #expect(try await second.isOurs() == isShared)
            // Held on to, it stays.
            for _ in 0..<8 {
                clock.pass(Lease.length / 2)
                #expect(try await first.isOurs())
                #expect(try await second.isOurs() == isShared)
            }
            // Its holder says nothing any more: it is another's, and never both's.
            clock.pass(Lease.length)
            #expect(try await second.isOurs())
            #expect(try await first.isOurs() == isShared)
            try await second.giveUp()
            clock.pass(1)
            #expect(try await first.isOurs())
            clock.pass(1)
            #expect(try await second.isOurs() == isShared)
            // Giving up what one has not takes it from nobody.
            try await second.giveUp()
            clock.pass(1)
            #expect(try await second.isOurs() == isShared)
        }
    }

    @Test("many who ask at once: one has it", arguments: Backend.available)
    func many(_ backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<16 { group.addTask { try await Lease("work", database).isOurs() } }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(answers.count { $0 } == (backend == .sqlite ? 16 : 1))
        }
    }
}
