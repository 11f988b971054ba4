import Store

/// Rounds, those who are asked in them, and what they answered. Of an expert's link only the digest is kept.
package enum RoundSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "measure-002-round",
            sql: """
                CREATE TABLE index_round (
                  id TEXT NOT NULL PRIMARY KEY,
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  number BIGINT NOT NULL,
                  state TEXT NOT NULL,
                  question TEXT NOT NULL,
                  opened_at BIGINT NOT NULL,
                  closed_at BIGINT,
                  wholes TEXT NOT NULL,
                  UNIQUE (edition_id, number)
                );
                CREATE TABLE index_expert (
                  id TEXT NOT NULL PRIMARY KEY,
                  edition_id TEXT NOT NULL REFERENCES index_edition (id),
                  name TEXT NOT NULL,
                  email TEXT NOT NULL,
                  email_folded TEXT NOT NULL,
                  language TEXT NOT NULL,
                  person_id TEXT,
                  digest TEXT UNIQUE,
                  UNIQUE (edition_id, email_folded)
                );
                CREATE INDEX index_expert_person ON index_expert (person_id);
                CREATE TABLE index_answer (
                  round_id TEXT NOT NULL REFERENCES index_round (id),
                  expert_id TEXT NOT NULL REFERENCES index_expert (id),
                  points TEXT NOT NULL,
                  at BIGINT NOT NULL,
                  PRIMARY KEY (round_id, expert_id)
                );
                CREATE INDEX index_answer_expert ON index_answer (expert_id);
                """)
    ]
}
