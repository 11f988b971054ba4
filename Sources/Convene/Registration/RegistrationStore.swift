import Base
import Store

/// Registrations: SQL ↔ values. A state is changed by `move` alone, and only from the state that the caller has seen.
package enum RegistrationStore {
    package static func find(_ id: Identifier, in tx: Reader) throws -> Registration? {
        try tx.first("SELECT * FROM registration WHERE id = \(id)").map(registration)
    }

    /// The one that was begun with that key.
    static func find(key: String, of event: Identifier, in tx: Reader) throws -> Registration? {
        try tx.first("SELECT * FROM registration WHERE event_id = \(event) AND key_digest = \(key)").map(registration)
    }

    /// With what it is for. One statement: it is asked twice for each form of a rush.
    static func opened(_ id: Identifier, in tx: Reader) throws -> (
        one: Registration, event: Event, category: PlaceCategory, isFull: Bool
    )? {
        try tx.first(
            """
            SELECT r.*, \(EventStore.joined), p.content AS category_content, c.taken >= c.capacity AS is_full
            FROM registration r JOIN event e ON e.id = r.event_id JOIN place_category p ON p.id = r.category_id
            JOIN place_counter c ON c.id = r.category_id WHERE r.id = \(id)
            """
        ).map {
            (
                try registration($0), try EventStore.event($0.part("event_of_")), try $0.recalled("category_content"),
                try $0.bool("is_full")
            )
        }
    }

    /// What is to be known before a place is held. One statement: it is asked for each hold of a rush.
    struct Threshold: Sendable {
        let event: Event
        let category: PlaceCategory
        /// Somebody is in the queue.
        let isAwaited: Bool
        /// No place is left.
        let isFull: Bool
        /// What was begun with that key: what is sent twice is done once.
        let known: Identifier?
    }

    static func threshold(_ category: Identifier, key: String, in tx: Reader) throws -> Threshold? {
        try tx.first(
            """
            SELECT \(EventStore.joined), p.content AS content, c.taken >= c.capacity AS is_full,
              EXISTS (SELECT 1 FROM registration WHERE category_id = p.id AND state = 'waiting')
                OR EXISTS (SELECT 1 FROM registration WHERE wanted_id = p.id AND state = 'confirmed') AS is_awaited,
              (SELECT id FROM registration WHERE event_id = p.event_id AND key_digest = \(key)) AS known
            FROM place_category p JOIN event e ON e.id = p.event_id JOIN place_counter c ON c.id = p.id
            WHERE p.id = \(category)
            """
        ).map {
            Threshold(
                event: try EventStore.event($0.part("event_of_")), category: try $0.recalled("content"),
                isAwaited: try $0.bool("is_awaited"), isFull: try $0.bool("is_full"), known: try $0.optionalID("known"))
        }
    }

    package static func find(number: String, of event: Identifier, in tx: Reader) throws -> Registration? {
        try tx.first("SELECT * FROM registration WHERE event_id = \(event) AND number = \(number)").map(registration)
    }

    /// The one that still has, or may get, a place for that address.
    static func active(email: String, of event: Identifier, in tx: Reader) throws -> Registration? {
        try tx.first("SELECT * FROM registration WHERE event_id = \(event) AND active_email = \(email)").map(registration)
    }

    static func insert(_ one: Registration, key: String, in tx: Writer) throws {
        let who = one.holder
        try tx.send(
            """
            INSERT INTO registration (id, event_id, category_id, state, has_place, arrival, number, generation, name, latin,
              email, active_email, organisation_name, country, language, speaks, person_id, organisation_id, code_id,
              held_until, invoice, created_at, confirmed_at, revision, key_digest)
            VALUES (\(one.id), \(one.event), \(one.category), \(one.state.rawValue), \(one.hasPlace), \(one.arrival),
              \(one.number), \(one.generation), \(who.name), \(who.latin), \(who.email), \(activeEmail(one)),
              \(who.organisation), \(who.country), \(who.language), \(json(who.speaks)), \(one.person), \(one.organisation),
              \(one.code), \(one.heldUntil), \(one.invoice), \(one.createdAt), \(one.confirmedAt), \(one.revision), \(key))
            """)
    }

    /// Writes all that can change, if the row is still in the state and revision in which it was read; its revision rises. The
    /// registration as it is now, nil if somebody else was quicker.
    /// `onlyOne`: and if no other has its address.
    static func move(
        _ one: Registration, from state: Registration.State, onlyOne: Bool = false, in tx: Writer
    ) throws -> Registration? {
        let who = one.holder
        let alone: SQL =
            onlyOne
            ? """
            AND NOT EXISTS (SELECT 1 FROM registration o WHERE o.event_id = \(one.event) AND o.active_email = \(activeEmail(one)))
            """ : ""
        let changed = try tx.execute(
            """
            UPDATE registration SET category_id = \(one.category), state = \(one.state.rawValue), has_place = \(one.hasPlace),
              arrival = \(one.arrival), generation = \(one.generation), name = \(who.name), latin = \(who.latin),
              email = \(who.email), active_email = \(activeEmail(one)), organisation_name = \(who.organisation),
              country = \(who.country), language = \(who.language), speaks = \(json(who.speaks)), person_id = \(one.person),
              organisation_id = \(one.organisation), code_id = \(one.code), held_until = \(one.heldUntil),
              wanted_id = \(one.wanted), invoice = \(one.invoice), paid_at = \(one.paidAt),
              confirmed_at = \(one.confirmedAt), ended_at = \(one.endedAt), revision = \(one.revision + 1)
            WHERE id = \(one.id) AND state = \(state.rawValue) AND revision = \(one.revision) \(alone)
            """)
        guard changed == 1 else { return nil }
        var moved = one
        moved.revision += 1
        return moved
    }

    static func setWanted(arrival: Int?, of id: Identifier, in tx: Writer) throws {
        try tx.execute("UPDATE registration SET wanted_arrival = \(arrival) WHERE id = \(id)")
    }

    // MARK: Queues

    /// Who comes next: those who wait for a place, and those who have another and wait for this one, in one order.
    static func queue(for category: Identifier, limit: Int, in tx: Reader) throws -> [Registration] {
        try tx.rows(
            """
            SELECT * FROM (
              SELECT r.*, r.arrival AS turn FROM registration r WHERE r.category_id = \(category) AND r.state = 'waiting'
              UNION ALL
              SELECT r.*, r.wanted_arrival AS turn FROM registration r
              WHERE r.wanted_id = \(category) AND r.state = 'confirmed'
            ) AS queue ORDER BY turn, id LIMIT \(limit)
            """
        ).map(registration)
    }

    /// Whether anybody is in the queue: asked before each hold.
    static func isAwaited(_ category: Identifier, in tx: Reader) throws -> Bool {
        try tx.first(
            """
            SELECT id FROM registration WHERE category_id = \(category) AND state = 'waiting'
            UNION ALL SELECT id FROM registration WHERE wanted_id = \(category) AND state = 'confirmed' LIMIT 1
            """) != nil
    }

    /// How many are before somebody in the queue. No two arrivals at a kind of place have one number.
    package static func ahead(of one: Registration, in tx: Reader) throws -> Int {
        try queued(one.category, 0..<one.arrival, in: tx)
    }

    /// How many in a category's queue came with these numbers.
    static func queued(_ category: Identifier, _ arrivals: Range<Int>, in tx: Reader) throws -> Int {
        try tx.count(
            """
            SELECT (SELECT COUNT(*) FROM registration WHERE category_id = \(category) AND state = 'waiting'
                AND arrival >= \(arrivals.lowerBound) AND arrival < \(arrivals.upperBound))
              + (SELECT COUNT(*) FROM registration WHERE wanted_id = \(category) AND state = 'confirmed'
                AND wanted_arrival >= \(arrivals.lowerBound) AND wanted_arrival < \(arrivals.upperBound)) AS n
            """)
    }

    /// Held or offered, and their time is over.
    static func overdue(of event: Identifier, limit: Int, in tx: Reader) throws -> [Registration] {
        try tx.rows(
            """
            SELECT * FROM registration WHERE held_until <= \(tx.now) AND event_id = \(event) AND state IN ('held', 'offered')
            ORDER BY held_until, id LIMIT \(limit)
            """
        ).map(registration)
    }

    static func drawn(of category: Identifier, in tx: Reader) throws -> [Registration] {
        try tx.rows("SELECT * FROM registration WHERE category_id = \(category) AND state = 'drawn'").map(registration)
    }

    static func isUsed(_ category: Identifier, in tx: Reader) throws -> Bool {
        try tx.first("SELECT id FROM registration WHERE category_id = \(category) OR wanted_id = \(category) LIMIT 1") != nil
    }

    /// How many places of a category an organisation's people have.
    static func placed(of organisation: Identifier, in category: Identifier, _ tx: Reader) throws -> Int {
        try tx.count(
            """
            SELECT COUNT(*) AS n FROM registration
            WHERE category_id = \(category) AND organisation_id = \(organisation) AND has_place = 1
            """)
    }

    /// Events in which something is due: four statements when nothing is.
    static func eventsDue(in tx: Reader) throws -> [Identifier] {
        let overdue = try tx.rows(
            "SELECT DISTINCT event_id FROM registration WHERE held_until <= \(tx.now) AND state IN ('held', 'offered')")
        let draws = try tx.rows("SELECT DISTINCT event_id FROM place_category WHERE lottery_until <= \(tx.now)")
        let waiting = try tx.rows(
            """
            SELECT DISTINCT r.event_id AS event_id FROM registration r JOIN place_counter c ON c.id = r.category_id
            WHERE r.state = 'waiting' AND c.taken < c.capacity
            """)
        let moving = try tx.rows(
            """
            SELECT DISTINCT r.event_id AS event_id FROM registration r JOIN place_counter c ON c.id = r.wanted_id
            WHERE r.state = 'confirmed' AND c.taken < c.capacity
            """)
        return Set(try (overdue + draws + waiting + moving).map { try $0.id("event_id") }).sorted()
    }

    // MARK: Rows

    /// One active registration for an address and an event, whatever its letters' case; while the form is being filled there
    /// is no address yet.
    private static func activeEmail(_ one: Registration) -> String? {
        one.state.isActive && one.state != .held && !one.holder.email.isEmpty ? one.holder.email.lowercased() : nil
    }

    static func registration(_ row: Row) throws -> Registration {
        Registration(
            id: try row.id("id"), event: try row.id("event_id"), category: try row.id("category_id"), state: try row.raw("state"),
            hasPlace: try row.bool("has_place"), arrival: try row.int("arrival"), number: try row.text("number"),
            generation: try row.int("generation"),
            holder: RegistrationHolder(
                name: try row.text("name"), latin: try row.text("latin"), email: try row.text("email"),
                organisation: try row.text("organisation_name"), country: try row.text("country"),
                language: try row.raw("language"), speaks: try row.recalled("speaks")),
            person: try row.optionalID("person_id"), organisation: try row.optionalID("organisation_id"),
            code: try row.optionalID("code_id"), heldUntil: try row.optionalInstant("held_until"),
            wanted: try row.optionalID("wanted_id"), invoice: try row.optionalText("invoice"),
            paidAt: try row.optionalInstant("paid_at"), createdAt: try row.instant("created_at"),
            confirmedAt: try row.optionalInstant("confirmed_at"), endedAt: try row.optionalInstant("ended_at"),
            revision: try row.int("revision"))
    }
}
