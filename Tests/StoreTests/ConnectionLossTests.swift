import Base
import PostgresStore
import Store
import Synchronization
import TestKit
import Testing

/// PostgreSQL restarts, fails over and closes idle connections: nobody should see more of it than a pause.
@Suite(.enabled(if: Backend.postgresURL != nil), .timeLimit(.minutes(15))) struct ConnectionLossTests {
    /// Ends all other connections of the schema, as a restart would.
    private func end(_ schema: String, by other: Database) async throws {
        try await other.write {
            _ = try $0.rows(
                """
                SELECT pg_terminate_backend(pid)::text AS gone FROM pg_stat_activity
                WHERE application_name = \("plenaria " + schema) AND pid <> pg_backend_pid()
                """)
        }
    }

    @Test("after the server closed all connections the next transactions run, and changes are still heard")
    func closed() async throws {
        try await withDatabase(.postgres) { database in
            try await withDatabase(.postgres) { other in
                let schema = try #require(
                    try await database.read { try $0.first("SELECT current_schema()::text AS name")?.text("name") })
                let heard = HeardTopics()
                let feed = Task { try await ChangeFeed(database).run { changes in heard.add(changes.map(\.topic)) } }
                try await heard.warm(by: database)
                for round in 0..<3 {
                    // Several at once, so that several connections lie idle and broken.
                    try await withThrowingTaskGroup(of: Void.self) { group in
                        for _ in 0..<8 {
                            group.addTask { _ = try await database.read { try $0.rows("SELECT COUNT(*) AS n FROM change") } }
                        }
                        try await group.waitForAll()
                    }
                    try await end(schema, by: other)
                    try await database.write { try $0.changed("round \(round)") }
                    _ = try await database.read { try $0.rows("SELECT COUNT(*) AS n FROM change") }
                    try await heard.wait(for: "round \(round)")
                }
                feed.cancel()
            }
        }
    }

    @Test("a connection that is lost inside a transaction is an error, and nothing of it is written")
    func inside() async throws {
        try await withDatabase(.postgres) { database in
            await #expect(throws: StoreError.self) {
                try await database.write { tx in
                    try tx.changed("lost")
                    _ = try tx.rows("SELECT pg_terminate_backend(pg_backend_pid())::text AS gone")
                }
            }
            let left = try await database.read { try $0.count("SELECT COUNT(*) AS n FROM change") }
            #expect(left == 0)
        }
    }

    @Test(
        "no part of an address that cannot be used is in the error",
        arguments: [
            "postgress://anna:hush-hush@localhost/x", "anna:hush-hush@localhost", "postgresql://anna:hush-hush@[::1/x",
            "postgresql://anna:hush-hush@127.0.0.1:1/x", "postgresql://anna:hush-hush@127.0.0.1:1/x?nothing=hush-hush",
        ])
    func secrets(url: String) async throws {
        do {
            _ = try await PostgresEngine(url: url, connections: 1)
            Issue.record("nothing is there")
        } catch let error as StoreError {
            #expect(["disconnected", "refused"].contains(error.kind))
            #expect(!"\(error)".contains("hush"))
        }
    }

    @Test("a newer program's migration does not disturb statements that are prepared already")
    func migrated() async throws {
        try await withDatabase(.postgres, migrations: [TransactionTests.places]) { database in
            try await database.write { try $0.execute("INSERT INTO places (id, taken, capacity) VALUES ('a', 0, 5)") }
            for column in ["one", "two"] {
                // Several at once, so that several connections have it prepared.
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<8 { group.addTask { _ = try await database.read { try $0.rows("SELECT * FROM places") } } }
                    try await group.waitForAll()
                }
                try await database.engine.exclusively { try $0.script("ALTER TABLE places ADD COLUMN \(column) TEXT") }
                let row = try #require(try await database.read { try $0.first("SELECT * FROM places") })
                #expect(row.columns.contains(column))
            }
        }
    }

    @Test("many processes that start on an empty server at once all start")
    func starts() async throws {
        let url = try #require(Backend.postgresURL)
        for round in 0..<5 {
            let schema = "test_start_\(round)_\(UInt64.random(in: 0...UInt64.max))"
            let engines = try await withThrowingTaskGroup(of: PostgresEngine.self) { group in
                for _ in 0..<6 { group.addTask { try await PostgresEngine(url: url, schema: schema, connections: 1) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try await engines[0].exclusively { try $0.script("DROP SCHEMA \"\(schema)\" CASCADE") }
            for engine in engines { await engine.close() }
        }
    }
}
