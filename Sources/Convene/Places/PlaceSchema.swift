import Store

/// Places and who has them. `place_counter` holds how many of anything are taken; nothing else does.
package enum PlaceSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-401-place",
            sql: """
                CREATE TABLE place_counter (
                  id TEXT NOT NULL PRIMARY KEY,
                  capacity BIGINT NOT NULL,
                  taken BIGINT NOT NULL DEFAULT 0,
                  arrivals BIGINT NOT NULL DEFAULT 0,
                  CONSTRAINT place_counter_held CHECK (taken >= 0 AND taken <= capacity)
                );
                CREATE TABLE place_category (
                  id TEXT NOT NULL PRIMARY KEY REFERENCES place_counter (id),
                  event_id TEXT NOT NULL REFERENCES event (id),
                  position BIGINT NOT NULL,
                  lottery_until BIGINT,
                  content TEXT NOT NULL
                );
                CREATE INDEX place_category_event ON place_category (event_id, position);
                CREATE INDEX place_category_lottery ON place_category (lottery_until);
                CREATE TABLE place_quota (
                  counter_id TEXT NOT NULL PRIMARY KEY REFERENCES place_counter (id),
                  category_id TEXT NOT NULL REFERENCES place_category (id),
                  organisation_id TEXT NOT NULL,
                  UNIQUE (category_id, organisation_id)
                );
                CREATE TABLE place_code (
                  id TEXT NOT NULL PRIMARY KEY REFERENCES place_counter (id),
                  event_id TEXT NOT NULL REFERENCES event (id),
                  category_id TEXT NOT NULL REFERENCES place_category (id),
                  code TEXT NOT NULL,
                  organisation_id TEXT,
                  note TEXT NOT NULL,
                  until BIGINT,
                  UNIQUE (event_id, code)
                );
                CREATE INDEX place_code_category ON place_code (category_id);
                """)
    ]
}
