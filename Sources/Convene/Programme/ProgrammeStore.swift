import Base
import Store

/// The draft of an event's programme: SQL ↔ values.
package enum ProgrammeStore {
    /// The whole draft in six queries, however many sessions there are.
    package static func draft(of event: Event, in tx: Reader) throws -> Programme {
        let days = try tx.rows("SELECT held_on, ends FROM programme_day WHERE event_id = \(event.id) ORDER BY held_on")
        let rooms = try tx.rows(
            "SELECT id, name, position, capacity FROM programme_room WHERE event_id = \(event.id) ORDER BY position, id")
        let tracks = try tx.rows(
            "SELECT id, name, position, colour FROM programme_track WHERE event_id = \(event.id) ORDER BY position, id")
        let slots = try tx.rows(
            "SELECT id, session_id, start_minute, minutes, title FROM programme_slot WHERE event_id = \(event.id) ORDER BY position"
        )
        let appearances = try tx.rows(
            """
            SELECT id, session_id, person_id, name, affiliation, role, presence, read_by FROM programme_appearance
            WHERE event_id = \(event.id) ORDER BY position
            """)
        let sessions = try tx.rows(
            """
            SELECT id, held_on, start_minute, minutes, room_id, kind, title, abstract, section, languages, track_id, is_placed,
              is_internal, detail FROM programme_session WHERE event_id = \(event.id)
            """)
        var slotsOf: [Identifier: [Slot]] = [:]
        for row in slots { slotsOf[try row.id("session_id"), default: []].append(try slot(row)) }
        var appearancesOf: [Identifier: [Appearance]] = [:]
        for row in appearances { appearancesOf[try row.id("session_id"), default: []].append(try appearance(row)) }
        var programme = Programme(
            zone: event.zone,
            days: try days.map { ProgrammeDay(date: try $0.date("held_on"), ends: ClockTime(minutes: try $0.int("ends"))) },
            rooms: try rooms.map(room), tracks: try tracks.map(track))
        for row in sessions {
            let id = try row.id("id")
            let session = try session(row, slots: slotsOf[id] ?? [], appearances: appearancesOf[id] ?? [])
            if try row.bool("is_placed") { programme.sessions.append(session) } else { programme.unplaced.append(session) }
        }
        programme.sort()
        return programme
    }

    /// Rises with every change of the draft; 0 for one that was never touched.
    package static func version(of event: Identifier, in tx: Reader) throws -> Int {
        try tx.count("SELECT version FROM programme_draft WHERE event_id = \(event)")
    }
    /// The draft's version at which the session was last changed; nil if the event has no such session.
    package static func version(ofSession id: Identifier, event: Identifier, in tx: Reader) throws -> Int? {
        try tx.first("SELECT version FROM programme_session WHERE id = \(id) AND event_id = \(event)")?.int("version")
    }

    /// What those follow who work on the draft. No public page carries it.
    package static func topic(_ event: Identifier) -> String { "draft:\(event)" }

    /// Counts a change and returns the draft's new version. Two writers meet at this row.
    package static func advance(_ event: Identifier, in tx: Writer) throws -> Int {
        let row = try tx.first(
            """
            INSERT INTO programme_draft (event_id, version, changed_at) VALUES (\(event), 1, \(tx.now))
            ON CONFLICT (event_id) DO UPDATE SET version = programme_draft.version + 1, changed_at = excluded.changed_at
            RETURNING version
            """)
        guard let row else { throw StoreError.row("no version of the draft came back") }
        try tx.changed(topic(event))
        return try row.int("version")
    }

    // MARK: Days and rooms

    package static func put(_ day: ProgrammeDay, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO programme_day (event_id, held_on, ends) VALUES (\(event), \(day.date), \(day.ends.minutes))
            ON CONFLICT (event_id, held_on) DO UPDATE SET ends = excluded.ends
            """)
    }
    package static func remove(day: CalendarDate, of event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM programme_day WHERE event_id = \(event) AND held_on = \(day)")
    }
    package static func insert(_ room: Room, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO programme_room (id, event_id, name, position, capacity)
            VALUES (\(room.id), \(event), \(room.name), \(room.position), \(room.capacity))
            """)
    }
    package static func update(_ room: Room, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE programme_room SET name = \(room.name), position = \(room.position), capacity = \(room.capacity)
            WHERE id = \(room.id) AND event_id = \(event)
            """)
    }
    package static func remove(room: Identifier, of event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM programme_room WHERE id = \(room) AND event_id = \(event)")
    }

    package static func insert(_ track: Track, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO programme_track (id, event_id, name, position, colour)
            VALUES (\(track.id), \(event), \(track.name), \(track.position), \(track.colour))
            """)
    }
    package static func update(_ track: Track, of event: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE programme_track SET name = \(track.name), position = \(track.position), colour = \(track.colour)
            WHERE id = \(track.id) AND event_id = \(event)
            """)
    }
    package static func remove(track: Identifier, of event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM programme_track WHERE id = \(track) AND event_id = \(event)")
    }

    // MARK: Sessions

    package static func insert(
        _ session: Session, of event: Identifier, isPlaced: Bool = true, version: Int, in tx: Writer
    ) throws {
        try tx.execute(
            """
            INSERT INTO programme_session
              (id, event_id, held_on, start_minute, minutes, room_id, kind, title, abstract, section, languages, version,
               track_id, is_placed, is_internal, detail)
            VALUES (\(session.id), \(event), \(session.date), \(session.start.minutes), \(session.minutes), \(session.room),
              \(session.kind.rawValue), \(session.title), \(session.abstract), \(session.section), \(json(session.languages)),
              \(version), \(session.track), \(isPlaced), \(session.isInternal), \(json(session.detail)))
            """)
        try insertParts(session, of: event, in: tx)
    }

    package static func update(
        _ session: Session, of event: Identifier, isPlaced: Bool = true, version: Int, in tx: Writer
    ) throws {
        try tx.execute(
            """
            UPDATE programme_session SET held_on = \(session.date), start_minute = \(session.start.minutes),
              minutes = \(session.minutes), room_id = \(session.room), kind = \(session.kind.rawValue), title = \(session.title),
              abstract = \(session.abstract), section = \(session.section), languages = \(json(session.languages)),
              version = \(version), track_id = \(session.track), is_placed = \(isPlaced),
              is_internal = \(session.isInternal), detail = \(json(session.detail))
            WHERE id = \(session.id) AND event_id = \(event)
            """)
        try tx.execute("DELETE FROM programme_slot WHERE session_id = \(session.id) AND event_id = \(event)")
        try tx.execute("DELETE FROM programme_appearance WHERE session_id = \(session.id) AND event_id = \(event)")
        try insertParts(session, of: event, in: tx)
    }

    package static func remove(session: Identifier, of event: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM programme_session WHERE id = \(session) AND event_id = \(event)")
    }

    /// Makes the draft `old` into `new`, touching only what differs: for restoring and importing.
    package static func replace(_ old: Programme, with new: Programme, of event: Identifier, version: Int, in tx: Writer) throws {
        let days = Set(new.days.map(\.date))
        for day in old.days where !days.contains(day.date) { try remove(day: day.date, of: event, in: tx) }
        for day in new.days where !old.days.contains(day) { try put(day, of: event, in: tx) }
        for room in new.rooms where !old.rooms.contains(room) {
            if old.room(room.id) == nil { try insert(room, of: event, in: tx) } else { try update(room, of: event, in: tx) }
        }
        for track in new.tracks where !old.tracks.contains(track) {
            if old.track(track.id) == nil { try insert(track, of: event, in: tx) } else { try update(track, of: event, in: tx) }
        }
        try replaceSessions(old, with: new, of: event, version: version, in: tx)
        for track in old.tracks where new.track(track.id) == nil { try remove(track: track.id, of: event, in: tx) }
        for room in old.rooms where new.room(room.id) == nil { try remove(room: room.id, of: event, in: tx) }
    }

    private struct Standing: Hashable {
        let session: Session
        let isPlaced: Bool
    }

    private static func replaceSessions(
        _ old: Programme, with new: Programme, of event: Identifier, version: Int, in tx: Writer
    ) throws {
        func standings(_ programme: Programme) -> [Standing] {
            programme.sessions.map { Standing(session: $0, isPlaced: true) }
                + programme.unplaced.map { Standing(session: $0, isPlaced: false) }
        }
        let before = Dictionary(standings(old).map { ($0.session.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = standings(new)
        for id in Set(before.keys).subtracting(after.map(\.session.id)).sorted() { try remove(session: id, of: event, in: tx) }
        for one in after where before[one.session.id] != one {
            if before[one.session.id] == nil {
                try insert(one.session, of: event, isPlaced: one.isPlaced, version: version, in: tx)
            } else {
                try update(one.session, of: event, isPlaced: one.isPlaced, version: version, in: tx)
            }
        }
    }

    private static func insertParts(_ session: Session, of event: Identifier, in tx: Writer) throws {
        for (position, slot) in session.slots.enumerated() {
            try tx.execute(
                """
                INSERT INTO programme_slot (id, event_id, session_id, position, start_minute, minutes, title)
                VALUES (\(slot.id), \(event), \(session.id), \(position), \(slot.start.minutes), \(slot.minutes), \(slot.title))
                """)
        }
        for (position, one) in session.appearances.enumerated() {
            try tx.execute(
                """
                INSERT INTO programme_appearance
                  (id, event_id, session_id, position, person_id, name, affiliation, role, presence, read_by)
                VALUES (\(one.id), \(event), \(session.id), \(position), \(one.person), \(one.name), \(one.affiliation),
                  \(one.role.rawValue), \(one.presence.rawValue), \(one.readBy))
                """)
        }
    }

    // MARK: Rows to values

    private static func room(_ row: Row) throws -> Room {
        Room(
            id: try row.id("id"), name: try row.localized("name"), position: try row.int("position"),
            capacity: try row.optionalInt("capacity"))
    }
    static func track(_ row: Row) throws -> Track {
        Track(
            id: try row.id("id"), name: try row.localized("name"), position: try row.int("position"),
            colour: try row.optionalText("colour"))
    }
    private static func slot(_ row: Row) throws -> Slot {
        Slot(
            id: try row.id("id"), start: ClockTime(minutes: try row.int("start_minute")), minutes: try row.int("minutes"),
            title: try row.localized("title"))
    }
    private static func appearance(_ row: Row) throws -> Appearance {
        Appearance(
            id: try row.id("id"), person: try row.optionalID("person_id"), name: try row.text("name"),
            affiliation: try row.text("affiliation"), role: try row.raw("role"), presence: try row.raw("presence"),
            readBy: try row.text("read_by"))
    }
    private static func session(_ row: Row, slots: [Slot], appearances: [Appearance]) throws -> Session {
        Session(
            id: try row.id("id"), date: try row.date("held_on"), start: ClockTime(minutes: try row.int("start_minute")),
            minutes: try row.int("minutes"), room: try row.optionalID("room_id"), kind: try row.raw("kind"),
            title: try row.localized("title"), abstract: try row.localized("abstract"), section: try row.localized("section"),
            languages: try row.decoded("languages"), appearances: appearances, slots: slots,
            track: try row.optionalID("track_id"), isInternal: try row.bool("is_internal"), detail: try row.decoded("detail"))
    }
}
