import Store

/// Forms and what was answered. Versions are written once: no statement of ours updates or deletes one. Private answers lie in a
/// table of their own, so that nothing that reads the others can bring them along; consents are a log.
package enum QuestionSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-421-question",
            sql: """
                CREATE TABLE questionnaire (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  name TEXT NOT NULL,
                  draft TEXT NOT NULL,
                  created_at BIGINT NOT NULL
                );
                CREATE INDEX questionnaire_event ON questionnaire (event_id);
                CREATE TABLE questionnaire_version (
                  id TEXT NOT NULL PRIMARY KEY,
                  questionnaire_id TEXT NOT NULL REFERENCES questionnaire (id),
                  number BIGINT NOT NULL CHECK (number > 0),
                  content TEXT NOT NULL,
                  digest TEXT NOT NULL,
                  at BIGINT NOT NULL,
                  UNIQUE (questionnaire_id, number)
                );
                CREATE TABLE registration_answer (
                  registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registration (id),
                  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
                  answers TEXT NOT NULL,
                  at BIGINT NOT NULL
                );
                CREATE INDEX registration_answer_version ON registration_answer (version_id);
                CREATE TABLE registration_private (
                  registration_id TEXT NOT NULL REFERENCES registration (id),
                  purpose TEXT NOT NULL,
                  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
                  answers TEXT NOT NULL,
                  delete_at BIGINT NOT NULL,
                  PRIMARY KEY (registration_id, purpose)
                );
                CREATE INDEX registration_private_due ON registration_private (delete_at);
                CREATE TABLE registration_consent (
                  id TEXT NOT NULL PRIMARY KEY,
                  registration_id TEXT NOT NULL REFERENCES registration (id),
                  question_id TEXT NOT NULL,
                  turn BIGINT NOT NULL,
                  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
                  purpose TEXT NOT NULL,
                  wording_digest TEXT NOT NULL,
                  language TEXT NOT NULL,
                  given BIGINT NOT NULL CHECK (given IN (0, 1)),
                  at BIGINT NOT NULL,
                  source TEXT NOT NULL,
                  UNIQUE (registration_id, question_id, turn)
                );
                CREATE TABLE registration_file (
                  file_id TEXT NOT NULL PRIMARY KEY REFERENCES stored_file (id),
                  registration_id TEXT NOT NULL REFERENCES registration (id),
                  question_id TEXT NOT NULL,
                  purpose TEXT NOT NULL
                );
                CREATE INDEX registration_file_registration ON registration_file (registration_id);
                """)
    ]
}
