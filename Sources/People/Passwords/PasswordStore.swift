import Base
import Store

/// Password hashes. Whoever has no row has no password.
package enum PasswordStore {
    /// The PHC string of a person.
    package static func find(_ person: Identifier, in tx: Reader) throws -> String? {
        try tx.first("SELECT hash FROM password WHERE person_id = \(person)")?.text("hash")
    }
    package static func changed(_ person: Identifier, in tx: Reader) throws -> Instant? {
        try tx.first("SELECT changed_at FROM password WHERE person_id = \(person)")?.instant("changed_at")
    }

    /// Who has the address, with her password if she has one: one statement for everybody, known or not.
    static func find(email: String, in tx: Reader) throws -> (person: Identifier, hash: String?)? {
        try tx.first(
            """
            SELECT person.id, password.hash FROM person LEFT JOIN password ON password.person_id = person.id
            WHERE person.email_folded = \(Person.folded(email))
            """
        ).map { (try $0.id("id"), try $0.optionalText("hash")) }
    }

    static func put(_ hash: String, of person: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO password (person_id, hash, changed_at) VALUES (\(person), \(hash), \(tx.now))
            ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at
            """)
    }

    /// The same password under today's cost: for its owner nothing has changed.
    static func replace(_ hash: String, by new: String, of person: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE password SET hash = \(new) WHERE person_id = \(person) AND hash = \(hash)")
    }

    static func remove(_ person: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("DELETE FROM password WHERE person_id = \(person)") > 0
    }

    static let personal = PersonalRecord(
        "password", columns: ["password.person_id"],
        export: { "SELECT changed_at FROM password WHERE person_id = \($0)" },
        erasure: .removed { person, tx in _ = try remove(person, in: tx) },
        merge: { from, _, tx in _ = try remove(from, in: tx) })
}
