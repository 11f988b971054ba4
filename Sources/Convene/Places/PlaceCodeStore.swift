import Base
import Store

/// Invitation codes: SQL ↔ values.
package enum PlaceCodeStore {
    package static func all(of event: Identifier, in tx: Reader) throws -> [PlaceCode] {
        try tx.rows(
            """
            SELECT p.id AS id, p.event_id AS event_id, p.category_id AS category_id, p.code AS code,
              p.organisation_id AS organisation_id, p.note AS note, p.until AS until, c.capacity AS capacity, c.taken AS taken
            FROM place_code p JOIN place_counter c ON c.id = p.id WHERE p.event_id = \(event) ORDER BY p.id
            """
        ).map(code)
    }

    static func find(_ code: String, of event: Identifier, in tx: Reader) throws -> PlaceCode? {
        try tx.first(
            """
            SELECT p.id AS id, p.event_id AS event_id, p.category_id AS category_id, p.code AS code,
              p.organisation_id AS organisation_id, p.note AS note, p.until AS until, c.capacity AS capacity, c.taken AS taken
            FROM place_code p JOIN place_counter c ON c.id = p.id WHERE p.event_id = \(event) AND p.code = \(code)
            """
        ).map(self.code)
    }

    static func insert(_ code: PlaceCode, in tx: Writer) throws {
        try PlaceCounterStore.insert(code.id, capacity: code.count.capacity, in: tx)
        try tx.execute(
            """
            INSERT INTO place_code (id, event_id, category_id, code, organisation_id, note, until)
            VALUES (\(code.id), \(code.event), \(code.category), \(code.code), \(code.organisation), \(code.note), \(code.until))
            """)
    }

    private static func code(_ row: Row) throws -> PlaceCode {
        PlaceCode(
            id: try row.id("id"), event: try row.id("event_id"), category: try row.id("category_id"), code: try row.text("code"),
            organisation: try row.optionalID("organisation_id"), note: try row.text("note"),
            until: try row.optionalInstant("until"),
            count: try PlaceCounterStore.count(row))
    }
}
