import Store

/// Who was told what of an edition, and until when contacts comment.
package enum EditionLetterSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "measure-letter-001",
            sql: """
                ALTER TABLE index_edition ADD COLUMN comments_until BIGINT;
                CREATE TABLE index_letter (
                  person_id TEXT NOT NULL,
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  kind TEXT NOT NULL,
                  about TEXT NOT NULL,
                  at BIGINT NOT NULL,
                  PRIMARY KEY (person_id, edition_id, kind, about)
                );
                CREATE INDEX index_letter_edition ON index_letter (edition_id, kind, about);
                """)
    ]
}
