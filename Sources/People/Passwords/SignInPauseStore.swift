import Base
import Store

/// Wrong passwords by whom they were meant for and where they came from. Keys are digests and pseudonyms.
enum SignInPauseStore {
    static func find(_ key: String, forgiven: Int, in tx: Reader) throws -> SignInPause {
        let row = try tx.first("SELECT failures, last_at FROM sign_in_pause WHERE key = \(key)")
        return SignInPause(
            failures: try row?.int("failures") ?? 0, lastAt: try row?.instant("last_at") ?? Instant(milliseconds: 0),
            forgiven: forgiven)
    }

    /// A try is counted as wrong before it is looked at: tries at the same moment all count.
    static func count(_ key: String, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO sign_in_pause (key, failures, last_at) VALUES (\(key), 1, \(tx.now))
            ON CONFLICT (key) DO UPDATE SET failures = sign_in_pause.failures + 1, last_at = excluded.last_at
            """)
    }

    static func forget(_ key: String, in tx: Writer) throws {
        try tx.execute("DELETE FROM sign_in_pause WHERE key = \(key)")
    }

    /// One of those that were counted was right after all.
    static func takeBack(_ key: String, in tx: Writer) throws {
        try tx.execute("UPDATE sign_in_pause SET failures = failures - 1 WHERE key = \(key) AND failures > 0")
    }

    static func deleteOld(in tx: Writer) throws {
        try tx.execute("DELETE FROM sign_in_pause WHERE last_at < \(tx.now.adding(minutes: -SignInPause.memoryMinutes))")
    }
}
