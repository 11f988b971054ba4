import Base
import Store
import TestKit
import Testing

@Suite struct MigratorTests {
    private let first = Migration(
        id: "one", sql: "CREATE TABLE one (id TEXT NOT NULL PRIMARY KEY, n BIGINT, x DOUBLE PRECISION);")
    private let second = Migration(
        id: "two", sql: "ALTER TABLE one ADD COLUMN more TEXT; CREATE TABLE two (id TEXT NOT NULL PRIMARY KEY);")

    @Test("from empty, from the version before, and not again", arguments: Backend.available)
    func steps(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            #expect(try await Migrator(StoreSchema.migrations + [first]).run(on: database) == ["one"])
            try await database.write { try $0.execute("INSERT INTO one (id, n, x) VALUES ('kept', 1, 0.5)") }
            #expect(try await Migrator(StoreSchema.migrations + [first, second]).run(on: database) == ["two"])
            #expect(try await Migrator(StoreSchema.migrations + [first, second]).run(on: database) == [])
            #expect(try await database.read { try $0.first("SELECT more, id FROM one")?.text("id") } == "kept")
        }
    }

    @Test("a step that was changed after it had been applied is refused by name", arguments: Backend.available)
    func changed(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [first]) { database in
            let other = Migration(id: "one", sql: "CREATE TABLE one (id TEXT);")
            await #expect(throws: StoreError.migration("one was changed after it had been applied")) {
                try await Migrator(StoreSchema.migrations + [other]).run(on: database)
            }
        }
    }

    @Test("a database of a newer program is refused, and a failing step leaves nothing", arguments: Backend.available)
    func refused(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [first, second]) { database in
            await #expect(throws: StoreError.self) { try await Migrator(StoreSchema.migrations + [first]).run(on: database) }
            let broken = Migration(
                id: "three", sql: "CREATE TABLE three (id TEXT NOT NULL PRIMARY KEY); CREATE TABLE two (id TEXT);")
            await #expect(throws: StoreError.self) {
                try await Migrator(StoreSchema.migrations + [first, second, broken]).run(on: database)
            }
            await #expect(throws: StoreError.self) { _ = try await database.read { try $0.rows("SELECT * FROM three") } }
        }
    }

    @Test("two processes that migrate at once do each step once", arguments: Backend.available)
    func parallel(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let migrator = Migrator(StoreSchema.migrations + [first, second])
            async let left = migrator.run(on: database)
            async let right = migrator.run(on: database)
            let done = try await left + right
            #expect(done.sorted() == ["one", "two"])
        }
    }
}
