import Base
import Store

/// Seats in sessions: the desk says how many there are, and whoever has a place at the event takes one or gives it up. They
/// run in the lane of the event's places (`RegistrationActions.lane`).
package enum SeatActions {
    // MARK: At the desk

    /// So many seats in a session; nil lifts the limit, and with it who had one.
    package static func setLimit(
        _ capacity: Int?, of session: Identifier, in event: Event, by viewer: Viewer?, tx: Writer
    ) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let found = try ProgrammeStore.draft(of: event, in: tx).anySession(session) else {
            throw Refusal(.notFound, "session.refusal.notFound")
        }
        let before = try SeatStore.find(session, in: tx)
        switch (before, capacity) {
        case (nil, nil): return
        case (let before?, nil): try SeatStore.remove(before, in: tx)
        case (let before, let capacity?):
            guard (0...SessionSeats.most).contains(capacity) else {
                throw Refusal(.invalid, "door.refusal.seats", ["count": String(SessionSeats.most)], field: "seats")
            }
            if let before {
                guard try PlaceCounterStore.setCapacity(capacity, of: before.counter, in: tx) else {
                    throw Refusal(.conflict, "places.refusal.taken", ["count": String(before.count.taken)], field: "seats")
                }
            } else {
                try SeatStore.insert(session, of: event.id, capacity: capacity, in: tx)
            }
        }
        try tx.audit(
            "seats.set", by: viewer.person, on: "session", session, before: before.map { String($0.count.capacity) },
            after: capacity.map { String($0) })
        try tx.note(Note(name: "seats.set", reference: reference(found, event)))
        try tx.changed(Door.topic(event.id))
    }

    // MARK: Somebody who registered

    /// The sessions of the programme that have limited seats, in its order.
    package static func look(at event: Event, for registration: Identifier, in tx: Reader) throws -> [SeatOffer] {
        let limits = try SeatStore.all(of: event.id, in: tx)
        guard !limits.isEmpty, let programme = try ReleaseShelf.latest(of: event.id, in: tx)?.programme else { return [] }
        let mine = try SeatStore.of(registration, in: tx)
        let counts = Dictionary(uniqueKeysWithValues: limits.map { ($0.session, $0.count) })
        let taken = programme.sessions.filter { mine.contains($0.id) }
        return programme.sessions.compactMap { session in
            counts[session.id].map { count in
                SeatOffer(
                    session: session, room: programme.room(session.room)?.name ?? .empty, count: count,
                    isMine: mine.contains(session.id), clashes: taken.contains { SeatOffer.overlap($0, session) })
            }
        }
    }

    /// One seat, if there is one. Taken twice, it is there once.
    package static func take(_ registration: Registration, session: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        guard registration.state == .confirmed else { throw Refusal(.conflict, "registration.refusal.notConfirmed") }
        let seats = try demand(session, of: registration, in: tx)
        guard try !SeatStore.of(registration.id, in: tx).contains(session) else { return }
        guard try PlaceCounterStore.take(seats.counter, in: tx) else { throw Refusal(.conflict, "door.refusal.noSeat") }
        try SeatStore.insert(registration.id, in: seats, tx)
        try say("seat.taken", registration, session, by: viewer, in: tx)
    }

    package static func giveUp(_ registration: Registration, session: Identifier, by viewer: Viewer?, in tx: Writer) throws {
        let seats = try demand(session, of: registration, in: tx)
        guard try SeatStore.giveUp(registration.id, in: seats, tx) else { return }
        try say("seat.givenUp", registration, session, by: viewer, in: tx)
    }

    private static func demand(_ session: Identifier, of registration: Registration, in tx: Reader) throws -> SessionSeats {
        guard let seats = try SeatStore.find(session, in: tx), seats.event == registration.event else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return seats
    }

    private static func say(
        _ verb: String, _ registration: Registration, _ session: Identifier, by viewer: Viewer?, in tx: Writer
    ) throws {
        try tx.audit(verb, by: viewer?.person, on: "registration", registration.id, after: session.text)
        try tx.note(Note(name: verb, reference: registration.reference, payload: ["session": session.text]))
        try tx.changed(Door.topic(registration.event))
    }

    private static func reference(_ session: Session, _ event: Event) -> Reference {
        Reference(kind: "session", id: session.id, title: session.title, path: "\(event.path)/s/\(session.id)")
    }
}
