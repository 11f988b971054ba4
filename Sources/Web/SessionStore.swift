import Base
import Store

/// Who is signed in with which browser. Only the digest of the browser's secret is stored. A sitting ends at a fixed
/// time, or earlier if it is not used.
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

    package static let listing = Migration(
        id: "web-010-session-listing",
        sql: """
            ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
            ALTER TABLE session ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE session ADD COLUMN idle_minutes BIGINT NOT NULL DEFAULT 20160;
            UPDATE session SET seen_at = created_at;
            """)

    /// Signs a person in with a browser's new secret until `expires`, or until nothing was asked for `idle` minutes.
    package static func open(
        _ secret: String, person: Identifier, until expires: Instant, idle: Int = 20_160, device: String = "", in tx: Writer
    ) throws {
        try tx.execute("DELETE FROM session WHERE expires_at <= \(tx.now) OR seen_at + idle_minutes * 60000 <= \(tx.now)")
        try tx.execute(
            """
            INSERT INTO session (digest, person_id, created_at, expires_at, device, seen_at, idle_minutes)
            VALUES (\(FormGuard.digest(secret)), \(person), \(tx.now), \(expires), \(device), \(tx.now), \(idle))
            """)
    }

    package static func person(_ secret: String, in tx: Reader) throws -> Identifier? { try sitting(secret, in: tx)?.person }

    /// The live sitting of a browser.
    package static func sitting(_ secret: String, in tx: Reader) throws -> Sitting? {
        try tx.first(
            """
            SELECT digest, person_id, created_at, expires_at, device, seen_at FROM session
            WHERE digest = \(FormGuard.digest(secret)) AND expires_at > \(tx.now) AND seen_at + idle_minutes * 60000 > \(tx.now)
            """
        ).map(sitting)
    }

    /// The live ones of a person, the newest first.
    package static func sittings(of person: Identifier, in tx: Reader) throws -> [Sitting] {
        try tx.rows(
            """
            SELECT digest, person_id, created_at, expires_at, device, seen_at FROM session
            WHERE person_id = \(person) AND expires_at > \(tx.now) AND seen_at + idle_minutes * 60000 > \(tx.now)
            ORDER BY created_at DESC, digest
            """
        ).map(sitting)
    }

    /// Something was asked with it now.
    package static func touch(_ digest: String, in tx: Writer) throws {
        try tx.execute("UPDATE session SET seen_at = \(tx.now) WHERE digest = \(digest)")
    }

    /// The same sitting under the browser's new secret.
    package static func rename(_ secret: String, to new: String, in tx: Writer) throws {
        try tx.execute("UPDATE session SET digest = \(FormGuard.digest(new)) WHERE digest = \(FormGuard.digest(secret))")
    }

    /// What a stream follows besides its own subject: it ends when one of its reader's sittings is ended, so that nothing is
    /// told to somebody whose rights have gone. A browser that is still signed in comes again by itself.
    package static func topic(_ person: Identifier) -> String { "sittings:\(person)" }

    package static func close(_ secret: String, in tx: Writer) throws {
        guard let person = try person(secret, in: tx) else { return }
        try tx.execute("DELETE FROM session WHERE digest = \(FormGuard.digest(secret))")
        try tx.changed(topic(person))
    }

    /// Ends one sitting of a person; false if she has none by that digest.
    package static func close(digest: String, of person: Identifier, in tx: Writer) throws -> Bool {
        let isClosed = try tx.execute("DELETE FROM session WHERE digest = \(digest) AND person_id = \(person)") > 0
        if isClosed { try tx.changed(topic(person)) }
        return isClosed
    }

    /// Ends every sitting of a person: after a change of roles.
    package static func closeAll(of person: Identifier, in tx: Writer) throws {
        if try tx.execute("DELETE FROM session WHERE person_id = \(person)") > 0 { try tx.changed(topic(person)) }
    }

    /// Ends every sitting of a person but that of one browser; how many.
    @discardableResult
    package static func closeAll(of person: Identifier, except secret: String, in tx: Writer) throws -> Int {
        let closed = try tx.execute(
            "DELETE FROM session WHERE person_id = \(person) AND digest <> \(FormGuard.digest(secret))")
        if closed > 0 { try tx.changed(topic(person)) }
        return closed
    }

    private static func sitting(_ row: Row) throws -> Sitting {
        Sitting(
            digest: try row.text("digest"), person: try row.id("person_id"), device: try row.text("device"),
            createdAt: try row.instant("created_at"), seenAt: try row.instant("seen_at"),
            expiresAt: try row.instant("expires_at"))
    }
}
