import Base
import Store

/// Seats in sessions: SQL ↔ values. Each session has a row of `place_counter`, which nothing passes by.
package enum SeatStore {
    package static func all(of event: Identifier, in tx: Reader) throws -> [SessionSeats] {
        try tx.rows(
            """
            SELECT s.session_id AS session_id, s.event_id AS event_id, s.counter_id AS counter_id, c.capacity AS capacity,
              c.taken AS taken
            FROM session_seats s JOIN place_counter c ON c.id = s.counter_id WHERE s.event_id = \(event) ORDER BY s.session_id
            """
        ).map(seats)
    }

    package static func find(_ session: Identifier, in tx: Reader) throws -> SessionSeats? {
        try tx.first(
            """
            SELECT s.session_id AS session_id, s.event_id AS event_id, s.counter_id AS counter_id, c.capacity AS capacity,
              c.taken AS taken
            FROM session_seats s JOIN place_counter c ON c.id = s.counter_id WHERE s.session_id = \(session)
            """
        ).map(seats)
    }

    static func insert(_ session: Identifier, of event: Identifier, capacity: Int, in tx: Writer) throws {
        let counter = tx.newID()
        try PlaceCounterStore.insert(counter, capacity: capacity, in: tx)
        try tx.execute(
            "INSERT INTO session_seats (session_id, event_id, counter_id) VALUES (\(session), \(event), \(counter))")
    }

    /// Whoever had a seat has none any more, and needs none.
    static func remove(_ seats: SessionSeats, in tx: Writer) throws {
        try tx.execute("DELETE FROM session_seat WHERE session_id = \(seats.session)")
        try tx.execute("DELETE FROM session_seats WHERE session_id = \(seats.session)")
        try tx.execute("DELETE FROM place_counter WHERE id = \(seats.counter)")
    }

    /// The sessions in which a registration has a seat.
    package static func of(_ registration: Identifier, in tx: Reader) throws -> Set<Identifier> {
        Set(
            try tx.rows("SELECT session_id FROM session_seat WHERE registration_id = \(registration)")
                .map { try $0.id("session_id") })
    }

    static func insert(_ registration: Identifier, in seats: SessionSeats, _ tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO session_seat (session_id, registration_id, event_id, taken_at)
            VALUES (\(seats.session), \(registration), \(seats.event), \(tx.now))
            """)
    }

    /// False if there was none.
    static func giveUp(_ registration: Identifier, in seats: SessionSeats, _ tx: Writer) throws -> Bool {
        let removed = try tx.execute(
            "DELETE FROM session_seat WHERE session_id = \(seats.session) AND registration_id = \(registration)")
        if removed == 1 { try PlaceCounterStore.giveBack(seats.counter, in: tx) }
        return removed == 1
    }

    /// All seats of a registration go back: when it ends, whatever ended it.
    package static func giveUpAll(of registration: Identifier, in tx: Writer) throws {
        for row in try tx.rows(
            """
            SELECT t.counter_id AS counter_id, t.session_id AS session_id FROM session_seat s
            JOIN session_seats t ON t.session_id = s.session_id WHERE s.registration_id = \(registration)
            """)
        {
            try tx.execute(
                """
                DELETE FROM session_seat WHERE session_id = \(try row.id("session_id")) AND registration_id = \(registration)
                """)
            try PlaceCounterStore.giveBack(try row.id("counter_id"), in: tx)
        }
    }

    private static func seats(_ row: Row) throws -> SessionSeats {
        SessionSeats(
            session: try row.id("session_id"), event: try row.id("event_id"), counter: try row.id("counter_id"),
            count: try PlaceCounterStore.count(row))
    }
}
