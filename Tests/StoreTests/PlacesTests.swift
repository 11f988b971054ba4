import Base
import Store
import TestKit
import Testing

@Suite struct PlacesTests {
    private func take(_ tx: Writer) throws -> Bool {
        try tx.first("UPDATE places SET taken = taken + 1 WHERE id = 'room' AND taken < capacity RETURNING taken") != nil
    }

    @Test("800 parallel takers of 150 places get exactly 150", arguments: Backend.available, [true, false])
    func exact(backend: Backend, grouped: Bool) async throws {
        try await withDatabase(backend, migrations: [TransactionTests.places]) { database in
            try await database.write { try $0.execute("INSERT INTO places (id, taken, capacity) VALUES ('room', 0, 150)") }
            let got = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<800 {
                    group.addTask {
                        if grouped { return try await database.group { try take($0) } }
                        // On a hot row PostgreSQL aborts many: who gave up asks again, as a person would.
                        for _ in 0..<50 {
                            do { return try await database.write { try take($0) } } catch let error as StoreError
                                where error.isRetryable
                            { continue }
                        }
                        throw StoreError.conflict("never")
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(got == 150)
            #expect(try await database.read { try $0.first("SELECT taken FROM places")?.int("taken") } == 150)
        }
    }

    @Test("in a group, one that fails undoes only its own writes", arguments: Backend.available)
    func group(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [TransactionTests.places]) { database in
            let outcomes = await withTaskGroup(of: (Int, String).self) { group in
                for index in 0..<60 {
                    group.addTask {
                        do {
                            return try await database.group { tx in
                                try tx.execute("INSERT INTO places (id, taken, capacity) VALUES (\("p\(index)"), 0, 1)")
                                if index == 13 { throw Refusal(.conflict, "refusal.forbidden") }
                                if index == 27 {
                                    try tx.execute("INSERT INTO places (id, taken, capacity) VALUES (\("p\(index)"), 0, 1)")
                                }
                                return (index, "ok")
                            }
                        } catch { return (index, "\(type(of: error))") }
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(outcomes[13] == "Refusal")
            #expect(outcomes[27] == "StoreError")
            #expect(outcomes.values.filter { $0 == "ok" }.count == 58)
            let count = try await database.read { try $0.count("SELECT COUNT(*) AS n FROM places") }
            #expect(count == 58)
        }
    }

    @Test("a conflict of one runs the whole group again, and each once in what is kept", arguments: Backend.available)
    func groupConflict(backend: Backend) async throws {
        try await withDatabase(backend, migrations: [TransactionTests.places]) { database in
            let runs = HeardTopics()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        try await database.group { tx in
                            try tx.execute("INSERT INTO places (id, taken, capacity) VALUES (\("p\(index)"), 0, 1)")
                            try tx.changed("p\(index)")
                            guard index == 7 else { return }
                            runs.add(["run"])
                            if runs.all.count < 3 { throw StoreError.conflict("planted") }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(runs.all.count == 3)
            #expect(try await database.read { try $0.count("SELECT COUNT(*) AS n FROM places") } == 40)
            #expect(try await database.read { try $0.count("SELECT COUNT(*) AS n FROM change") } == 40)
        }
    }
}
