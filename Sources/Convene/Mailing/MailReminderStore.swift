import Base
import Store

/// Reminders: SQL ↔ values.
package enum MailReminderStore {
    /// The longest before the event first.
    package static func all(of event: Identifier, in tx: Reader) throws -> [MailReminder] {
        try tx.rows("SELECT * FROM mail_reminder WHERE event_id = \(event) ORDER BY minutes DESC").map(reminder)
    }

    /// Those that are still to come, of all events.
    static func waiting(in tx: Reader) throws -> [MailReminder] {
        try tx.rows("SELECT * FROM mail_reminder WHERE mailing_id IS NULL ORDER BY id").map(reminder)
    }

    /// False if there is one for the same time.
    static func insert(_ one: MailReminder, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO mail_reminder (id, event_id, minutes) VALUES (\(one.id), \(one.event), \(one.minutes))
            ON CONFLICT (event_id, minutes) DO NOTHING
            """) == 1
    }

    /// One that was sent stays: it says that it was.
    static func remove(_ id: Identifier, of event: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("DELETE FROM mail_reminder WHERE id = \(id) AND event_id = \(event) AND mailing_id IS NULL") == 1
    }

    /// Takes a reminder for sending; false if another process has it.
    static func claim(_ id: Identifier, for mailing: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("UPDATE mail_reminder SET mailing_id = \(mailing) WHERE id = \(id) AND mailing_id IS NULL") == 1
    }

    private static func reminder(_ row: Row) throws -> MailReminder {
        MailReminder(
            id: try row.id("id"), event: try row.id("event_id"), minutes: try row.int("minutes"),
            mailing: try row.optionalID("mailing_id"))
    }
}
