import Store

/// Releases are written once: no statement of ours updates or deletes one.
package enum ReleaseSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-301-release",
            sql: """
                CREATE TABLE programme_release (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  number BIGINT NOT NULL CHECK (number > 0),
                  message TEXT NOT NULL,
                  at BIGINT NOT NULL,
                  by_person TEXT,
                  digest TEXT NOT NULL,
                  restores BIGINT,
                  programme TEXT NOT NULL,
                  UNIQUE (event_id, number)
                );
                """)
    ]
}
