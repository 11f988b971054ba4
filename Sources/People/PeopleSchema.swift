import Store

/// The tables of People. A date that may be missing is the empty text, so that it sorts first in both engines.
enum PeopleSchema {
    static let migrations = [organisations, persons, memberships, signIn]

    private static let organisations = Migration(
        id: "people-001-organisation",
        sql: """
            CREATE TABLE organisation (
              id TEXT NOT NULL PRIMARY KEY,
              slug TEXT NOT NULL UNIQUE,
              kind TEXT NOT NULL,
              country TEXT NOT NULL,
              ror TEXT,
              website TEXT,
              created_at BIGINT NOT NULL
            );
            CREATE TABLE organisation_name (
              organisation_id TEXT NOT NULL REFERENCES organisation (id),
              from_date TEXT NOT NULL,
              from_precision TEXT NOT NULL,
              names TEXT NOT NULL,
              PRIMARY KEY (organisation_id, from_date)
            );
            """)

    private static let persons = Migration(
        id: "people-002-person",
        sql: """
            CREATE TABLE person (
              id TEXT NOT NULL PRIMARY KEY,
              name TEXT NOT NULL,
              latin TEXT,
              sort_key TEXT,
              email TEXT,
              email_folded TEXT UNIQUE,
              created_at BIGINT NOT NULL
            );
            CREATE TABLE affiliation (
              id TEXT NOT NULL PRIMARY KEY,
              person_id TEXT NOT NULL REFERENCES person (id),
              organisation_id TEXT NOT NULL REFERENCES organisation (id),
              title TEXT NOT NULL,
              from_date TEXT NOT NULL,
              until_date TEXT NOT NULL
            );
            CREATE INDEX affiliation_person ON affiliation (person_id);
            CREATE INDEX affiliation_organisation ON affiliation (organisation_id);
            CREATE TABLE role_grant (
              person_id TEXT NOT NULL REFERENCES person (id),
              role TEXT NOT NULL,
              scope TEXT NOT NULL,
              granted_at BIGINT NOT NULL,
              granted_by TEXT,
              PRIMARY KEY (person_id, role, scope)
            );
            """)

    private static let memberships = Migration(
        id: "people-003-membership",
        sql: """
            CREATE TABLE membership (
              id TEXT NOT NULL PRIMARY KEY,
              organisation_id TEXT NOT NULL REFERENCES organisation (id),
              created_at BIGINT NOT NULL
            );
            CREATE INDEX membership_organisation ON membership (organisation_id);
            CREATE TABLE membership_step (
              membership_id TEXT NOT NULL REFERENCES membership (id),
              step TEXT NOT NULL,
              on_date TEXT NOT NULL,
              on_precision TEXT NOT NULL,
              source TEXT NOT NULL,
              PRIMARY KEY (membership_id, step)
            );
            CREATE TABLE membership_kind (
              membership_id TEXT NOT NULL REFERENCES membership (id),
              from_date TEXT NOT NULL,
              kind TEXT NOT NULL,
              PRIMARY KEY (membership_id, from_date)
            );
            CREATE TABLE membership_name (
              membership_id TEXT NOT NULL REFERENCES membership (id),
              from_date TEXT NOT NULL,
              names TEXT NOT NULL,
              PRIMARY KEY (membership_id, from_date)
            );
            """)

    private static let signIn = Migration(
        id: "people-004-sign-in",
        sql: """
            CREATE TABLE sign_in_link (
              digest TEXT NOT NULL PRIMARY KEY,
              person_id TEXT REFERENCES person (id),
              browser_digest TEXT NOT NULL,
              code_digest TEXT NOT NULL,
              attempts BIGINT NOT NULL,
              created_at BIGINT NOT NULL,
              expires_at BIGINT NOT NULL,
              used_at BIGINT
            );
            CREATE INDEX sign_in_link_browser ON sign_in_link (browser_digest);
            CREATE INDEX sign_in_link_person ON sign_in_link (person_id, created_at);
            """)
}
