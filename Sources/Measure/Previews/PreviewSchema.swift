import Store

/// Who sees which country before the release, and what was said about it.
package enum PreviewSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "measure-003-preview",
            sql: """
                CREATE TABLE index_preview (
                  id TEXT NOT NULL PRIMARY KEY,
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  unit TEXT NOT NULL,
                  person_id TEXT NOT NULL,
                  invited_at BIGINT NOT NULL,
                  UNIQUE (edition_id, unit, person_id)
                );
                CREATE INDEX index_preview_person ON index_preview (person_id);
                CREATE TABLE index_comment (
                  id TEXT NOT NULL PRIMARY KEY,
                  preview_id TEXT NOT NULL REFERENCES index_preview (id),
                  person_id TEXT,
                  is_desk BIGINT NOT NULL,
                  at BIGINT NOT NULL,
                  body TEXT NOT NULL
                );
                CREATE INDEX index_comment_preview ON index_comment (preview_id, at);
                CREATE INDEX index_comment_person ON index_comment (person_id);
                """)
    ]
}
