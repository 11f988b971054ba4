import Base
import Store

/// What registrations tell of persons with an account: given to her, and taken out of them when she has herself erased.
enum RegistrationPersonalStore {
    static let record = PersonalRecord(
        "registrations", columns: ["registration.person_id"],
        export: { person in
            """
            SELECT event_id, category_id, state, number, name, latin, email, organisation_name, country, language, speaks, invoice,
              paid_at, created_at, confirmed_at, ended_at FROM registration WHERE person_id = \(person)
            """
        },
        erasure: .removed { person, tx in
            for row in try tx.rows("SELECT id FROM registration WHERE person_id = \(person)") {
                if let one = try RegistrationStore.find(try row.id("id"), in: tx) { try erase(one, in: tx) }
            }
        },
        merge: { from, into, tx in
            try tx.execute("UPDATE registration SET person_id = \(into) WHERE person_id = \(from)")
        })

    /// Somebody wants to be forgotten now. What she had goes to the next in the queue at the next round.
    static func erase(_ one: Registration, in tx: Writer) throws {
        if one.state.isActive { _ = try RegistrationActions.end(one, as: .cancelled, "registration.cancelled", in: tx) }
        try makeNameless(one, in: tx)
    }

    /// The one place where a registration forgets who it was: because she asks, or because its time is over. The row stays, for the
    /// figures and because a place must not be lost; nothing in it says who it was, and the address of its page opens nothing any
    /// more. Letters about it go; lists of mailings and scans at doors keep its identifier alone.
    static func makeNameless(_ one: Registration, in tx: Writer) throws {
        try MailingPersonalStore.forget(one, in: tx)
        try DoorScanStore.forget(one.id, in: tx)
        try tx.execute(
            """
            UPDATE registration SET name = '—', latin = '', email = '', active_email = NULL, organisation_name = '', speaks = '[]',
              invoice = NULL, person_id = NULL, generation = generation + 1 WHERE id = \(one.id)
            """)
    }
}
