import Base
import Store

/// Sign-in links in the database, by digests alone.
package enum SignInStore {
    package static func find(_ digest: String, in tx: Reader) throws -> SignInLink? {
        try tx.first(
            """
            SELECT digest, person_id, browser_digest, code_digest, attempts, expires_at, used_at, next_path FROM sign_in_link
            WHERE digest = \(digest)
            """
        ).map(link)
    }

    /// Those that a browser has asked for and that may still be used.
    static func live(browser: String, in tx: Reader) throws -> [SignInLink] {
        try tx.rows(
            """
            SELECT digest, person_id, browser_digest, code_digest, attempts, expires_at, used_at, next_path FROM sign_in_link
            WHERE browser_digest = \(browser) AND used_at IS NULL AND expires_at > \(tx.now)
            AND attempts < \(SignInLink.attempts) ORDER BY created_at DESC
            """
        ).map(link)
    }

    /// How many a person was sent since then.
    static func count(of person: Identifier, since: Instant, in tx: Reader) throws -> Int {
        try tx.count("SELECT COUNT(*) FROM sign_in_link WHERE person_id = \(person) AND created_at > \(since)")
    }

    static func insert(_ link: SignInLink, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO sign_in_link
              (digest, person_id, browser_digest, code_digest, attempts, created_at, expires_at, used_at, next_path)
            VALUES (\(link.digest), \(link.person), \(link.browser), \(link.code), \(link.attempts), \(tx.now),
              \(link.expires), NULL, \(link.next))
            """)
    }

    /// True for the one who used it first.
    static func consume(_ digest: String, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE sign_in_link SET used_at = \(tx.now)
            WHERE digest = \(digest) AND used_at IS NULL AND expires_at > \(tx.now) AND attempts < \(SignInLink.attempts)
            """) == 1
    }

    /// A wrong code counts against every link of that browser.
    static func miss(browser: String, in tx: Writer) throws {
        try tx.execute(
            "UPDATE sign_in_link SET attempts = attempts + 1 WHERE browser_digest = \(browser) AND used_at IS NULL")
    }

    static func deleteOld(in tx: Writer) throws {
        try tx.execute("DELETE FROM sign_in_link WHERE expires_at <= \(tx.now.adding(minutes: -60))")
    }

    private static func link(_ row: Row) throws -> SignInLink {
        SignInLink(
            digest: try row.text("digest"), person: try row.optionalID("person_id"), browser: try row.text("browser_digest"),
            code: try row.text("code_digest"), attempts: try row.int("attempts"), expires: try row.instant("expires_at"),
            used: try row.optionalInstant("used_at"), next: try row.optionalText("next_path"))
    }
}
