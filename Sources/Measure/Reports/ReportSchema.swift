import Store

/// Texts about editions. A report is read by everyone only with its edition, so that the one column does not say it alone.
package enum ReportSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "measure-010-report",
            sql: """
                CREATE TABLE index_report (
                  id TEXT NOT NULL PRIMARY KEY,
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  slug TEXT NOT NULL,
                  kind TEXT NOT NULL,
                  title TEXT NOT NULL,
                  body TEXT NOT NULL,
                  authors TEXT NOT NULL,
                  state TEXT NOT NULL,
                  revision BIGINT NOT NULL,
                  published_at BIGINT,
                  created_at BIGINT NOT NULL,
                  UNIQUE (edition_id, slug)
                );
                """)
    ]
}
