import Base
import Store

/// Tokens in the database, by digests alone.
package enum ApiTokenStore {
    private static let columns: SQL =
        "id, person_id, name, scopes, event_id, created_at, expires_at, last_used_at, revoked_at"

    package static func find(digest: String, in tx: Reader) throws -> ApiToken? {
        try tx.first("SELECT \(columns) FROM api_token WHERE digest = \(digest)").map(token)
    }
    package static func find(_ id: Identifier, in tx: Reader) throws -> ApiToken? {
        try tx.first("SELECT \(columns) FROM api_token WHERE id = \(id)").map(token)
    }
    /// A person's, newest first.
    package static func of(_ person: Identifier, in tx: Reader) throws -> [ApiToken] {
        try tx.rows("SELECT \(columns) FROM api_token WHERE person_id = \(person) ORDER BY id DESC").map(token)
    }

    static func insert(_ token: ApiToken, digest: String, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO api_token (id, digest, person_id, name, scopes, event_id, created_at, expires_at)
            VALUES (\(token.id), \(digest), \(token.person), \(token.name), \(json(token.scopes.map(\.rawValue).sorted())),
            \(token.event), \(token.createdAt), \(token.expiresAt))
            """)
    }
    static func touch(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE api_token SET last_used_at = \(tx.now) WHERE id = \(id)")
    }
    static func revoke(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE api_token SET revoked_at = \(tx.now) WHERE id = \(id) AND revoked_at IS NULL")
    }

    private static func token(_ row: Row) throws -> ApiToken {
        // A scope that is no longer known opens nothing.
        let scopes = try row.decoded("scopes", as: [String].self).compactMap(ApiToken.Scope.init(rawValue:))
        return ApiToken(
            id: try row.id("id"), person: try row.id("person_id"), name: try row.text("name"), scopes: Set(scopes),
            event: try row.optionalID("event_id"), createdAt: try row.instant("created_at"),
            expiresAt: try row.instant("expires_at"), lastUsedAt: try row.optionalInstant("last_used_at"),
            revokedAt: try row.optionalInstant("revoked_at"))
    }

    /// Tokens die with the entry that they stand for; they never pass to another one.
    static let personal = PersonalRecord(
        "tokens", columns: ["api_token.person_id"],
        export: {
            "SELECT name, scopes, created_at, expires_at, last_used_at, revoked_at FROM api_token WHERE person_id = \($0)"
        },
        erasure: .removed { person, tx in try tx.execute("DELETE FROM api_token WHERE person_id = \(person)") },
        merge: { from, _, tx in try tx.execute("DELETE FROM api_token WHERE person_id = \(from)") })
}
