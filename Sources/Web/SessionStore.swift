import Base
import Store

/// Who is signed in with which browser. Only the digest of the browser's secret is stored.
package enum SessionStore {
    package static let migration = Migration(
        id: "web-001-session",
        sql: """
            CREATE TABLE session (
              digest TEXT NOT NULL PRIMARY KEY,
              person_id TEXT NOT NULL,
              created_at BIGINT NOT NULL,
              expires_at BIGINT NOT NULL
            );
            CREATE INDEX session_person ON session (person_id);
            """)

    /// Signs a person in with a browser's new secret until `expires`.
    package static func open(_ secret: String, person: Identifier, until expires: Instant, in tx: Writer) throws {
        try tx.execute("DELETE FROM session WHERE expires_at <= \(tx.now)")
        try tx.execute(
            """
            INSERT INTO session (digest, person_id, created_at, expires_at)
            VALUES (\(FormGuard.digest(secret)), \(person), \(tx.now), \(expires))
            """)
    }

    package static func person(_ secret: String, in tx: Reader) throws -> Identifier? {
        try tx.first("SELECT person_id FROM session WHERE digest = \(FormGuard.digest(secret)) AND expires_at > \(tx.now)")?
            .id("person_id")
    }

    package static func close(_ secret: String, in tx: Writer) throws {
        try tx.execute("DELETE FROM session WHERE digest = \(FormGuard.digest(secret))")
    }

    /// Ends every session of a person: after a change of roles.
    package static func closeAll(of person: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM session WHERE person_id = \(person)")
    }
}
