import Base
import Store

/// Memberships in the database: six statements for all of them, however many there are.
package enum MembershipStore {
    package static func all(in tx: Reader) throws -> [Membership] {
        try assembled(tx.rows("SELECT id, organisation_id FROM membership ORDER BY id"), tx)
    }
    package static func find(_ id: Identifier, in tx: Reader) throws -> Membership? {
        try assembled(tx.rows("SELECT id, organisation_id FROM membership WHERE id = \(id)"), tx).first
    }
    /// An organisation's terms, oldest first.
    package static func of(_ organisation: Identifier, in tx: Reader) throws -> [Membership] {
        try assembled(
            tx.rows("SELECT id, organisation_id FROM membership WHERE organisation_id = \(organisation) ORDER BY id"), tx
        )
        .sorted { ($0.began ?? Membership.beginning, $0.id) < ($1.began ?? Membership.beginning, $1.id) }
    }
    package static func members(on day: CalendarDate, in tx: Reader) throws -> MemberRoll {
        MemberRoll(try all(in: tx), on: day)
    }

    static func insert(_ membership: Membership, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO membership (id, organisation_id, created_at)
            VALUES (\(membership.id), \(membership.organisation.id), \(tx.now))
            """)
        for (step, dated) in membership.steps { try set(step, dated, of: membership.id, in: tx) }
        for kind in membership.kinds { try set(kind, of: membership.id, in: tx) }
        for name in membership.usedNames { try set(name, of: membership.id, in: tx) }
    }

    static func set(_ step: Membership.Step, _ dated: Membership.Dated, of id: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO membership_step (membership_id, step, on_date, on_precision, source)
            VALUES (\(id), \(step.rawValue), \(dated.on.date), \(dated.on.precision.rawValue), \(dated.source))
            ON CONFLICT (membership_id, step) DO UPDATE SET
            on_date = excluded.on_date, on_precision = excluded.on_precision, source = excluded.source
            """)
    }
    static func set(_ kind: Membership.DatedKind, of id: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO membership_kind (membership_id, from_date, kind) VALUES (\(id), \(kind.from), \(kind.kind.rawValue))
            ON CONFLICT (membership_id, from_date) DO UPDATE SET kind = excluded.kind
            """)
    }
    static func set(_ name: Membership.UsedName, of id: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO membership_name (membership_id, from_date, names) VALUES (\(id), \(name.from), \(name.names))
            ON CONFLICT (membership_id, from_date) DO UPDATE SET names = excluded.names
            """)
    }

    private static func assembled(_ rows: [Row], _ tx: Reader) throws -> [Membership] {
        guard !rows.isEmpty else { return [] }
        let ids = try rows.map { try $0.id("id") }
        let organisations = try OrganisationStore.named(rows.map { try $0.id("organisation_id") }, in: tx)
        let steps = try steps(ids, tx)
        var kinds: [Identifier: [Membership.DatedKind]] = [:]
        for row in try tx.rows(
            "SELECT membership_id, from_date, kind FROM membership_kind WHERE membership_id IN (\(list: ids)) ORDER BY from_date")
        {
            kinds[try row.id("membership_id"), default: []]
                .append(Membership.DatedKind(from: try row.date("from_date"), kind: try row.raw("kind")))
        }
        var names: [Identifier: [Membership.UsedName]] = [:]
        for row in try tx.rows(
            "SELECT membership_id, from_date, names FROM membership_name WHERE membership_id IN (\(list: ids)) ORDER BY from_date"
        ) {
            names[try row.id("membership_id"), default: []]
                .append(Membership.UsedName(from: try row.date("from_date"), names: try row.localized("names")))
        }
        return try rows.compactMap { row in
            let id = try row.id("id")
            guard let organisation = organisations[try row.id("organisation_id")] else { return nil }
            return Membership(
                id: id, organisation: organisation, steps: steps[id] ?? [:], kinds: kinds[id] ?? [], usedNames: names[id] ?? [])
        }
    }

    private static func steps(_ ids: [Identifier], _ tx: Reader) throws -> [Identifier: [Membership.Step: Membership.Dated]] {
        var steps: [Identifier: [Membership.Step: Membership.Dated]] = [:]
        for row in try tx.rows(
            """
            SELECT membership_id, step, on_date, on_precision, source FROM membership_step
            WHERE membership_id IN (\(list: ids))
            """)
        {
            let on = KnownDate(try row.date("on_date"), try row.raw("on_precision"))
            steps[try row.id("membership_id"), default: [:]][try row.raw("step")] =
                Membership.Dated(on: on, source: try row.text("source"))
        }
        return steps
    }
}
