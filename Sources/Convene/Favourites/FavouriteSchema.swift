import Store

/// What people chose of a programme, and the addresses of their own calendars.
package enum FavouriteSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-801-favourite",
            sql: """
                CREATE TABLE favourite (
                  person_id TEXT NOT NULL REFERENCES person (id),
                  session_id TEXT NOT NULL,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  added_at BIGINT NOT NULL,
                  PRIMARY KEY (person_id, session_id)
                );
                CREATE INDEX favourite_event ON favourite (event_id, person_id);
                CREATE TABLE favourite_calendar (
                  person_id TEXT NOT NULL REFERENCES person (id),
                  event_id TEXT NOT NULL REFERENCES event (id),
                  digest TEXT NOT NULL UNIQUE,
                  made_at BIGINT NOT NULL,
                  PRIMARY KEY (person_id, event_id)
                );
                """)
    ]
}
