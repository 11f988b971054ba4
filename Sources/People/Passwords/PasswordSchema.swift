import Store

/// The tables of passwords and of tries with wrong ones.
enum PasswordSchema {
    static let migrations = [
        Migration(
            id: "people-201-password",
            sql: """
                CREATE TABLE password (
                  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
                  hash TEXT NOT NULL,
                  changed_at BIGINT NOT NULL
                );
                CREATE TABLE sign_in_pause (
                  key TEXT NOT NULL PRIMARY KEY,
                  failures BIGINT NOT NULL,
                  last_at BIGINT NOT NULL
                );
                """),
        Migration(id: "people-202-sign-in-next", sql: "ALTER TABLE sign_in_link ADD COLUMN next_path TEXT;"),
    ]
}
