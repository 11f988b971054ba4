import Base
import Store

/// What may be done with the draft of a programme. None of it is seen by the public before a release, so none of it
/// tells the public pages that they changed.
package enum ProgrammeActions {
    /// The draft as those see it who may.
    package static func look(at event: Event, by viewer: Viewer?, in tx: Reader) throws -> (programme: Programme, version: Int) {
        _ = try viewer.demand(.reader, in: event.id)
        return (try ProgrammeStore.draft(of: event, in: tx), try ProgrammeStore.version(of: event.id, in: tx))
    }

    // MARK: Days

    /// Adds a day, or sets the hour at which it ends.
    package static func setDay(_ day: ProgrammeDay, of event: Event, by viewer: Viewer?, in tx: Writer) throws -> ProgrammeDay {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.setDay", event, by: viewer, in: tx) {
            try demandHour(day)
            let old = try ProgrammeStore.draft(of: event, in: tx).days.first { $0.date == day.date }
            try ProgrammeStore.put(day, of: event.id, in: tx)
            try record("programme.setDay", event, old.map { json($0) }, json(day), by: viewer, in: tx)
            return day
        }
    }

    /// Takes away a day on which nothing stands.
    package static func removeDay(_ date: CalendarDate, of event: Event, by viewer: Viewer?, in tx: Writer) throws -> ProgrammeDay
    {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.removeDay", event, by: viewer, in: tx) {
            let draft = try ProgrammeStore.draft(of: event, in: tx)
            guard let day = draft.days.first(where: { $0.date == date }) else {
                throw Refusal(.notFound, "programme.refusal.noDay")
            }
            guard !draft.sessions.contains(where: { $0.date == date }) else {
                throw Refusal(.conflict, "programme.refusal.dayInUse", field: "date")
            }
            try ProgrammeStore.remove(day: date, of: event.id, in: tx)
            try record("programme.removeDay", event, json(day), nil, by: viewer, in: tx)
            return day
        }
    }

    private static func demandHour(_ day: ProgrammeDay) throws {
        guard (1440...2880).contains(day.ends.minutes) else {
            throw Refusal(.invalid, "programme.refusal.dayEnds", field: "ends")
        }
    }

    // MARK: Rooms

    package static func addRoom(_ name: Localized, capacity: Int?, to event: Event, by viewer: Viewer?, in tx: Writer) throws
        -> Room
    {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.addRoom", event, by: viewer, in: tx) {
            let rooms = try ProgrammeStore.draft(of: event, in: tx).rooms
            let room = Room(id: tx.newID(), name: name, position: (rooms.map(\.position).max() ?? 0) + 1, capacity: capacity)
            try demandName(of: room, among: rooms)
            try ProgrammeStore.insert(room, of: event.id, in: tx)
            try record("programme.addRoom", event, nil, json(room), by: viewer, in: tx)
            return room
        }
    }

    package static func changeRoom(
        _ id: Identifier, name: Localized, capacity: Int?, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Room {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.changeRoom", event, by: viewer, in: tx) {
            let rooms = try ProgrammeStore.draft(of: event, in: tx).rooms
            guard let old = rooms.first(where: { $0.id == id }) else { throw Refusal(.notFound, "programme.refusal.noRoom") }
            var room = old
            room.name = name
            room.capacity = capacity
            try demandName(of: room, among: rooms.filter { $0.id != id })
            try ProgrammeStore.update(room, of: event.id, in: tx)
            try record("programme.changeRoom", event, json(old), json(room), by: viewer, in: tx)
            return room
        }
    }

    /// Takes away a room in which nothing is planned.
    package static func removeRoom(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws -> Room {
        let viewer = try viewer.demand(.editor, in: event.id)
        return try UndoActions.remembering("programme.removeRoom", event, by: viewer, in: tx) {
            let draft = try ProgrammeStore.draft(of: event, in: tx)
            guard let room = draft.room(id) else { throw Refusal(.notFound, "programme.refusal.noRoom") }
            guard !draft.sessions.contains(where: { $0.room == id }) else {
                throw Refusal(.conflict, "programme.refusal.roomInUse", field: "room")
            }
            try ProgrammeStore.remove(room: id, of: event.id, in: tx)
            try record("programme.removeRoom", event, json(room), nil, by: viewer, in: tx)
            return room
        }
    }

    private static func demandName(of room: Room, among others: [Room]) throws {
        guard !room.name.isEmpty else { throw Refusal(.invalid, "programme.refusal.roomName", field: "name") }
        guard room.capacity ?? 1 > 0 else { throw Refusal(.invalid, "programme.refusal.capacity", field: "capacity") }
        let names = Set(room.name.texts.values.map(folded))
        guard !others.contains(where: { !names.isDisjoint(with: $0.name.texts.values.map(folded)) }) else {
            throw Refusal(.conflict, "programme.refusal.roomTwice", field: "name")
        }
    }

    // MARK: Sessions

    /// Without a place it stands beside the plan until somebody gives it one.
    package static func addSession(
        _ draft: SessionDraft, isPlaced: Bool = true, to event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Session {
        let viewer = try viewer.demand(.editor, in: event.id, part: draft.track)
        return try UndoActions.remembering("session.add", event, by: viewer, in: tx) {
            let session = draft.session(tx.newID(), before: nil, newID: tx.newID)
            try demandPlaces(of: session, in: event, tx)
            if isPlaced { try settle(session, in: event, by: viewer, tx) }
            let version = try record("session.add", event, nil, json(session), session: session, by: viewer, in: tx)
            try ProgrammeStore.insert(session, of: event.id, isPlaced: isPlaced, version: version, in: tx)
            return session
        }
    }

    /// Puts what the form gave in the session's place. `seen` is the draft's version that the form was made from: if
    /// somebody has changed this session since, nothing is overwritten. The editor of a track leaves it in her tracks.
    package static func changeSession(
        _ id: Identifier, to draft: SessionDraft, seen: Int?, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Session {
        let viewer = try demand(id, of: event, by: viewer, in: tx)
        _ = try Viewer?.some(viewer).demand(.editor, in: event.id, part: draft.track)
        return try UndoActions.remembering("session.change", event, by: viewer, in: tx) {
            let old = try find(id, of: event, seen: seen, in: tx)
            let session = draft.session(id, before: old, newID: tx.newID)
            try demandPlaces(of: session, in: event, tx)
            let isPlaced = try ProgrammeStore.draft(of: event, in: tx).session(id) != nil
            if isPlaced { try settle(session, in: event, by: viewer, tx) }
            let version = try record("session.change", event, json(old), json(session), session: session, by: viewer, in: tx)
            try ProgrammeStore.update(session, of: event.id, isPlaced: isPlaced, version: version, in: tx)
            return session
        }
    }

    package static func removeSession(
        _ id: Identifier, seen: Int?, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Session {
        let viewer = try demand(id, of: event, by: viewer, in: tx)
        return try UndoActions.remembering("session.remove", event, by: viewer, in: tx) {
            let old = try find(id, of: event, seen: seen, in: tx)
            try ProgrammeStore.remove(session: id, of: event.id, in: tx)
            try record("session.remove", event, json(old), nil, session: old, by: viewer, in: tx)
            return old
        }
    }

    /// Lets pass whoever may change that session: all of the draft, or its track. A session that is not there has none.
    @discardableResult
    package static func demand(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader) throws -> Viewer {
        let viewer = try viewer.demandSome(.editor, in: event.id)
        if viewer.may(.editor, in: event.id) { return viewer }
        guard try ProgrammeStore.version(ofSession: id, event: event.id, in: tx) != nil else {
            throw Refusal(.notFound, "session.refusal.notFound")
        }
        let track = try TrackStore.track(ofSession: id, event: event.id, in: tx)
        return try Viewer?.some(viewer).demand(.editor, in: event.id, part: track)
    }

    private static func find(_ id: Identifier, of event: Event, seen: Int?, in tx: Writer) throws -> Session {
        guard let old = try ProgrammeStore.draft(of: event, in: tx).anySession(id),
            let version = try ProgrammeStore.version(ofSession: id, event: event.id, in: tx)
        else { throw Refusal(.notFound, "session.refusal.notFound") }
        if let seen, seen < version { throw Refusal(.conflict, "session.refusal.changed") }
        return old
    }

    /// Its room and its track, placed or not, are this event's.
    private static func demandPlaces(of session: Session, in event: Event, _ tx: Reader) throws {
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        if let room = session.room, draft.room(room) == nil {
            throw Refusal(.invalid, "programme.refusal.noRoom", field: "room")
        }
        if let track = session.track, draft.track(track) == nil {
            throw Refusal(.invalid, "programme.refusal.noTrack", field: "track")
        }
    }

    /// A session stands on a day of the programme; within the event's own dates a missing day is made by whoever may.
    private static func settle(_ session: Session, in event: Event, by viewer: Viewer, _ tx: Writer) throws {
        guard (0...2880).contains(session.start.minutes), (0...2880).contains(session.minutes) else {
            throw Refusal(.invalid, "session.refusal.time", field: "start")
        }
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        if draft.days.contains(where: { $0.date == session.date }) { return }
        guard event.days.contains(session.date), viewer.may(.editor, in: event.id) else {
            throw Refusal(.invalid, "session.refusal.noDay", field: "date")
        }
        let ends = ClockTime(minutes: min(2880, max(1440, session.end.minutes)))
        try ProgrammeStore.put(ProgrammeDay(date: session.date, ends: ends), of: event.id, in: tx)
    }

    /// One audit row, one note and one step of the draft's version for each verb.
    @discardableResult
    private static func record(
        _ verb: String, _ event: Event, _ before: String?, _ after: String?, session: Session? = nil, by viewer: Viewer,
        in tx: Writer
    ) throws -> Int {
        try tx.audit(
            verb, by: viewer.person, on: session == nil ? "event" : "session", session?.id ?? event.id, before: before,
            after: after)
        var payload = ["verb": verb]
        payload["session"] = session?.id.text
        try tx.note(Note(name: "programme.changed", reference: event.reference, payload: payload))
        return try ProgrammeStore.advance(event.id, in: tx)
    }
}
