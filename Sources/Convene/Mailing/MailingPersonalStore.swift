import Base
import Store

/// What letters to many tell of persons, and how all letters about a registration are forgotten.
package enum MailingPersonalStore {
    package static let records: [PersonalRecord] = [mailings, received]

    private static let mailings = PersonalRecord(
        "mailings", columns: ["mailing.made_by"],
        export: { "SELECT event_id, kind, state, created_at, frozen_at FROM mailing WHERE made_by = \($0)" },
        erasure: .removed { person, tx in try tx.execute("UPDATE mailing SET made_by = NULL WHERE made_by = \(person)") },
        merge: { from, into, tx in try tx.execute("UPDATE mailing SET made_by = \(into) WHERE made_by = \(from)") })

    /// By way of her registrations: it must be asked before these forget her.
    private static let received = PersonalRecord(
        "mailingsReceived", columns: [],
        export: {
            """
            SELECT m.event_id AS event_id, m.frozen_at AS frozen_at, r.address AS address, r.state AS state
            FROM mailing_recipient r JOIN mailing m ON m.id = r.mailing_id
            JOIN registration g ON g.id = r.registration_id WHERE g.person_id = \($0)
            """
        },
        erasure: .removed { person, tx in
            for row in try tx.rows("SELECT * FROM registration WHERE person_id = \(person)") {
                try forget(try RegistrationStore.registration(row), in: tx)
            }
        }, merge: { _, _, _ in })

    /// The row stays for the figures; nothing in it says who it was, and no letter goes there any more. Letters about the
    /// registration go, also those that still wait and those to an address that she had before, and what came back of them.
    static func forget(_ one: Registration, in tx: Writer) throws {
        let letters: SQL =
            """
            SELECT id FROM letter WHERE about = \(one.id) UNION
              SELECT letter_id AS id FROM mailing_recipient WHERE registration_id = \(one.id) AND letter_id IS NOT NULL
            """
        try tx.execute("DELETE FROM letter_bounce WHERE letter_id IN (\(letters))")
        try tx.execute("DELETE FROM letter WHERE id IN (\(letters))")
        try tx.execute(
            """
            UPDATE mailing_recipient SET address = registration_id,
              state = CASE WHEN state = 'waiting' THEN 'skipped' ELSE state END WHERE registration_id = \(one.id)
            """)
        guard !one.holder.email.isEmpty else { return }
        // Those of a program that did not say yet what a letter is about.
        try tx.execute(
            """
            DELETE FROM letter WHERE recipient = \(one.holder.email) AND state <> 'waiting' AND about IS NULL
              AND purpose IN (\(list: [RegistrationLetters.purpose, Mailing.purpose]))
            """)
        try tx.execute("DELETE FROM letter_bounce WHERE recipient = \(one.holder.email.lowercased())")
    }
}
