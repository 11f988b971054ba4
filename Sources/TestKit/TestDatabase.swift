import Base
import Foundation
import PostgresStore
import SQLiteStore
import Store

/// The engines that a test run has: SQLite always, PostgreSQL where `PLENARIA_TEST_POSTGRES` names a local server.
package enum Backend: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite, postgres

    /// The address; nil where none is set, and where it is not plainly this machine's: tests make and drop schemas.
    package static let postgresURL: String? = written.flatMap { url in
        (try? PostgresAddress(url))?.isLocal == true ? url : nil
    }
    /// With an address that is refused the tests on PostgreSQL fail: leaving them out would look like passing.
    package static let available: [Backend] = written == nil ? [.sqlite] : [.sqlite, .postgres]
    private static let written = ProcessInfo.processInfo.environment["PLENARIA_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }
    package var description: String { rawValue }
}

/// A clock that stands until it is moved.
package final class TestClock: @unchecked Sendable {  // Guarded by its lock.
    private let lock = NSLock()
    private var instant: Instant
    package init(_ instant: Instant = Instant(milliseconds: 1_764_774_000_000)) { self.instant = instant }
    package var now: Instant {
        get { lock.withLock { instant } }
        set { lock.withLock { instant = newValue } }
    }
    package func advance(seconds: Int64) { now = now.adding(seconds: seconds) }
    package var read: @Sendable () -> Instant { { self.now } }
}

/// Runs `body` with a database of its own, migrated and empty, that is gone afterwards.
package func withDatabase<T: Sendable>(
    _ backend: Backend, migrations: [Migration] = [], clock: @escaping @Sendable () -> Instant = SystemClock.now,
    _ body: @Sendable (Store.Database) async throws -> T
) async throws -> T {
    switch backend {
    case .sqlite:
        let folder = FileManager.default.temporaryDirectory.appending(path: "plenaria-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await using(try SQLiteEngine(path: folder.path + "/test.sqlite"), migrations, clock, body)
    case .postgres:
        guard let url = Backend.postgresURL else {
            throw StoreError.refused("PLENARIA_TEST_POSTGRES must name a server on this machine")
        }
        await PostgresGate.shared.enter()
        let schema = "test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "_")
        let outcome: Result<T, any Error>
        do {
            let engine = try await PostgresEngine(url: url, schema: schema, connections: 4)
            let result: Result<T, any Error>
            do { result = .success(try await run(engine, migrations, clock, body)) } catch { result = .failure(error) }
            _ = try? await engine.exclusively { try $0.script("DROP SCHEMA \"\(schema)\" CASCADE") }
            await engine.close()
            outcome = result
        } catch { outcome = .failure(error) }
        await PostgresGate.shared.leave()
        return try outcome.get()
    }
}

private func using<T: Sendable>(
    _ engine: any Engine, _ migrations: [Migration], _ clock: @escaping @Sendable () -> Instant,
    _ body: @Sendable (Store.Database) async throws -> T
) async throws -> T {
    do {
        let result = try await run(engine, migrations, clock, body)
        await engine.close()
        return result
    } catch {
        await engine.close()
        throw error
    }
}

private func run<T: Sendable>(
    _ engine: any Engine, _ migrations: [Migration], _ clock: @escaping @Sendable () -> Instant,
    _ body: @Sendable (Store.Database) async throws -> T
) async throws -> T {
    let database = Store.Database(engine, clock: clock)
    try await Migrator(StoreSchema.migrations + migrations).run(on: database)
    return try await body(database)
}

/// At most so many test databases at once on PostgreSQL: a server has a hundred connections.
private actor PostgresGate {
    static let shared = PostgresGate()
    private var free = 8
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
