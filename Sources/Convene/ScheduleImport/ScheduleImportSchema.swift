import Store

/// Where imported sessions came from, and files that wait for a decision.
package enum ScheduleImportSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-501-import",
            sql: """
                CREATE TABLE programme_origin (
                  event_id TEXT NOT NULL REFERENCES event (id),
                  source TEXT NOT NULL,
                  identity TEXT NOT NULL,
                  session_id TEXT NOT NULL,
                  imported TEXT NOT NULL,
                  PRIMARY KEY (event_id, source, identity)
                );
                CREATE TABLE programme_import (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  person_id TEXT NOT NULL,
                  file_id TEXT NOT NULL,
                  name TEXT NOT NULL,
                  created_at BIGINT NOT NULL
                );
                CREATE INDEX programme_import_event ON programme_import (event_id, created_at);
                """)
    ]
}
