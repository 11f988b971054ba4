import Store

/// What editors did, so that it can be undone, and when speakers can come.
package enum EditingSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-601-editing",
            sql: """
                CREATE TABLE programme_step (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  person_id TEXT NOT NULL,
                  verb TEXT NOT NULL,
                  delta TEXT NOT NULL,
                  number BIGINT NOT NULL,
                  at BIGINT NOT NULL,
                  undone_at BIGINT
                );
                CREATE INDEX programme_step_event ON programme_step (event_id, person_id, number);
                CREATE TABLE programme_availability (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  speaker TEXT NOT NULL,
                  held_on TEXT NOT NULL,
                  from_minute BIGINT NOT NULL,
                  until_minute BIGINT NOT NULL CHECK (until_minute > from_minute)
                );
                CREATE INDEX programme_availability_event ON programme_availability (event_id, speaker);
                """)
    ]
}
