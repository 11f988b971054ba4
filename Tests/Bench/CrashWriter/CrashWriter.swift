import Base
import Foundation
import PostgresStore
import SQLiteStore
import Store

/// Writes until it is killed and says what was acknowledged; then tells whether all of that is there.
///
///     crashwriter write sqlite FOLDER | write postgres URL SCHEMA
///     crashwriter verify sqlite FOLDER | verify postgres URL SCHEMA      (acknowledged ids on standard input)
@main
struct CrashWriter {
    static let table = Migration(
        id: "crash-001", sql: "CREATE TABLE written (id TEXT NOT NULL PRIMARY KEY, pair TEXT NOT NULL, half BIGINT NOT NULL);")

    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3 else {
            FileHandle.standardError.write(Data("usage: crashwriter write|verify sqlite FOLDER | postgres URL SCHEMA\n".utf8))
            exit(2)
        }
        let database = Database(try await engine(arguments))
        try await Migrator(StoreSchema.migrations + [table]).run(on: database)
        if arguments[0] == "write" {
            // Where the server is killed the writer ends too; what it was told by then is on its standard output.
            do { try await write(database) } catch { _exit(3) }
        } else {
            try await verify(database)
        }
        await database.close()
    }

    private static func engine(_ arguments: [String]) async throws -> any Engine {
        arguments[1] == "sqlite"
            ? try SQLiteEngine(path: arguments[2] + "/crash.sqlite")
            : try await PostgresEngine(url: arguments[2], schema: arguments[3], connections: 4)
    }

    /// Pairs of rows with an audit row, one transaction each, half of them through group commit; and a sealer beside.
    private static func write(_ database: Database) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await AuditSealer(database).run() }
            for writer in 0..<8 {
                group.addTask {
                    while true {
                        let id = Identifier(at: database.now)
                        let body: @Sendable (Writer) throws -> Void = { tx in
                            for half in 0..<2 {
                                try tx.execute("INSERT INTO written (id, pair, half) VALUES (\("\(id)-\(half)"), \(id), \(half))")
                            }
                            try tx.audit("crash.wrote", by: nil, on: "written", id)
                        }
                        if writer % 2 == 0 { try await database.write(body) } else { try await database.group(body) }
                        acknowledge(id)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Straight to the descriptor: what a killed process had buffered would be lost.
    private static func acknowledge(_ id: Identifier) {
        let line = Array((id.text + "\n").utf8)
        _ = Foundation.write(1, line, line.count)
    }

    private static func verify(_ database: Database) async throws {
        var acknowledged: [String] = []
        while let line = readLine() { acknowledged.append(line) }
        while try await AuditSealer(database).seal() > 0 {}
        let (pairs, halves, verdict) = try await database.read { tx in
            let rows = try tx.rows("SELECT pair, COUNT(*) AS n FROM written GROUP BY pair")
            return (
                Set(try rows.map { try $0.text("pair") }), try rows.filter { try $0.int("n") != 2 }.count,
                try AuditTrail.verify(in: tx)
            )
        }
        let audited = try await database.read { try $0.count("SELECT COUNT(*) AS n FROM audit") }
        let lost = acknowledged.filter { !pairs.contains($0) }.count
        guard case .whole = verdict else { return finish("broken chain: \(verdict)") }
        if lost > 0 || halves > 0 || audited != pairs.count {
            return finish("lost \(lost), halves \(halves), rows \(pairs.count), audit rows \(audited)")
        }
        if database.dialect == .sqlite {
            let check = try await database.read { try $0.rows("PRAGMA integrity_check").map(\.values) }
            if check != [[.text("ok")]] { return finish("integrity: \(check)") }
        }
        print("whole \(acknowledged.count) \(pairs.count)")
    }

    private static func finish(_ reason: String) {
        print(reason)
        exit(1)
    }
}
