import Store

/// The tables of sign-ins elsewhere.
enum ProviderSchema {
    static let migrations = [
        Migration(
            id: "people-203-provider",
            sql: """
                CREATE TABLE provider_link (
                  id TEXT NOT NULL PRIMARY KEY,
                  person_id TEXT NOT NULL REFERENCES person (id),
                  issuer TEXT NOT NULL,
                  subject TEXT NOT NULL,
                  linked_at BIGINT NOT NULL,
                  used_at BIGINT,
                  UNIQUE (issuer, subject)
                );
                CREATE INDEX provider_link_person ON provider_link (person_id);
                CREATE TABLE provider_request (
                  state_digest TEXT NOT NULL PRIMARY KEY,
                  browser_digest TEXT NOT NULL,
                  provider TEXT NOT NULL,
                  nonce TEXT NOT NULL,
                  verifier TEXT NOT NULL,
                  back TEXT NOT NULL,
                  next_path TEXT,
                  person_id TEXT REFERENCES person (id),
                  expires_at BIGINT NOT NULL
                );
                """)
    ]
}
