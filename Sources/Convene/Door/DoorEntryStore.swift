import Base
import Store

/// Who may come: the registrations of an event as its doors know them.
package enum DoorEntryStore {
    /// The list of an event, from the shelf where nothing has changed.
    package static func list(of event: Identifier, in tx: Reader) throws -> DoorList {
        try DoorListShelf.shared.list(of: event, mark: mark(of: event, in: tx), now: tx.now) {
            DoorList(try all(of: event, in: tx), event: event)
        }
    }

    /// Changes with each change of a registration, and with each seat that is taken or given up.
    static func mark(of event: Identifier, in tx: Reader) throws -> String {
        let row = try tx.first(
            """
            SELECT COUNT(*) AS n, CAST(COALESCE(SUM(revision), 0) AS BIGINT) AS revisions,
              (SELECT COUNT(*) FROM session_seat s WHERE s.event_id = \(event)) AS seats,
              (SELECT CAST(COALESCE(SUM(s.taken_at), 0) AS BIGINT) FROM session_seat s WHERE s.event_id = \(event)) AS taken
            FROM registration WHERE event_id = \(event)
            """)
        guard let row else { return "" }
        return try "\(row.int("n")) \(row.int("revisions")) \(row.int("seats")) \(row.int("taken"))"
    }

    /// Everybody whose form was sent, in no order. The number of statements does not depend on how many there are.
    static func all(of event: Identifier, in tx: Reader) throws -> [DoorEntry] {
        let categories = try PlaceCategoryStore.all(of: event, in: tx)
        let invoiced = Set(categories.filter { $0.category.fee == .invoiced }.map(\.category.id))
        var seats: [Identifier: Set<Identifier>] = [:]
        for row in try tx.rows("SELECT session_id, registration_id FROM session_seat WHERE event_id = \(event)") {
            seats[try row.id("registration_id"), default: []].insert(try row.id("session_id"))
        }
        return try tx.rows(
            """
            SELECT id, number, generation, state, category_id, paid_at, name, latin, organisation_name
            FROM registration WHERE event_id = \(event) AND generation > 0
            """
        ).map { row in
            let (id, category) = (try row.id("id"), try row.id("category_id"))
            let isPaid = try row.optionalInstant("paid_at") != nil
            return DoorEntry(
                registration: id, number: try row.text("number"), generation: try row.int("generation"),
                standing: DoorEntry.Standing(try row.raw("state")), category: category,
                isUnpaid: invoiced.contains(category) && !isPaid, seats: seats[id] ?? [], name: try row.text("name"),
                latin: try row.text("latin"), organisation: try row.text("organisation_name"))
        }
    }
}
