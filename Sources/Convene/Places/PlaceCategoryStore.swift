import Base
import Store

/// Categories with their counters, quotas and codes: SQL ↔ values.
package enum PlaceCategoryStore {
    package struct Counted: Hashable, Sendable {
        package let category: PlaceCategory
        package let count: PlaceCount
    }

    /// In their order.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Counted] {
        try tx.rows(
            """
            SELECT p.content AS content, c.capacity AS capacity, c.taken AS taken FROM place_category p
            JOIN place_counter c ON c.id = p.id WHERE p.event_id = \(event) ORDER BY p.position, p.id
            """
        ).map { Counted(category: try $0.recalled("content"), count: try PlaceCounterStore.count($0)) }
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> PlaceCategory? {
        try tx.first("SELECT content FROM place_category WHERE id = \(id)")?.recalled("content")
    }

    static func insert(_ category: PlaceCategory, capacity: Int, in tx: Writer) throws {
        try PlaceCounterStore.insert(category.id, capacity: capacity, in: tx)
        try tx.execute(
            """
            INSERT INTO place_category (id, event_id, position, lottery_until, content)
            VALUES (\(category.id), \(category.event), \(category.position), \(due(category)), \(json(category)))
            """)
    }

    static func update(_ category: PlaceCategory, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE place_category SET position = \(category.position), lottery_until = \(due(category)),
              content = \(json(category)) WHERE id = \(category.id)
            """)
    }

    /// Nobody may have registered for it.
    static func remove(_ id: Identifier, in tx: Writer) throws {
        for counter in try tx.rows("SELECT counter_id FROM place_quota WHERE category_id = \(id)").map({ try $0.id("counter_id") }
        )
            + tx.rows("SELECT id FROM place_code WHERE category_id = \(id)").map({ try $0.id("id") })
        {
            try tx.execute("DELETE FROM place_quota WHERE counter_id = \(counter)")
            try tx.execute("DELETE FROM place_code WHERE id = \(counter)")
            try tx.execute("DELETE FROM place_counter WHERE id = \(counter)")
        }
        try tx.execute("DELETE FROM place_category WHERE id = \(id)")
        try tx.execute("DELETE FROM place_counter WHERE id = \(id)")
    }

    /// Categories whose draw is due.
    static func drawsDue(of event: Identifier, in tx: Reader) throws -> [PlaceCategory] {
        try tx.rows(
            "SELECT content FROM place_category WHERE event_id = \(event) AND lottery_until <= \(tx.now) ORDER BY id"
        )
        .map { try $0.recalled("content") }
    }

    private static func due(_ category: PlaceCategory) -> Instant? {
        category.lottery.flatMap { $0.drawnAt == nil ? $0.until : nil }
    }

    // MARK: Quotas

    package static func quotas(of event: Identifier, in tx: Reader) throws -> [PlaceQuota] {
        try tx.rows(
            """
            SELECT q.category_id AS category_id, q.organisation_id AS organisation_id, c.capacity AS capacity, c.taken AS taken
            FROM place_quota q JOIN place_counter c ON c.id = q.counter_id
            JOIN place_category p ON p.id = q.category_id WHERE p.event_id = \(event)
            ORDER BY q.category_id, q.organisation_id
            """
        ).map {
            PlaceQuota(
                category: try $0.id("category_id"), organisation: try $0.id("organisation_id"),
                count: try PlaceCounterStore.count($0))
        }
    }

    /// The counter of an organisation's quota in a category; nil where it has none.
    static func quota(of organisation: Identifier?, in category: Identifier, _ tx: Reader) throws -> Identifier? {
        guard let organisation else { return nil }
        return try tx.first(
            """
            SELECT counter_id FROM place_quota WHERE category_id = \(category) AND organisation_id = \(organisation)
            """)?.id("counter_id")
    }

    static func insertQuota(
        _ counter: Identifier, of organisation: Identifier, in category: Identifier, capacity: Int, _ tx: Writer
    )
        throws
    {
        try PlaceCounterStore.insert(counter, capacity: capacity, in: tx)
        try tx.execute(
            """
            INSERT INTO place_quota (counter_id, category_id, organisation_id)
            VALUES (\(counter), \(category), \(organisation))
            """)
    }

    static func removeQuota(_ counter: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM place_quota WHERE counter_id = \(counter)")
        try tx.execute("DELETE FROM place_counter WHERE id = \(counter)")
    }
}
