import Store

/// Doors, the devices that work at them, what was scanned, and seats in sessions. Neither scans nor seats refer to a
/// registration by a foreign key: a registration may be deleted on its date, and that somebody was there still counts.
package enum DoorSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-441-door",
            sql: """
                CREATE TABLE door (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  session_id TEXT,
                  content TEXT NOT NULL
                );
                CREATE INDEX door_event ON door (event_id, id);
                CREATE TABLE door_device (
                  id TEXT NOT NULL PRIMARY KEY,
                  door_id TEXT NOT NULL REFERENCES door (id),
                  event_id TEXT NOT NULL REFERENCES event (id),
                  name TEXT NOT NULL,
                  digest TEXT NOT NULL UNIQUE,
                  keeps_names BIGINT NOT NULL,
                  made_by TEXT,
                  made_at BIGINT NOT NULL,
                  expires_at BIGINT NOT NULL,
                  seen_at BIGINT,
                  revoked_at BIGINT
                );
                CREATE INDEX door_device_event ON door_device (event_id, id);
                CREATE INDEX door_device_door ON door_device (door_id);
                CREATE TABLE door_scan (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  door_id TEXT NOT NULL REFERENCES door (id),
                  device_id TEXT NOT NULL REFERENCES door_device (id),
                  registration_id TEXT,
                  session_id TEXT,
                  kind TEXT NOT NULL,
                  how TEXT NOT NULL,
                  at BIGINT NOT NULL,
                  skew BIGINT NOT NULL,
                  happened_at BIGINT NOT NULL,
                  received_at BIGINT NOT NULL,
                  said TEXT,
                  objection TEXT,
                  undoes_id TEXT,
                  code_digest TEXT NOT NULL,
                  result TEXT NOT NULL,
                  is_undone BIGINT NOT NULL,
                  is_conflict BIGINT NOT NULL,
                  earlier_id TEXT,
                  turn BIGINT NOT NULL
                );
                CREATE INDEX door_scan_turn ON door_scan (event_id, turn);
                CREATE INDEX door_scan_registration ON door_scan (registration_id, happened_at);
                CREATE INDEX door_scan_door ON door_scan (door_id, happened_at);
                CREATE INDEX door_scan_device ON door_scan (device_id);
                CREATE INDEX door_scan_conflict ON door_scan (event_id, is_conflict, happened_at);
                CREATE TABLE session_seats (
                  session_id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  counter_id TEXT NOT NULL UNIQUE REFERENCES place_counter (id)
                );
                CREATE INDEX session_seats_event ON session_seats (event_id);
                CREATE TABLE session_seat (
                  session_id TEXT NOT NULL REFERENCES session_seats (session_id),
                  registration_id TEXT NOT NULL,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  taken_at BIGINT NOT NULL,
                  PRIMARY KEY (session_id, registration_id)
                );
                CREATE INDEX session_seat_registration ON session_seat (registration_id);
                CREATE INDEX session_seat_event ON session_seat (event_id);
                """)
    ]
}
