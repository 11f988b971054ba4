import Store

/// The table of profiles.
enum ProfileSchema {
    static let migrations = [
        Migration(
            id: "people-101-profile",
            sql: """
                CREATE TABLE person_profile (
                  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
                  biography TEXT NOT NULL,
                  languages TEXT NOT NULL,
                  orcid TEXT,
                  website TEXT,
                  reading TEXT,
                  portrait_id TEXT,
                  is_public BIGINT NOT NULL,
                  changed_at BIGINT NOT NULL
                );
                CREATE INDEX person_profile_portrait ON person_profile (portrait_id);
                """)
    ]
}
