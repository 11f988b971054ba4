import Base
import Store

/// What somebody does who registers: hold a place, fill the form, change her mind. She needs no account: whoever has the
/// address of the registration's own page speaks for it, and the routes ask `RegistrationAddress` for that before.
///
/// All that may take or free a place runs in the event's lane (`RegistrationActions.lane`).
package enum RegistrationActions {
    /// Verbs of one event that meet at its counters wait for each other here, in the order in which they came.
    package static func lane(_ event: Identifier) -> String { "places \(event)" }

    /// For what meets nobody else's: a place that is held already is confirmed beside others. One registration is always in the
    /// same lane, so that pressing twice is one after the other.
    package static func lane(ofOne id: Identifier) -> String { "registration \(id.text.utf8.last.map { $0 % 2 } ?? 0)" }

    /// How often a hold can be made longer (WCAG 2.2.1 asks for ten times).
    static let longestHold = 12

    package typealias Wish = RegistrationWish

    // MARK: Hold

    /// Holds a place while the form is being filled. A full category with a waiting list gives a registration without a place:
    /// filled, it waits. `tell`: whoever waits and gets a place now.
    package static func hold(
        _ wish: Wish, of event: Event, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        try hold(wish, inEvent: event.slug, by: viewer, tell: tell, in: tx)
    }

    /// The same where nothing of the event is known but its slug.
    package static func hold(
        _ wish: Wish, inEvent slug: String, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        guard let threshold = try RegistrationStore.threshold(wish.category, key: wish.key, in: tx),
            threshold.event.slug == slug
        else { throw Refusal(.notFound, "refusal.notFound") }
        let event = threshold.event
        if let known = try threshold.known.flatMap({ try RegistrationStore.find($0, in: tx) }) { return known }
        guard event.isPublic || viewer?.may(.reader, in: event.id) == true else { throw Refusal(.notFound, "refusal.notFound") }
        let category = threshold.category
        try demandOpen(category, at: tx.now)
        let code = try PlaceCodeActions.use(wish.code, for: category, in: tx)
        var one = Registration(category, at: tx.now, id: tx.newID())
        one.organisation = code?.organisation
        one.code = code?.id
        one.person = wish.isOwn ? viewer?.person : nil
        one.createdAt = wish.askedAt ?? tx.now
        one.heldUntil = tx.now.adding(minutes: category.holdMinutes)
        if category.needsApproval || category.isDrawing(at: tx.now) || category.isDrawDue(at: tx.now) {
            one.arrival = try PlaceCounterStore.arrive(category.id, in: tx)
        } else {
            if threshold.isFull {
                one.arrival = try PlaceCounterStore.arrive(category.id, in: tx)
            } else {
                if threshold.isAwaited { try WaitingActions.promote(category.id, tell: tell, in: tx) }
                let (arrival, outcome) = try PlaceTakingStore.arrive(category.id, for: one.organisation, in: tx)
                one.arrival = arrival
                one.hasPlace = outcome == .taken
            }
            if !one.hasPlace, !category.hasWaitingList { throw Refusal(.conflict, "registration.refusal.full") }
        }
        try RegistrationStore.insert(one, key: wish.key, in: tx)
        try say("registration.held", one, by: viewer, in: tx)
        return one
    }

    /// The hold begins anew: whoever needs longer is not thrown out.
    package static func extend(_ one: Registration, category: PlaceCategory, in tx: Writer) throws -> Registration {
        guard one.state == .held else { throw Refusal(.conflict, "registration.refusal.notHeld") }
        guard tx.now < one.createdAt.adding(minutes: category.holdMinutes * longestHold) else {
            throw Refusal(.conflict, "registration.refusal.heldLongest")
        }
        var longer = one
        longer.heldUntil = tx.now.adding(minutes: category.holdMinutes)
        return try moved(longer, from: one, "registration.extended", in: tx)
    }

    // MARK: Submit

    /// The filled form: a confirmation, an application, a ticket in the draw or a turn in the queue, as the category wants it.
    /// A registration that was submitted before is given back as it is. `isFull`: no place is left, so none is asked for.
    package static func submit(
        _ one: Registration, holder: RegistrationHolder, category: PlaceCategory, isFull: Bool = false, by viewer: Viewer?,
        isOwn: Bool = true, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        guard one.state == .held || one.state == .lapsed && one.generation == 0 else { return one }
        var filled = one
        filled.holder = holder
        filled.generation = 1
        filled.heldUntil = nil
        filled.endedAt = nil
        filled.person = one.person ?? (isOwn ? viewer?.person : nil)
        if one.state == .held, one.hasPlace || isFull && category.hasWaitingList,
            let done = try finish(filled, of: one, category, by: viewer, tell: tell, in: tx)
        {
            return done
        }
        if let other = try RegistrationStore.active(email: holder.email.lowercased(), of: one.event, in: tx) {
            return try endDouble(filled, of: one, other, tell: tell, in: tx)
        }
        if one.state == .lapsed { try begin(again: one, category, in: tx) }
        try place(&filled, category, tell: tell, in: tx)
        let done = try moved(filled, from: one, "registration.\(filled.state.rawValue)", by: viewer, in: tx)
        try tell(RegistrationOccasion(done.state), done, in: tx)
        return done
    }

    /// The usual case, with a statement less: she has a place or there is none to be had, and no other has her address. Nil where
    /// it is not so.
    private static func finish(
        _ filled: Registration, of one: Registration, _ category: PlaceCategory, by viewer: Viewer?, tell: RegistrationTeller,
        in tx: Writer
    ) throws -> Registration? {
        var placed = filled
        try place(&placed, category, isFull: true, tell: tell, in: tx)
        guard let done = try RegistrationStore.move(placed, from: one.state, onlyOne: true, in: tx) else { return nil }
        try say("registration.\(done.state.rawValue)", done, by: viewer, in: tx)
        try tell(RegistrationOccasion(done.state), done, in: tx)
        return done
    }

    /// The hold was over before the form was sent: what it had taken besides the place is taken again, if it can be had.
    private static func begin(again one: Registration, _ category: PlaceCategory, in tx: Writer) throws {
        try demandOpen(category, at: tx.now)
        if let code = one.code, try !PlaceCounterStore.take(code, in: tx) {
            throw Refusal(.conflict, "places.refusal.codeUsed")
        }
    }

    /// What a filled form becomes.
    private static func place(
        _ one: inout Registration, _ category: PlaceCategory, isFull: Bool = false, tell: RegistrationTeller, in tx: Writer
    ) throws {
        if category.isDrawing(at: tx.now) || category.isDrawDue(at: tx.now) { return one.state = .drawn }
        if category.needsApproval, !one.hasPlace { return one.state = .applied }
        // Its time was over and its place had gone back, or there was none: there may be one now.
        if !one.hasPlace, !isFull {
            try WaitingActions.serve(category.id, tell: tell, in: tx)
            one.hasPlace = try PlaceTakingStore.take(category.id, for: one.organisation, in: tx) == .taken
        }
        if one.hasPlace { return confirm(&one, category, at: tx.now) }
        guard category.hasWaitingList else { throw Refusal(.conflict, "registration.refusal.full") }
        one.state = .waiting
    }

    static func confirm(_ one: inout Registration, _ category: PlaceCategory, at now: Instant) {
        one.state = .confirmed
        one.heldUntil = nil
        one.confirmedAt = one.confirmedAt ?? now
        if category.fee == .invoiced { one.invoice = one.invoice ?? one.number }
    }

    /// The address has a registration already. Whoever filled the form is told nothing that she could not know; the letter goes
    /// to whom the address belongs.
    private static func endDouble(
        _ filled: Registration, of one: Registration, _ other: Registration, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        var ended = filled
        ended.state = .cancelled
        ended.endedAt = tx.now
        ended.hasPlace = false
        // The form's page stays the form's page: it shows that a letter was sent, as it does for everybody.
        if one.hasPlace { try PlaceTakingStore.giveBack(one.category, of: one.organisation, in: tx) }
        try PlaceCodeActions.giveBack(one.code, in: tx)
        ended.holder = RegistrationHolder(language: filled.holder.language)
        let done = try moved(ended, from: one, "registration.double", in: tx)
        try tell(.again, other, in: tx)
        if one.hasPlace { try WaitingActions.promote(one.category, tell: tell, in: tx) }
        return done
    }

    // MARK: Cancel

    /// The holder, or the desk, gives a registration up. Who waits longest is offered the place in the same transaction.
    package static func cancel(_ one: Registration, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer) throws
        -> Registration
    {
        guard one.state.isActive else { return one }
        let done = try end(one, as: .cancelled, "registration.cancelled", by: viewer, in: tx)
        try tell(.cancelled, done, in: tx)
        if one.hasPlace { try WaitingActions.promote(one.category, tell: tell, in: tx) }
        return done
    }

    /// Ends a registration and gives back what it has taken; who waits is not looked at here.
    static func end(
        _ one: Registration, as state: Registration.State, _ verb: String, by viewer: Viewer? = nil, in tx: Writer
    ) throws -> Registration {
        var ended = one
        ended.state = state
        ended.hasPlace = false
        ended.heldUntil = nil
        ended.wanted = nil
        ended.endedAt = tx.now
        let done = try moved(ended, from: one, verb, by: viewer, in: tx)
        if one.hasPlace { try PlaceTakingStore.giveBack(one.category, of: one.organisation, in: tx) }
        try PlaceCodeActions.giveBack(one.code, in: tx)
        if one.state == .confirmed { try SeatStore.giveUpAll(of: one.id, in: tx) }
        return done
    }

    // MARK: Parts

    private static func demandOpen(_ category: PlaceCategory, at now: Instant) throws {
        switch category.door(at: now) {
        case .open: return
        case .early: throw Refusal(.conflict, "registration.refusal.early")
        case .closed: throw Refusal(.conflict, "registration.refusal.closed")
        }
    }

    /// Writes the new state with its audit row and its note; somebody who was quicker is the one who counts.
    static func moved(
        _ new: Registration, from old: Registration, _ verb: String, by viewer: Viewer? = nil, in tx: Writer
    ) throws -> Registration {
        guard let done = try RegistrationStore.move(new, from: old.state, in: tx) else {
            throw Refusal(.conflict, "registration.refusal.meanwhile")
        }
        try say(verb, done, by: viewer, in: tx)
        return done
    }

    static func say(_ verb: String, _ one: Registration, by viewer: Viewer?, in tx: Writer) throws {
        try tx.audit(verb, by: viewer?.person, on: "registration", one.id, after: "\(one.state.rawValue) \(one.revision)")
        try tx.note(Note(name: verb, reference: one.reference, payload: ["state": one.state.rawValue]))
    }
}

extension Registration {
    /// One that was just begun.
    init(_ category: PlaceCategory, at now: Instant, id: Identifier) {
        self.init(
            id: id, event: category.event, category: category.id, state: .held, hasPlace: false, arrival: 0,
            number: RegistrationNumber.new(), generation: 0, holder: RegistrationHolder(), createdAt: now, revision: 0)
    }
}

/// Puts a letter about a registration into the outbox, in the verb's own transaction. The verbs do not know how letters
/// are written.
package struct RegistrationTeller: Sendable {
    package typealias Say = @Sendable (RegistrationOccasion, Registration, Writer) throws -> Void
    package let say: Say
    package init(_ say: @escaping Say) { self.say = say }

    func callAsFunction(_ occasion: RegistrationOccasion, _ one: Registration, in tx: Writer) throws {
        guard !one.holder.email.isEmpty else { return }
        try say(occasion, one, tx)
    }
}
