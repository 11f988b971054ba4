import Base
import Store

/// Organisations in the database: one statement for them and one for their names, however many there are.
package enum OrganisationStore {
    package static func all(in tx: Reader) throws -> [Organisation] {
        try assembled(
            tx.rows("SELECT id, slug, kind, country, ror, website FROM organisation ORDER BY slug"),
            names: tx.rows("SELECT organisation_id, from_date, from_precision, names FROM organisation_name ORDER BY from_date"),
            tx)
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> Organisation? { try named([id], in: tx)[id] }

    package static func find(slug: String, in tx: Reader) throws -> Organisation? {
        guard let id = try tx.first("SELECT id FROM organisation WHERE slug = \(slug)")?.id("id") else { return nil }
        return try find(id, in: tx)
    }

    /// Those of the ids that there are.
    package static func named(_ ids: some Sequence<Identifier>, in tx: Reader) throws -> [Identifier: Organisation] {
        let list = Array(Set(ids)).sorted()
        guard !list.isEmpty else { return [:] }
        let found = try assembled(
            tx.rows("SELECT id, slug, kind, country, ror, website FROM organisation WHERE id IN (\(list: list)) ORDER BY slug"),
            names: tx.rows(
                """
                SELECT organisation_id, from_date, from_precision, names FROM organisation_name
                WHERE organisation_id IN (\(list: list)) ORDER BY from_date
                """), tx)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    static func insert(_ organisation: Organisation, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO organisation (id, slug, kind, country, ror, website, created_at)
            VALUES (\(organisation.id), \(organisation.slug), \(organisation.kind.rawValue), \(organisation.country.code),
            \(organisation.ror?.rawValue), \(organisation.website), \(tx.now))
            """)
        for name in organisation.history { try add(name, to: organisation.id, in: tx) }
    }

    static func update(_ organisation: Organisation, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE organisation SET kind = \(organisation.kind.rawValue), country = \(organisation.country.code),
            ror = \(organisation.ror?.rawValue), website = \(organisation.website) WHERE id = \(organisation.id)
            """)
    }

    /// A name from a date on; the same date again replaces it.
    static func add(_ name: DatedName, to id: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO organisation_name (organisation_id, from_date, from_precision, names)
            VALUES (\(id), \(name.from?.date.description ?? ""), \((name.from?.precision ?? .day).rawValue), \(name.names))
            ON CONFLICT (organisation_id, from_date)
            DO UPDATE SET from_precision = excluded.from_precision, names = excluded.names
            """)
    }

    private static func assembled(_ rows: [Row], names: [Row], _ tx: Reader) throws -> [Organisation] {
        var histories: [Identifier: [DatedName]] = [:]
        for row in names {
            let from = CalendarDate(try row.text("from_date"))
            let precision: KnownDate.Precision = try row.raw("from_precision")
            histories[try row.id("organisation_id"), default: []]
                .append(DatedName(from: from.map { KnownDate($0, precision) }, names: try row.localized("names")))
        }
        return try rows.map { row in
            let id = try row.id("id")
            return Organisation(
                id: id, slug: try row.text("slug"), kind: try row.raw("kind"), country: try row.raw("country"),
                ror: try row.optionalText("ror").flatMap(RORIdentifier.init(rawValue:)), website: try row.optionalText("website"),
                history: histories[id] ?? [], today: tx.now.wall().date)
        }
    }
}
