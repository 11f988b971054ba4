import Base
import Store

/// Persons and their affiliations in the database.
package enum PersonStore {
    package static func all(in tx: Reader) throws -> [Person] {
        try tx.rows("SELECT id, name, latin, sort_key, email FROM person ORDER BY id").map(person)
    }
    package static func find(_ id: Identifier, in tx: Reader) throws -> Person? {
        try tx.first("SELECT id, name, latin, sort_key, email FROM person WHERE id = \(id)").map(person)
    }
    package static func find(email: String, in tx: Reader) throws -> Person? {
        try tx.first("SELECT id, name, latin, sort_key, email FROM person WHERE email_folded = \(Person.folded(email))")
            .map(person)
    }
    /// Those of the ids that there are.
    package static func named(_ ids: some Sequence<Identifier>, in tx: Reader) throws -> [Identifier: Person] {
        let list = Array(Set(ids)).sorted()
        guard !list.isEmpty else { return [:] }
        let found = try tx.rows("SELECT id, name, latin, sort_key, email FROM person WHERE id IN (\(list: list))").map(person)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func insert(_ person: Person, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO person (id, name, latin, sort_key, email, email_folded, created_at)
            VALUES (\(person.id), \(person.name), \(person.latin), \(person.sortKey), \(person.email),
            \(person.email.map(Person.folded)), \(tx.now))
            """)
    }
    static func update(_ person: Person, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE person SET name = \(person.name), latin = \(person.latin), sort_key = \(person.sortKey),
            email = \(person.email), email_folded = \(person.email.map(Person.folded)) WHERE id = \(person.id)
            """)
    }

    /// Every affiliation of everyone, the newest first.
    package static func affiliations(in tx: Reader) throws -> [Affiliation] {
        try tx.rows(
            """
            SELECT id, person_id, organisation_id, title, from_date, until_date FROM affiliation ORDER BY from_date DESC, id
            """
        ).map(affiliation)
    }
    package static func affiliations(of person: Identifier, in tx: Reader) throws -> [Affiliation] {
        try tx.rows(
            """
            SELECT id, person_id, organisation_id, title, from_date, until_date FROM affiliation
            WHERE person_id = \(person) ORDER BY from_date DESC, id
            """
        ).map(affiliation)
    }
    static func insert(_ affiliation: Affiliation, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO affiliation (id, person_id, organisation_id, title, from_date, until_date)
            VALUES (\(affiliation.id), \(affiliation.person), \(affiliation.organisation), \(affiliation.title),
            \(affiliation.from?.description ?? ""), \(affiliation.until?.description ?? ""))
            """)
    }
    static func end(_ id: Identifier, until: CalendarDate, in tx: Writer) throws {
        try tx.execute("UPDATE affiliation SET until_date = \(until) WHERE id = \(id)")
    }

    private static func person(_ row: Row) throws -> Person {
        Person(
            id: try row.id("id"), name: try row.text("name"), latin: try row.optionalText("latin"),
            sortKey: try row.optionalText("sort_key"), email: try row.optionalText("email"))
    }
    private static func affiliation(_ row: Row) throws -> Affiliation {
        Affiliation(
            id: try row.id("id"), person: try row.id("person_id"), organisation: try row.id("organisation_id"),
            title: try row.text("title"), from: CalendarDate(try row.text("from_date")),
            until: CalendarDate(try row.text("until_date")))
    }
}
