import Store

/// Materials belong to a session by its identifier alone: one that is taken off the draft and brought back has them still.
package enum MaterialSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-251-material",
            sql: """
                CREATE TABLE session_material (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  session_id TEXT NOT NULL,
                  position BIGINT NOT NULL,
                  kind TEXT NOT NULL,
                  title TEXT NOT NULL,
                  language TEXT NOT NULL,
                  licence TEXT NOT NULL,
                  visibility TEXT NOT NULL,
                  file_id TEXT REFERENCES stored_file (id),
                  url TEXT NOT NULL,
                  recording_id TEXT REFERENCES session_material (id),
                  person_id TEXT,
                  created_at BIGINT NOT NULL
                );
                CREATE INDEX session_material_session ON session_material (session_id, position);
                CREATE INDEX session_material_event ON session_material (event_id);
                CREATE INDEX session_material_recording ON session_material (recording_id);
                CREATE INDEX session_material_file ON session_material (file_id);
                CREATE INDEX session_material_person ON session_material (person_id);
                """)
    ]
}
