import Base
import Store

/// Who has which role, everywhere or in one event.
package enum RoleStore {
    /// A person with her roles as the verbs ask for it; nil if there is no such person.
    package static func viewer(_ id: Identifier, in tx: Reader) throws -> Viewer? {
        guard let person = try PersonStore.find(id, in: tx) else { return nil }
        return Viewer(person: id, name: person.name, grants: try grants(of: id, in: tx))
    }

    package static func grants(of person: Identifier, in tx: Reader) throws -> Set<Grant> {
        Set(try tx.rows("SELECT role, scope, part FROM role_grant WHERE person_id = \(person)").map(grant))
    }

    /// Everyone's, in one statement.
    package static func all(in tx: Reader) throws -> [Identifier: Set<Grant>] {
        var all: [Identifier: Set<Grant>] = [:]
        for row in try tx.rows("SELECT person_id, role, scope, part FROM role_grant") {
            all[try row.id("person_id"), default: []].insert(try grant(row))
        }
        return all
    }

    /// Who has a role in the whole of that very event, besides those who have one everywhere.
    package static func persons(with scope: Identifier, in tx: Reader) throws -> [Identifier: Set<Role>] {
        var all: [Identifier: Set<Role>] = [:]
        for row in try tx.rows("SELECT person_id, role FROM role_grant WHERE scope = \(scope) AND part = ''") {
            all[try row.id("person_id"), default: []].insert(try row.raw("role"))
        }
        return all
    }

    package static func administrators(in tx: Reader) throws -> Int {
        try tx.count("SELECT COUNT(*) FROM role_grant WHERE role = \(Role.administrator.rawValue) AND scope = ''")
    }

    static func insert(_ grant: Grant, to person: Identifier, by giver: Identifier?, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO role_grant (person_id, role, scope, part, granted_at, granted_by)
            VALUES (\(person), \(grant.role.rawValue), \(grant.scope?.text ?? ""), \(grant.part?.text ?? ""), \(tx.now), \(giver))
            ON CONFLICT (person_id, role, scope, part) DO NOTHING
            """) > 0
    }

    static func delete(_ grant: Grant, of person: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            DELETE FROM role_grant
            WHERE person_id = \(person) AND role = \(grant.role.rawValue) AND scope = \(grant.scope?.text ?? "")
            AND part = \(grant.part?.text ?? "")
            """) > 0
    }

    private static func grant(_ row: Row) throws -> Grant {
        Grant(try row.raw("role"), in: try place(row, "scope"), part: try place(row, "part"))
    }

    /// The empty text stands for none: no column of a key is null.
    static func place(_ row: Row, _ column: String) throws -> Identifier? {
        let text = try row.text(column)
        return text.isEmpty ? nil : Identifier(stored: text)
    }
}
