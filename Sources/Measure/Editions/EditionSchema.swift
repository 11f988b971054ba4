import Store

/// Editions, what they are computed from, who may release them, and what was corrected afterwards.
package enum EditionSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "measure-001-edition",
            sql: """
                CREATE TABLE index_edition (
                  id TEXT NOT NULL PRIMARY KEY,
                  slug TEXT NOT NULL UNIQUE,
                  series TEXT NOT NULL,
                  period TEXT NOT NULL,
                  name TEXT NOT NULL,
                  description TEXT NOT NULL,
                  comparability TEXT NOT NULL,
                  is_sample BIGINT NOT NULL,
                  state TEXT NOT NULL,
                  embargo_at BIGINT,
                  seal TEXT,
                  released_at BIGINT,
                  revision BIGINT NOT NULL,
                  created_at BIGINT NOT NULL
                );
                CREATE INDEX index_edition_series ON index_edition (series, period);
                CREATE INDEX index_edition_state ON index_edition (state, embargo_at);
                CREATE TABLE index_content (
                  edition_id TEXT NOT NULL PRIMARY KEY REFERENCES index_edition (id),
                  nodes TEXT NOT NULL,
                  texts TEXT NOT NULL,
                  dataset TEXT NOT NULL,
                  method TEXT NOT NULL,
                  weight_sets TEXT NOT NULL
                );
                CREATE TABLE index_releaser (
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  person_id TEXT NOT NULL,
                  PRIMARY KEY (edition_id, person_id)
                );
                CREATE INDEX index_releaser_person ON index_releaser (person_id);
                CREATE TABLE index_correction (
                  id TEXT NOT NULL PRIMARY KEY,
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  number BIGINT NOT NULL,
                  at BIGINT NOT NULL,
                  person_id TEXT,
                  unit TEXT NOT NULL,
                  indicator TEXT NOT NULL,
                  old_value DOUBLE PRECISION,
                  new_value DOUBLE PRECISION,
                  reason TEXT NOT NULL,
                  old_digest TEXT NOT NULL,
                  new_digest TEXT NOT NULL,
                  UNIQUE (edition_id, number)
                );
                CREATE INDEX index_correction_person ON index_correction (person_id);
                """)
    ]
}
