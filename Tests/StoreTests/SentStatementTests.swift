import Base
import Foundation
import Store
import Synchronization
import TestKit
import Testing

/// Statements whose outcome nobody waits for: they are as good, and fail as surely, as the others.
@Suite struct SentStatementTests {
    private static func row(_ id: String, in place: String = "a") -> SQL {
        "INSERT INTO grant_row (id, place, at) VALUES (\(id), \(place), 0)"
    }
    private static func with(_ backend: Backend, _ body: @Sendable (Database) async throws -> Void) async throws {
        try await withDatabase(backend, migrations: [TransactionTests.places]) { database in
            try await database.write { try $0.execute("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)") }
            try await body(database)
        }
    }
    private static func ids(_ database: Database) async throws -> [String] {
        try await database.read { try $0.rows("SELECT id FROM grant_row ORDER BY id").map { try $0.text("id") } }
    }

    @Test("what was sent is seen by what comes after it, and is there after the commit", arguments: Backend.available)
    func order(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let seen = try await database.write { tx in
                for number in 1...300 { try tx.send(Self.row("\(1000 + number)")) }
                try tx.send("UPDATE grant_row SET note = 'x' WHERE id = '1007'")
                return try tx.count("SELECT COUNT(*) AS n FROM grant_row WHERE note = 'x'")
            }
            #expect(seen == 1)
            try await database.write { try $0.send(Self.row("last")) }
            let ids = try await Self.ids(database)
            #expect(ids.count == 301 && ids.last == "last")
        }
    }

    @Test("what fails undoes the transaction, though nobody asked for its outcome", arguments: Backend.available)
    func failing(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            for asks in [false, true] {
                await #expect(throws: StoreError.self) {
                    try await database.write { tx in
                        try tx.send(Self.row("good"))
                        try tx.send(Self.row("bad", in: "nowhere"))
                        if asks { _ = try tx.count("SELECT COUNT(*) AS n FROM places") }
                    }
                }
                // A refusal of the closure's own counts, not what would have come after it.
                let refusal = await #expect(throws: (any Error).self) {
                    try await database.write { tx in
                        try tx.send(Self.row("bad", in: "nowhere"))
                        throw Refusal(.conflict, "refusal.conflict")
                    }
                }
                #expect(backend == .sqlite || (refusal as? Refusal)?.code == .conflict)
                #expect(try await Self.ids(database).isEmpty)
            }
            try await database.write { try $0.send(Self.row("after")) }
            #expect(try await Self.ids(database) == ["after"])
        }
    }

    @Test("behind a savepoint it undoes no more than that", arguments: Backend.available)
    func savepoint(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            try await database.write { tx in
                try tx.send(Self.row("before"))
                for throwsItself in [false, true] {
                    _ = try? tx.savepoint {
                        try tx.send(Self.row("inside"))
                        try tx.send(Self.row("bad", in: "nowhere"))
                        if throwsItself { throw Refusal(.conflict, "refusal.conflict") }
                    }
                }
                try tx.send(Self.row("behind"))
            }
            #expect(try await Self.ids(database) == ["before", "behind"])
        }
    }

    @Test("in a group it fails whose it was, and nobody else", arguments: Backend.available)
    func group(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let failed = Numbers()
            await withTaskGroup(of: Void.self) { group in
                for number in 10..<40 {
                    group.addTask {
                        do {
                            try await database.group(lane: "rows") {
                                try $0.send(Self.row("\(number)", in: number % 7 == 0 ? "nowhere" : "a"))
                            }
                        } catch { failed.add(number) }
                    }
                }
            }
            #expect(failed.all.sorted() == [14, 21, 28, 35])
            let ids = try await Self.ids(database)
            #expect(ids == (10..<40).filter { $0 % 7 != 0 }.map { "\($0)" })
        }
    }

    @Test("those who wait together go in the order in which they asked", arguments: Backend.available)
    func since(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let (turns, asking) = (Numbers(), Numbers())
            let begin = database.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                // While the first is under way, all the others come to wait, in any order.
                group.addTask {
                    try await database.group(lane: "turns", since: begin) { _ in
                        turns.add(0)
                        while asking.all.count < 60 { Thread.sleep(forTimeInterval: 0.01) }
                        Thread.sleep(forTimeInterval: 0.5)
                    }
                }
                while turns.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
                for number in (1...60).shuffled() {
                    group.addTask {
                        asking.add(number)
                        try await database.group(lane: "turns", since: begin.adding(seconds: Int64(number))) { _ in
                            turns.add(number)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(turns.all == Array(0...60))
        }
    }
}

private final class Numbers: Sendable {
    private let kept = Mutex<[Int]>([])
    func add(_ number: Int) { kept.withLock { $0.append(number) } }
    var all: [Int] { kept.withLock { $0 } }
}
