import Base
import Store
import Synchronization
import TestKit
import Testing

/// What both engines promise alike: the contract that every wing is written against.
@Suite struct TransactionTests {
    static let places = Migration(
        id: "test-001",
        sql: """
            CREATE TABLE places (id TEXT NOT NULL PRIMARY KEY, taken BIGINT NOT NULL, capacity BIGINT NOT NULL, CHECK (taken <= capacity));
            CREATE TABLE grant_row (id TEXT NOT NULL PRIMARY KEY, place TEXT NOT NULL REFERENCES places (id), at BIGINT NOT NULL, note TEXT, score DOUBLE PRECISION);
            """)

    @Test("what a write returns from is there; what it throws from is not", arguments: Backend.available)
    func commitAndRollback(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.places]) { database in
            try await database.write { try $0.execute("INSERT INTO places (id, taken, capacity) VALUES (\("a"), \(0), \(5))") }
            await #expect(throws: Refusal.self) {
                try await database.write { tx in
                    try tx.execute("UPDATE places SET taken = 3 WHERE id = 'a'")
                    throw Refusal(.forbidden, "refusal.forbidden")
                }
            }
            #expect(try await database.read { try $0.first("SELECT taken FROM places")?.int("taken") } == 0)
        }
    }

    @Test("values come back as they went in, and never become SQL", arguments: Backend.available)
    func values(backend: Backend) async throws {
        let hostile = "'; DROP TABLE places; -- \" \\ 中文 عربى 👩‍👩‍👧 \u{1}"
        try await withDatabase(backend, migrations: [Self.places]) { database in
            try await database.write { tx in
                try tx.execute("INSERT INTO places (id, taken, capacity) VALUES (\(hostile), 0, \(Int64.max))")
                try tx.execute(
                    "INSERT INTO grant_row (id, place, at, note, score) VALUES ('g', \(hostile), \(tx.now), \(String?.none), \(0.1))"
                )
            }
            let rows = try await database.read { try $0.rows("SELECT * FROM places WHERE id IN (\(list: [hostile, "x"]))") }
            #expect(try rows.map { try $0.text("id") } == [hostile])
            #expect(try rows[0].int("capacity") == Int(Int64.max))
            let row = try #require(try await database.read { try $0.first("SELECT * FROM grant_row") })
            #expect(try row.optionalText("note") == nil)
            #expect(try row.optionalDouble("score") == 0.1)
            #expect(try await database.read { try $0.rows("SELECT * FROM places WHERE id IN (\(list: [String]()))") }.isEmpty)
        }
    }

    @Test("a wrong column or type is said, not guessed", arguments: Backend.available)
    func wrongColumn(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.places]) { database in
            try await database.write { try $0.execute("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)") }
            let row = try #require(try await database.read { try $0.first("SELECT id, taken FROM places") })
            #expect(throws: StoreError.self) { try row.text("nothing") }
            #expect(throws: StoreError.self) { try row.int("id") }
        }
    }

    @Test("a reader cannot write", arguments: Backend.available)
    func readOnly(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.places]) { database in
            await #expect(throws: StoreError.self) {
                try await database.read {
                    _ = try $0.rows("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5) RETURNING id")
                }
            }
        }
    }

    @Test("constraints speak alike", arguments: Backend.available)
    func constraints(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.places]) { database in
            try await database.write { try $0.execute("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)") }
            func kind(_ sql: SQL) async -> String {
                do { try await database.write { _ = try $0.execute(sql) } } catch let error as StoreError {
                    return error.kind
                } catch { return "\(error)" }
                return "none"
            }
            #expect(await kind("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)") == "unique")
            #expect(await kind("INSERT INTO grant_row (id, place, at) VALUES ('g', 'nowhere', 0)") == "foreignKey")
            #expect(await kind("UPDATE places SET taken = 6 WHERE id = 'a'") == "check")
            #expect(await kind("UPDATE places SET taken = NULL WHERE id = 'a'") == "check")
            #expect(await kind("INSERT INTO places (id, taken, capacity) VALUES (\("nul\u{0}"), 0, 5)") == "check")
        }
    }

    @Test("a savepoint undoes its own writes only", arguments: Backend.available)
    func savepoints(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.places]) { database in
            try await database.write { tx in
                try tx.execute("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)")
                #expect(throws: StoreError.self) {
                    try tx.savepoint {
                        try tx.execute("INSERT INTO places (id, taken, capacity) VALUES ('b', 0, 5)")
                        try tx.execute("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)")
                    }
                }
                try tx.savepoint { try tx.execute("INSERT INTO places (id, taken, capacity) VALUES ('c', 0, 5)") }
            }
            #expect(
                try await database.read { try $0.rows("SELECT id FROM places ORDER BY id").map { try $0.text("id") } } == [
                    "a", "c",
                ])
        }
    }

    @Test("a conflict is tried again, but not for ever", arguments: Backend.available)
    func retries(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.places]) { database in
            let runs = Mutex(0)
            let value = try await database.write { _ -> Int in
                let run = runs.withLock { count in
                    count += 1
                    return count
                }
                if run < 4 { throw StoreError.conflict("planted") }
                return run
            }
            #expect(value == 4)
            await #expect(throws: StoreError.conflict("always")) {
                try await database.write { _ in throw StoreError.conflict("always") }
            }
        }
    }

    @Test("now stands still within a transaction and comes from the given clock", arguments: Backend.available)
    func clock(backend: Backend) async throws {
        let clock = TestClock(Instant(milliseconds: 5_000))
        try await withDatabase(backend, clock: clock.read) { database in
            let (first, second) = try await database.write { tx in
                let first = tx.now
                clock.advance(seconds: 9)
                return (first, tx.now)
            }
            #expect(first == Instant(milliseconds: 5_000))
            #expect(second == first)
        }
    }
}
