import Base
import Store
import TestKit
import Testing

/// Where the engines by themselves would differ: a wing that was tried on one must not be surprised by the other.
@Suite struct AlikeTests {
    static let family = Migration(
        id: "test-family",
        sql: """
            -- A comment before a statement changes nothing.
            CREATE TABLE parent (id TEXT NOT NULL PRIMARY KEY, score DOUBLE PRECISION);
            CREATE TABLE child (id TEXT NOT NULL PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
            """)

    @Test("rows that go along by a cascade are not counted", arguments: Backend.available)
    func cascade(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.family]) { database in
            let (inserted, deleted, missed) = try await database.write { tx in
                try tx.execute("INSERT INTO parent (id) VALUES ('p')")
                let inserted = try tx.execute("INSERT INTO child (id, parent_id) VALUES ('a', 'p'), ('b', 'p')")
                return (
                    inserted, try tx.execute("DELETE FROM parent WHERE id = 'p'"),
                    try tx.execute("DELETE FROM parent WHERE id = 'p'")
                )
            }
            #expect(inserted == 2)
            #expect(deleted == 1)
            #expect(missed == 0)
            #expect(try await database.read { try $0.count("SELECT COUNT(*) AS n FROM child") } == 0)
        }
    }

    @Test("an error that the closure passes over undoes the transaction and is said", arguments: Backend.available)
    func passedOver(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [Self.family]) { database in
            await #expect(throws: StoreError.self) {
                try await database.write { tx in
                    try tx.execute("INSERT INTO parent (id) VALUES ('kept?')")
                    _ = try? tx.execute("INSERT INTO parent (id) VALUES ('kept?')")
                }
            }
            #expect(try await database.read { try $0.count("SELECT COUNT(*) AS n FROM parent") } == 0)
            try await database.write { tx in
                try tx.execute("INSERT INTO parent (id) VALUES ('kept')")
                _ = try? tx.savepoint { try tx.execute("INSERT INTO parent (id) VALUES ('kept')") }
            }
            #expect(try await database.read { try $0.count("SELECT COUNT(*) AS n FROM parent") } == 1)
        }
    }

    @Test("text sorts by its bytes", arguments: Backend.available)
    func order(backend: Backend) async throws {
        let words = ["a", "B", "Z", "é", "z", "中", "a-b", "ab"]
        try await withDatabase(backend, migrations: [Self.family]) { database in
            try await database.write { tx in for word in words { try tx.execute("INSERT INTO parent (id) VALUES (\(word))") } }
            let sorted = try await database.read { try $0.rows("SELECT id FROM parent ORDER BY id").map { try $0.text("id") } }
            #expect(sorted == ["B", "Z", "a", "a-b", "ab", "z", "é", "中"])
            // Also where the server's own order is another one.
            #expect(Self.family.text(.postgres).contains("id TEXT COLLATE \"C\" NOT NULL"))
            #expect(Self.family.text(.sqlite).contains("STRICT"))
        }
    }

    @Test("a number that is none is refused", arguments: Backend.available, [Double.nan, .infinity, -.infinity])
    func notFinite(backend: Backend, number: Double) async throws {
        _ = try await withDatabase(backend, migrations: [Self.family]) { database in
            await #expect(throws: StoreError.check("a number is not finite")) {
                try await database.write { try $0.execute("INSERT INTO parent (id, score) VALUES ('p', \(number))") }
            }
        }
    }

    @Test("tables of SQLite keep their types")
    func strict() async throws {
        try await withDatabase(.sqlite, migrations: [Self.family]) { database in
            let loose = try await database.read { tx in
                try tx.rows(
                    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'"
                ).map { try $0.text("name") }
            }
            #expect(loose == [])
        }
    }
}
