import Base
import Store
import TestKit
import Testing

@Suite struct AuditTrailTests {
    private func write(_ count: Int, _ database: Database) async throws {
        for index in 0..<count {
            try await database.write {
                try $0.audit("test.wrote", by: nil, on: "thing", $0.newID(), before: nil, after: "\(index)")
            }
        }
    }

    @Test("sealed rows form a chain that verifies, in one go or in several", arguments: Backend.available)
    func whole(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let sealer = AuditSealer(database)
            try await write(5, database)
            #expect(try await sealer.seal() == 5)
            try await write(3, database)
            #expect(try await database.read { try AuditTrail.verify(in: $0) } == .whole(sealed: 5, waiting: 3))
            #expect(try await sealer.seal() == 3)
            #expect(try await database.read { try AuditTrail.verify(in: $0) } == .whole(sealed: 8, waiting: 0))
        }
    }

    @Test("a changed row, a missing row and a missing link are each named", arguments: Backend.available)
    func broken(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await write(6, database)
            try await AuditSealer(database).seal()
            func verdict(after damage: @escaping @Sendable (Writer) throws -> Void) async throws -> AuditTrail.Verdict? {
                struct Undo: Error { let verdict: AuditTrail.Verdict }
                do {
                    try await database.write { tx in
                        try damage(tx)
                        throw Undo(verdict: try AuditTrail.verify(in: tx))
                    }
                } catch let undo as Undo { return undo.verdict }
                return nil
            }
            let third: SQL = "(SELECT audit_id FROM audit_seal WHERE number = 3)"
            #expect(
                try await verdict { try $0.execute("UPDATE audit SET verb = 'x' WHERE id = \(third)") }
                    == .broken(number: 3, reason: .changedRow))
            #expect(
                try await verdict { try $0.execute("DELETE FROM audit WHERE id = \(third)") }
                    == .broken(number: 3, reason: .missingRow))
            #expect(
                try await verdict { try $0.execute("DELETE FROM audit_seal WHERE number = 3") }
                    == .broken(number: 3, reason: .missingNumber))
            #expect(try await database.read { try AuditTrail.verify(in: $0) } == .whole(sealed: 6, waiting: 0))
        }
    }

    @Test("two sealers at once seal each row once", arguments: Backend.available)
    func parallel(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await write(40, database)
            let sealers = [AuditSealer(database), AuditSealer(database), AuditSealer(database)]
            _ = try await withThrowingTaskGroup(of: Int.self) { group in
                for sealer in sealers { group.addTask { try await sealer.seal() } }
                return try await group.reduce(0, +)
            }
            while try await sealers[0].seal() > 0 {}
            #expect(try await database.read { try AuditTrail.verify(in: $0) } == .whole(sealed: 40, waiting: 0))
        }
    }

    @Test(
        "the sealer's loop finds rows that are committed late", .timeLimit(.minutes(15)),
        arguments: Backend.available)
    func loop(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            try await write(3, database)
            let loop = Task { try await AuditSealer(database).run() }
            func sealed(_ count: Int) async throws {
                while try await database.read({ try $0.count("SELECT COUNT(*) AS n FROM audit_seal") }) < count {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            try await sealed(3)
            // Begun half an hour ago.
            clock.advance(seconds: -1800)
            try await write(2, database)
            clock.advance(seconds: 1800)
            try await sealed(5)
            // Begun long ago: found once every row is looked at again.
            clock.advance(seconds: -7200)
            let late = try await database.write { tx in
                try tx.audit("test.late", by: nil, on: "thing", tx.newID())
                return tx.now
            }
            clock.advance(seconds: 7200 + 3601)
            try await sealed(6)
            #expect(late < clock.now)
            loop.cancel()
            _ = await loop.result
            #expect(try await database.read { try AuditTrail.verify(in: $0) } == .whole(sealed: 6, waiting: 0))
        }
    }
}
