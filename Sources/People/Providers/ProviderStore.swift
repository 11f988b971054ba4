import Base
import Store

/// Sign-ins elsewhere in the database.
package enum ProviderStore {
    package static func links(of person: Identifier, in tx: Reader) throws -> [ProviderLink] {
        try tx.rows(
            """
            SELECT id, person_id, issuer, subject, linked_at, used_at FROM provider_link
            WHERE person_id = \(person) ORDER BY linked_at, id
            """
        ).map(link)
    }

    package static func find(issuer: String, subject: String, in tx: Reader) throws -> ProviderLink? {
        try tx.first(
            """
            SELECT id, person_id, issuer, subject, linked_at, used_at FROM provider_link
            WHERE issuer = \(issuer) AND subject = \(subject)
            """
        ).map(link)
    }

    static func insert(_ link: ProviderLink, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO provider_link (id, person_id, issuer, subject, linked_at, used_at)
            VALUES (\(link.id), \(link.person), \(link.issuer), \(link.subject), \(link.linkedAt), \(link.usedAt))
            """)
    }

    static func touch(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE provider_link SET used_at = \(tx.now) WHERE id = \(id)")
    }

    static func remove(_ id: Identifier, of person: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("DELETE FROM provider_link WHERE id = \(id) AND person_id = \(person)") > 0
    }

    static func insert(_ request: ProviderRequest, state: String, browser: String, in tx: Writer) throws {
        try tx.execute("DELETE FROM provider_request WHERE expires_at <= \(tx.now)")
        let departure = request.departure
        try tx.execute(
            """
            INSERT INTO provider_request
              (state_digest, browser_digest, provider, nonce, verifier, back, next_path, person_id, expires_at)
            VALUES (\(state), \(browser), \(request.provider), \(departure.nonce), \(departure.verifier), \(departure.back),
              \(request.next), \(request.linking), \(tx.now.adding(minutes: ProviderRequest.minutes)))
            """)
    }

    /// The request behind a state, which is gone with this: whoever comes second gets nil.
    static func take(state: String, digest: String, browser: String, provider: String, in tx: Writer) throws
        -> ProviderRequest?
    {
        try tx.first(
            """
            DELETE FROM provider_request WHERE state_digest = \(digest) AND browser_digest = \(browser)
            AND provider = \(provider) AND expires_at > \(tx.now)
            RETURNING provider, nonce, verifier, back, next_path, person_id
            """
        ).map { row in
            ProviderRequest(
                departure: SignInProvider.Departure(
                    state: state, nonce: try row.text("nonce"), verifier: try row.text("verifier"),
                    back: try row.text("back")),
                provider: try row.text("provider"), next: try row.optionalText("next_path"),
                linking: try row.optionalID("person_id"))
        }
    }

    private static func link(_ row: Row) throws -> ProviderLink {
        ProviderLink(
            id: try row.id("id"), person: try row.id("person_id"), issuer: try row.text("issuer"),
            subject: try row.text("subject"), linkedAt: try row.instant("linked_at"),
            usedAt: try row.optionalInstant("used_at"))
    }

    static let personal = PersonalRecord(
        "providers", columns: ["provider_link.person_id", "provider_request.person_id"],
        export: { "SELECT issuer, subject, linked_at, used_at FROM provider_link WHERE person_id = \($0)" },
        erasure: .removed { person, tx in try clear(person, tx) },
        // Ways in do not travel, as roles do not.
        merge: { from, _, tx in try clear(from, tx) })

    private static func clear(_ person: Identifier, _ tx: Writer) throws {
        try tx.execute("DELETE FROM provider_link WHERE person_id = \(person)")
        try tx.execute("DELETE FROM provider_request WHERE person_id = \(person)")
    }
}
