import Store

/// The tables of gatherings and what is told about them. Texts in several languages are JSON; dates are ISO texts.
package enum EventSchema {
    package static let migrations: [Migration] = [
        Migration(id: "convene-101-event", sql: events), Migration(id: "convene-102-event-facts", sql: facts),
    ]

    private static let events = """
        CREATE TABLE series (
          id TEXT NOT NULL PRIMARY KEY,
          slug TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL
        );
        CREATE TABLE event (
          id TEXT NOT NULL PRIMARY KEY,
          slug TEXT NOT NULL UNIQUE,
          series_id TEXT NOT NULL REFERENCES series (id),
          kind TEXT NOT NULL,
          name TEXT NOT NULL,
          short_name TEXT NOT NULL,
          zone TEXT NOT NULL,
          first_day TEXT NOT NULL,
          last_day TEXT NOT NULL CHECK (last_day >= first_day),
          venue TEXT NOT NULL,
          city TEXT NOT NULL,
          country TEXT NOT NULL,
          is_public BIGINT NOT NULL
        );
        CREATE INDEX event_series ON event (series_id);
        """

    private static let facts = """
        CREATE TABLE event_theme (
          id TEXT NOT NULL PRIMARY KEY,
          event_id TEXT NOT NULL REFERENCES event (id),
          position BIGINT NOT NULL,
          words TEXT NOT NULL,
          announced TEXT,
          source TEXT NOT NULL
        );
        CREATE INDEX event_theme_event ON event_theme (event_id);
        CREATE TABLE event_party (
          id TEXT NOT NULL PRIMARY KEY,
          event_id TEXT NOT NULL REFERENCES event (id),
          position BIGINT NOT NULL,
          role TEXT NOT NULL,
          organisation_id TEXT REFERENCES organisation (id),
          name TEXT NOT NULL
        );
        CREATE INDEX event_party_event ON event_party (event_id);
        CREATE INDEX event_party_organisation ON event_party (organisation_id);
        CREATE TABLE event_figure (
          id TEXT NOT NULL PRIMARY KEY,
          event_id TEXT NOT NULL REFERENCES event (id),
          position BIGINT NOT NULL,
          standing TEXT NOT NULL,
          value BIGINT NOT NULL CHECK (value >= 0),
          qualifier TEXT NOT NULL,
          unit TEXT NOT NULL,
          as_of TEXT,
          source TEXT NOT NULL
        );
        CREATE INDEX event_figure_event ON event_figure (event_id);
        CREATE TABLE event_outcome (
          id TEXT NOT NULL PRIMARY KEY,
          event_id TEXT NOT NULL REFERENCES event (id),
          position BIGINT NOT NULL,
          title TEXT NOT NULL
        );
        CREATE INDEX event_outcome_event ON event_outcome (event_id);
        """
}
