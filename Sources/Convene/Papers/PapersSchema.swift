import Store

/// What is issued, how it is worded, and who is said to have been there without a door. A certificate stays when its
/// registration goes: it is its holder's, and must be checked for as long as she shows it.
package enum PapersSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-451-certificate",
            sql: """
                CREATE TABLE certificate (
                  id TEXT NOT NULL PRIMARY KEY,
                  number TEXT NOT NULL UNIQUE,
                  kind TEXT NOT NULL,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  registration_id TEXT,
                  person_id TEXT,
                  valid_key TEXT UNIQUE,
                  issued_at BIGINT NOT NULL,
                  revoked_at BIGINT,
                  content TEXT NOT NULL,
                  digest TEXT NOT NULL
                );
                CREATE INDEX certificate_event ON certificate (event_id, kind, id);
                CREATE INDEX certificate_registration ON certificate (registration_id);
                CREATE INDEX certificate_person ON certificate (person_id);
                CREATE TABLE event_papers (
                  event_id TEXT NOT NULL PRIMARY KEY REFERENCES event (id),
                  is_invitation_open BIGINT NOT NULL,
                  content TEXT NOT NULL
                );
                CREATE TABLE attendance_mark (
                  registration_id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  marked_by TEXT,
                  marked_at BIGINT NOT NULL
                );
                CREATE INDEX attendance_mark_event ON attendance_mark (event_id);
                CREATE TABLE event_retention (
                  event_id TEXT NOT NULL PRIMARY KEY REFERENCES event (id),
                  months BIGINT NOT NULL
                );
                """)
    ]
}
