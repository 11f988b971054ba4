import Base
import Store

/// Lists and counts of an event's registrations.
package enum RegistrationListStore {
    package static let pageSize = 100

    /// In the order of their making; the same number of statements for any number of them.
    package static func all(of event: Identifier, _ filter: RegistrationFilter = RegistrationFilter(), in tx: Reader) throws
        -> [Registration]
    {
        let rows = try rows(of: event, filter, after: nil, limit: nil, in: tx)
        let wanted = folded(filter.text)
        return wanted.isEmpty ? rows : rows.filter { matches($0, wanted) }
    }

    /// The next `limit` of them behind `last`. The database does not know the text's folding: with one, portions are read
    /// until there are enough.
    package static func part(
        of event: Identifier, _ filter: RegistrationFilter, after last: Registration?, limit: Int, in tx: Reader
    ) throws -> [Registration] {
        let wanted = folded(filter.text)
        let portion = wanted.isEmpty ? limit : max(limit, 1000)
        var found: [Registration] = []
        var last = last
        while true {
            let more = try rows(of: event, filter, after: last, limit: portion, in: tx)
            found += wanted.isEmpty ? more : more.filter { matches($0, wanted) }
            if found.count >= limit || more.count < portion { return Array(found.prefix(limit)) }
            last = more.last
        }
    }

    private static func rows(
        of event: Identifier, _ filter: RegistrationFilter, after last: Registration?, limit: Int?, in tx: Reader
    ) throws -> [Registration] {
        let category: SQL = filter.category.map { " AND category_id = \($0)" } ?? ""
        let states: SQL =
            filter.states.isEmpty ? " AND state <> 'held'" : " AND state IN (\(list: filter.states.map(\.rawValue).sorted()))"
        let behind: SQL =
            last.map { " AND (created_at > \($0.createdAt) OR (created_at = \($0.createdAt) AND id > \($0.id)))" } ?? ""
        let most: SQL = limit.map { " LIMIT \($0)" } ?? ""
        return try tx.rows(
            "SELECT * FROM registration WHERE event_id = \(event)\(category)\(states)\(behind) ORDER BY created_at, id\(most)"
        ).map(RegistrationStore.registration)
    }

    /// How many are in each state, by category.
    package static func counts(of event: Identifier, in tx: Reader) throws -> [Identifier: [Registration.State: Int]] {
        var counts: [Identifier: [Registration.State: Int]] = [:]
        for row in try tx.rows(
            """
            SELECT category_id, state, COUNT(*) AS n FROM registration WHERE event_id = \(event)
            GROUP BY category_id, state ORDER BY category_id, state
            """)
        {
            counts[try row.id("category_id"), default: [:]][try row.raw("state")] = try row.int("n")
        }
        return counts
    }

    private static func matches(_ one: Registration, _ wanted: String) -> Bool {
        let who = one.holder
        return [one.number, who.name, who.latin, who.email, who.organisation].contains { folded($0).contains(wanted) }
    }
}
