import Store

/// The table of tokens.
enum ApiTokenSchema {
    static let migrations = [
        Migration(
            id: "people-201-token",
            sql: """
                CREATE TABLE api_token (
                  id TEXT NOT NULL PRIMARY KEY,
                  digest TEXT NOT NULL UNIQUE,
                  person_id TEXT NOT NULL REFERENCES person (id),
                  name TEXT NOT NULL,
                  scopes TEXT NOT NULL,
                  event_id TEXT,
                  created_at BIGINT NOT NULL,
                  expires_at BIGINT NOT NULL,
                  last_used_at BIGINT,
                  revoked_at BIGINT
                );
                CREATE INDEX api_token_person ON api_token (person_id);
                """)
    ]
}
