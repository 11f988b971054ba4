import Base
import Store

/// The rows that hold how much of anything is taken. Every path to a place goes through `take`: there is no other statement
/// that raises `taken`, and the table's own CHECK stands behind this one.
package enum PlaceCounterStore {
    static func insert(_ id: Identifier, capacity: Int, in tx: Writer) throws {
        try tx.execute("INSERT INTO place_counter (id, capacity) VALUES (\(id), \(capacity))")
    }

    /// One place; false if there is none.
    static func take(_ id: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("UPDATE place_counter SET taken = taken + 1 WHERE id = \(id) AND taken < capacity") == 1
    }

    /// Counts an arrival and takes a place in the same breath: the number of the arrival, nil if there was no place.
    static func arriveAndTake(_ id: Identifier, in tx: Writer) throws -> Int? {
        try tx.first(
            """
            UPDATE place_counter SET taken = taken + 1, arrivals = arrivals + 1
            WHERE id = \(id) AND taken < capacity RETURNING arrivals
            """)?.int("arrivals")
    }

    /// The number of an arrival, from 1: the order of the waiting list.
    static func arrive(_ id: Identifier, in tx: Writer) throws -> Int {
        guard
            let row = try tx.first(
                "UPDATE place_counter SET arrivals = arrivals + 1 WHERE id = \(id) RETURNING arrivals")
        else { throw Refusal(.notFound, "refusal.notFound") }
        return try row.int("arrivals")
    }

    static func giveBack(_ id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE place_counter SET taken = taken - 1 WHERE id = \(id)")
    }

    /// False if more are taken already.
    static func setCapacity(_ capacity: Int, of id: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("UPDATE place_counter SET capacity = \(capacity) WHERE id = \(id) AND taken <= \(capacity)") == 1
    }

    package static func count(_ id: Identifier, in tx: Reader) throws -> PlaceCount? {
        try tx.first("SELECT capacity, taken FROM place_counter WHERE id = \(id)").map(count)
    }

    static func count(_ row: Row) throws -> PlaceCount {
        PlaceCount(capacity: try row.int("capacity"), taken: try row.int("taken"))
    }
}
