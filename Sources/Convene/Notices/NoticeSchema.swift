import Store

/// Who was told of which release: a second letter about the same one cannot be written.
package enum NoticeSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-401-notice",
            sql: """
                CREATE TABLE release_told (
                  event_id TEXT NOT NULL REFERENCES event (id),
                  number BIGINT NOT NULL,
                  at BIGINT NOT NULL,
                  by_person TEXT NOT NULL,
                  PRIMARY KEY (event_id, number)
                );
                CREATE TABLE release_notice (
                  event_id TEXT NOT NULL REFERENCES event (id),
                  number BIGINT NOT NULL,
                  person_id TEXT NOT NULL,
                  letter_id TEXT NOT NULL,
                  at BIGINT NOT NULL,
                  PRIMARY KEY (event_id, number, person_id)
                );
                """)
    ]
}
