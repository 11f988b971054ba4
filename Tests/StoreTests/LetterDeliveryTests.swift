import Base
import Store
import Synchronization
import TestKit
import Testing

/// What is known of a letter between its hand-over and our own record of it.
@Suite("Deliveries that nobody saw the end of")
struct LetterDeliveryTests {
    private static func post(_ database: Database) async throws -> Identifier {
        try await database.write { tx in
            try tx.post(LetterDraft(to: "a@b.example", subject: "s", text: "t", language: .en, purpose: "test"))
        }
    }
    private static func find(_ id: Identifier, in database: Database) async throws -> Letter {
        try #require(try await database.read { try LetterStore.find(id, in: $0) })
    }
    /// As a program does it that is killed afterwards.
    @discardableResult
    private static func die(_ id: Identifier, isBegun: Bool, in database: Database) async throws -> Letter {
        let letter = try await find(id, in: database)
        let program = Identifier(at: database.now)
        return try await database.write { tx in
            let until = tx.now.adding(seconds: OutboxRunner.lease)
            let claimed = try #require(try LetterStore.claim(letter, for: program, until: until, in: tx))
            if isBegun { #expect(try LetterStore.begin(claimed, for: program, until: until, in: tx)) }
            return claimed
        }
    }

    @Test("that it was begun is on disk before the server sees it, and gone when it is settled", arguments: Backend.available)
    func begun(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let id = try await Self.post(database)
            let seen = Mutex<[Letter]>([])
            let runner = OutboxRunner(
                database,
                deliver: { letter in
                    let before = try await Self.find(id, in: database)
                    return .ready {
                        let during = try? await Self.find(id, in: database)
                        seen.withLock { $0 = [before, during ?? before] }
                        return .sent
                    }
                })
            try await runner.round()
            #expect(seen.withLock { $0.map(\.begunAt) } == [nil, clock.read()])
            let after = try await Self.find(id, in: database)
            #expect(after.state == .sent && after.begunAt == nil && after.doubts == 0)
        }
    }

    @Test("one that was begun when its program died is sent once more and marked", arguments: Backend.available)
    func marked(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let (begun, merely) = (try await Self.post(database), try await Self.post(database))
            try await Self.die(begun, isBegun: true, in: database)
            try await Self.die(merely, isBegun: false, in: database)
            let handed = Mutex<[Identifier: Int]>([:])
            let runner = OutboxRunner(
                database,
                deliver: { letter in
                    .ready {
                        handed.withLock { $0[letter.id] = letter.doubts }; return .sent
                    }
                })
            try await runner.round()
            #expect(handed.withLock { $0.isEmpty }, "both are the other program's until its lease is over")
            clock.advance(seconds: 121)
            try await runner.round()
            #expect(handed.withLock { $0 } == [begun: 1, merely: 0], "the server had never seen the second")
            clock.advance(seconds: 1000)
            #expect(try await runner.round() == 0)
            let troubled = try await database.read { try LetterStore.troubled(9, in: $0) }
            #expect(troubled.map(\.id) == [begun] && troubled.map(\.state) == [.sent])
        }
    }

    @Test(
        "a server that took all of it and did not answer leaves a doubt; after three the letter is given up",
        arguments: Backend.available)
    func unsure(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let id = try await Self.post(database)
            let doubts = Mutex<[Int]>([])
            let runner = OutboxRunner(
                database,
                deliver: { letter in
                    .ready {
                        doubts.withLock { $0.append(letter.doubts) }; return .unsure("no answer")
                    }
                })
            for _ in 0..<OutboxRunner.attempts {
                try await runner.round()
                clock.advance(seconds: 100_000)
            }
            #expect(doubts.withLock { $0 } == [0, 1, 2, 3])
            let letter = try await Self.find(id, in: database)
            #expect(letter.state == .failed && letter.doubts == 4)
        }
    }

    @Test("who was too slow hands nothing over and says nothing any more", arguments: Backend.available)
    func overtaken(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let id = try await Self.post(database)
            let runner = OutboxRunner(
                database,
                deliver: { _ in
                    // The press took longer than the lease, and another program has begun it meanwhile.
                    clock.advance(seconds: 121)
                    try await Self.die(id, isBegun: true, in: database)
                    return .ready {
                        Issue.record("it is another's")
                        return .sent
                    }
                })
            try await runner.round()
            let letter = try await Self.find(id, in: database)
            #expect(letter.state == .waiting && letter.attempts == 2 && letter.begunAt == clock.read())
            try await database.write { try LetterStore.settle(id, .waiting, error: "late", attempts: 1, in: $0) }
            #expect(try await Self.find(id, in: database).begunAt == clock.read(), "its doubt must not be lost")
        }
    }

    @Test(
        "where the database is one program's alone, the next need not wait for the lease of the last",
        arguments: Backend.available)
    func released(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let id = try await Self.post(database)
            let other = try await Self.die(id, isBegun: true, in: database)
            #expect(other.attempts == 1)
            try await database.write { tx in try LetterStore.release(but: Identifier(at: tx.now), in: tx) }
            let due = try await database.read { try LetterStore.due(9, in: $0) }
            #expect(due.map(\.id) == [id] && due.map(\.begunAt) == [clock.read()])
            let claimed = try await Self.die(id, isBegun: false, in: database)
            #expect(claimed.doubts == 1)
        }
    }
}
