import Store

package enum RegistrationSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-411-registration",
            sql: """
                CREATE TABLE registration (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  category_id TEXT NOT NULL REFERENCES place_category (id),
                  state TEXT NOT NULL,
                  has_place BIGINT NOT NULL,
                  arrival BIGINT NOT NULL,
                  number TEXT NOT NULL,
                  generation BIGINT NOT NULL,
                  name TEXT NOT NULL,
                  latin TEXT NOT NULL,
                  email TEXT NOT NULL,
                  active_email TEXT,
                  organisation_name TEXT NOT NULL,
                  country TEXT NOT NULL,
                  language TEXT NOT NULL,
                  speaks TEXT NOT NULL,
                  person_id TEXT,
                  organisation_id TEXT,
                  code_id TEXT REFERENCES place_code (id),
                  held_until BIGINT,
                  wanted_id TEXT REFERENCES place_category (id),
                  wanted_arrival BIGINT,
                  invoice TEXT,
                  paid_at BIGINT,
                  created_at BIGINT NOT NULL,
                  confirmed_at BIGINT,
                  ended_at BIGINT,
                  revision BIGINT NOT NULL,
                  key_digest TEXT NOT NULL,
                  UNIQUE (event_id, number),
                  UNIQUE (event_id, key_digest),
                  UNIQUE (event_id, active_email)
                );
                CREATE INDEX registration_state ON registration (category_id, state, arrival);
                CREATE INDEX registration_event ON registration (event_id, state);
                CREATE INDEX registration_held ON registration (held_until);
                CREATE INDEX registration_wanted ON registration (wanted_id, wanted_arrival);
                CREATE INDEX registration_person ON registration (person_id);
                CREATE INDEX registration_code ON registration (code_id);
                """),
        // Most registrations have none of these: an entry for each nothing was half of what a hold cost. What belongs to an event
        // is found by its numbers.
        Migration(
            id: "convene-471-registration-indexes",
            sql: """
                DROP INDEX registration_event;
                DROP INDEX registration_held;
                DROP INDEX registration_wanted;
                DROP INDEX registration_person;
                DROP INDEX registration_code;
                CREATE INDEX registration_held ON registration (held_until) WHERE held_until IS NOT NULL;
                CREATE INDEX registration_wanted ON registration (wanted_id, wanted_arrival) WHERE wanted_id IS NOT NULL;
                CREATE INDEX registration_person ON registration (person_id) WHERE person_id IS NOT NULL;
                CREATE INDEX registration_code ON registration (code_id) WHERE code_id IS NOT NULL;
                """),
    ]
}
