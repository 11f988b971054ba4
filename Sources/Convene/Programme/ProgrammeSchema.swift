import Store

/// The tables of the draft. What the public sees is a release and never read from here.
package enum ProgrammeSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-201-programme",
            sql: """
                CREATE TABLE programme_draft (
                  event_id TEXT NOT NULL PRIMARY KEY REFERENCES event (id),
                  version BIGINT NOT NULL CHECK (version > 0),
                  changed_at BIGINT NOT NULL
                );
                CREATE TABLE programme_day (
                  event_id TEXT NOT NULL REFERENCES event (id),
                  held_on TEXT NOT NULL,
                  ends BIGINT NOT NULL CHECK (ends BETWEEN 1440 AND 2880),
                  PRIMARY KEY (event_id, held_on)
                );
                CREATE TABLE programme_room (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  name TEXT NOT NULL,
                  position BIGINT NOT NULL,
                  capacity BIGINT CHECK (capacity > 0)
                );
                CREATE INDEX programme_room_event ON programme_room (event_id);
                CREATE TABLE programme_session (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  held_on TEXT NOT NULL,
                  start_minute BIGINT NOT NULL,
                  minutes BIGINT NOT NULL,
                  room_id TEXT REFERENCES programme_room (id),
                  kind TEXT NOT NULL,
                  title TEXT NOT NULL,
                  abstract TEXT NOT NULL,
                  section TEXT NOT NULL,
                  languages TEXT NOT NULL,
                  version BIGINT NOT NULL
                );
                CREATE INDEX programme_session_event ON programme_session (event_id, held_on);
                CREATE INDEX programme_session_room ON programme_session (room_id);
                CREATE TABLE programme_slot (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  session_id TEXT NOT NULL REFERENCES programme_session (id) ON DELETE CASCADE,
                  position BIGINT NOT NULL,
                  start_minute BIGINT NOT NULL,
                  minutes BIGINT NOT NULL,
                  title TEXT NOT NULL
                );
                CREATE INDEX programme_slot_event ON programme_slot (event_id);
                CREATE INDEX programme_slot_session ON programme_slot (session_id);
                CREATE TABLE programme_appearance (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  session_id TEXT NOT NULL REFERENCES programme_session (id) ON DELETE CASCADE,
                  position BIGINT NOT NULL,
                  person_id TEXT,
                  name TEXT NOT NULL,
                  affiliation TEXT NOT NULL,
                  role TEXT NOT NULL,
                  presence TEXT NOT NULL,
                  read_by TEXT NOT NULL
                );
                CREATE INDEX programme_appearance_event ON programme_appearance (event_id);
                CREATE INDEX programme_appearance_session ON programme_appearance (session_id);
                """),
        Migration(
            id: "convene-202-tracks",
            sql: """
                CREATE TABLE programme_track (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  name TEXT NOT NULL,
                  position BIGINT NOT NULL,
                  colour TEXT
                );
                CREATE INDEX programme_track_event ON programme_track (event_id);
                ALTER TABLE programme_session ADD COLUMN track_id TEXT REFERENCES programme_track (id);
                ALTER TABLE programme_session ADD COLUMN is_placed BIGINT NOT NULL DEFAULT 1;
                ALTER TABLE programme_session ADD COLUMN is_internal BIGINT NOT NULL DEFAULT 0;
                ALTER TABLE programme_session ADD COLUMN detail TEXT NOT NULL DEFAULT '{}';
                """),
    ]
}
