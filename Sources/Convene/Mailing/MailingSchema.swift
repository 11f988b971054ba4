import Store

/// How letters are worded, what was sent to whom.
package enum MailingSchema {
    package static let migrations: [Migration] = [
        Migration(
            id: "convene-431-template",
            sql: """
                CREATE TABLE mail_template (
                  event_id TEXT NOT NULL REFERENCES event (id),
                  occasion TEXT NOT NULL,
                  wording TEXT NOT NULL,
                  PRIMARY KEY (event_id, occasion)
                );
                """),
        Migration(
            id: "convene-432-mailing",
            sql: """
                CREATE TABLE mailing (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  kind TEXT NOT NULL,
                  state TEXT NOT NULL,
                  wording TEXT NOT NULL,
                  audience TEXT NOT NULL,
                  made_by TEXT,
                  created_at BIGINT NOT NULL,
                  frozen_at BIGINT,
                  ended_at BIGINT
                );
                CREATE INDEX mailing_event ON mailing (event_id, created_at);
                CREATE INDEX mailing_state ON mailing (state, id);
                CREATE TABLE mailing_recipient (
                  mailing_id TEXT NOT NULL REFERENCES mailing (id),
                  address TEXT NOT NULL,
                  registration_id TEXT NOT NULL,
                  state TEXT NOT NULL,
                  letter_id TEXT,
                  PRIMARY KEY (mailing_id, address)
                );
                CREATE INDEX mailing_recipient_state ON mailing_recipient (mailing_id, state, address);
                CREATE INDEX mailing_recipient_registration ON mailing_recipient (registration_id);
                CREATE INDEX mailing_recipient_letter ON mailing_recipient (letter_id);
                CREATE TABLE mail_reminder (
                  id TEXT NOT NULL PRIMARY KEY,
                  event_id TEXT NOT NULL REFERENCES event (id),
                  minutes BIGINT NOT NULL,
                  mailing_id TEXT REFERENCES mailing (id),
                  UNIQUE (event_id, minutes)
                );
                CREATE INDEX mail_reminder_mailing ON mail_reminder (mailing_id);
                """),
        Migration(
            id: "convene-433-answers",
            sql: """
                CREATE TABLE mail_setting (
                  event_id TEXT NOT NULL PRIMARY KEY REFERENCES event (id),
                  reply_to TEXT NOT NULL
                );
                """),
    ]
}
