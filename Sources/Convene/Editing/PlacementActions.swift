import Base
import Store

/// Moving sessions about the plan.
package enum PlacementActions {
    package struct Place: Hashable, Sendable {
        package var date: CalendarDate
        package var start: ClockTime
        package var room: Identifier?
        package var minutes: Int
        package init(date: CalendarDate, start: ClockTime, room: Identifier?, minutes: Int) {
            self.date = date
            self.start = start
            self.room = room
            self.minutes = minutes
        }
    }

    /// Puts a session, placed or not, where it can be seen: on a day of the plan, within its hours, in a room of it.
    @discardableResult
    package static func place(
        _ id: Identifier, at place: Place, seen: Int?, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Session {
        let viewer = try ProgrammeActions.demand(id, of: event, by: viewer, in: tx)
        return try UndoActions.remembering("session.place", event, by: viewer, in: tx) {
            let (draft, old) = try find(id, seen: seen, event, tx)
            guard (5...1440).contains(place.minutes) else {
                throw Refusal(.invalid, "editing.refusal.minutes", field: "minutes")
            }
            guard let day = draft.days.first(where: { $0.date == place.date }) else {
                throw Refusal(.invalid, "session.refusal.noDay", field: "date")
            }
            guard place.start.minutes >= 0, place.start.adding(minutes: place.minutes) <= day.ends else {
                throw Refusal(.invalid, "editing.refusal.outside", ["ends": day.ends.description], field: "start")
            }
            if let room = place.room, draft.room(room) == nil {
                throw Refusal(.invalid, "programme.refusal.noRoom", field: "room")
            }
            var session = old
            // Slots go with their session.
            let shift = place.start.minutes - old.start.minutes
            for index in session.slots.indices { session.slots[index].start = session.slots[index].start.adding(minutes: shift) }
            session.date = place.date
            session.start = place.start
            session.minutes = place.minutes
            session.room = place.room
            try save(session, isPlaced: true, before: old, "session.place", event, viewer, tx)
            return session
        }
    }

    /// Takes a session out of the plan and keeps it beside it.
    @discardableResult
    package static func unplace(
        _ id: Identifier, seen: Int?, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Session {
        let viewer = try ProgrammeActions.demand(id, of: event, by: viewer, in: tx)
        return try UndoActions.remembering("session.unplace", event, by: viewer, in: tx) {
            let (_, session) = try find(id, seen: seen, event, tx)
            try save(session, isPlaced: false, before: session, "session.unplace", event, viewer, tx)
            return session
        }
    }

    /// Lays a break over all rooms at once: one item of the whole house.
    @discardableResult
    package static func layBreak(
        _ title: Localized, at place: Place, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws -> Session {
        let draft = SessionDraft(
            date: place.date, start: place.start, minutes: place.minutes, room: nil, kind: .break, title: title)
        _ = try viewer.demand(.editor, in: event.id)
        guard (5...1440).contains(place.minutes) else { throw Refusal(.invalid, "editing.refusal.minutes", field: "minutes") }
        return try ProgrammeActions.addSession(draft, to: event, by: viewer, in: tx)
    }

    private static func find(_ id: Identifier, seen: Int?, _ event: Event, _ tx: Reader) throws -> (Programme, Session) {
        let draft = try ProgrammeStore.draft(of: event, in: tx)
        guard let session = draft.anySession(id),
            let version = try ProgrammeStore.version(ofSession: id, event: event.id, in: tx)
        else { throw Refusal(.notFound, "session.refusal.notFound") }
        if let seen, seen < version { throw Refusal(.conflict, "session.refusal.changed") }
        return (draft, session)
    }

    private static func save(
        _ session: Session, isPlaced: Bool, before: Session, _ verb: String, _ event: Event, _ viewer: Viewer, _ tx: Writer
    ) throws {
        let version = try ProgrammeStore.advance(event.id, in: tx)
        try ProgrammeStore.update(session, of: event.id, isPlaced: isPlaced, version: version, in: tx)
        try tx.audit(verb, by: viewer.person, on: "session", session.id, before: json(before), after: json(session))
        try tx.note(
            Note(
                name: "programme.changed", reference: event.reference, payload: ["verb": verb, "session": session.id.text]))
    }
}
