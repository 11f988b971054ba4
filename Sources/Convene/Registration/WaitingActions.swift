import Base
import Store

/// The waiting list: strictly in the order of arrival, whoever makes a place free. Whoever waits with nothing is offered it for
/// a time; whoever has another place and waits for this one is moved at once.
package enum WaitingActions {
    /// Gives every free place of a category to the next in the queue. Somebody whose organisation's quota is used up is passed
    /// over and keeps her turn.
    static func promote(_ id: Identifier, tell: RegistrationTeller, in tx: Writer) throws {
        guard let count = try PlaceCounterStore.count(id, in: tx), count.free > 0,
            let category = try PlaceCategoryStore.find(id, in: tx), !category.isDrawDue(at: tx.now)
        else { return }
        var left = count.free
        // Enough to see past those whose quota is used up.
        for next in try RegistrationStore.queue(for: id, limit: count.free + 500, in: tx) where left > 0 {
            switch try PlaceTakingStore.take(id, for: next.organisation, in: tx) {
            case .full: return
            case .quotaFull: continue
            case .taken: left -= 1
            }
            if next.wanted == id {
                try RegistrationMoveActions.arrive(next, in: category, tell: tell, in: tx)
            } else {
                try offer(next, category, tell: tell, in: tx)
            }
        }
    }

    /// Before anybody new takes a place: what an erasure gave back, which offers nothing itself, belongs to whoever waits.
    static func serve(_ id: Identifier, tell: RegistrationTeller, in tx: Writer) throws {
        if try RegistrationStore.isAwaited(id, in: tx) { try promote(id, tell: tell, in: tx) }
    }

    private static func offer(_ next: Registration, _ category: PlaceCategory, tell: RegistrationTeller, in tx: Writer) throws {
        var offered = next
        offered.state = .offered
        offered.hasPlace = true
        offered.heldUntil = tx.now.adding(minutes: category.offerMinutes)
        let done = try RegistrationActions.moved(offered, from: next, "registration.offered", in: tx)
        try tell(.offered, done, in: tx)
    }

    /// "I take it."
    package static func accept(_ one: Registration, category: PlaceCategory, tell: RegistrationTeller, in tx: Writer) throws
        -> Registration
    {
        if one.state == .confirmed { return one }
        guard one.state == .offered else { throw Refusal(.conflict, "registration.refusal.noOffer") }
        var taken = one
        RegistrationActions.confirm(&taken, category, at: tx.now)
        let done = try RegistrationActions.moved(taken, from: one, "registration.confirmed", in: tx)
        try tell(.confirmed, done, in: tx)
        return done
    }

    /// "I pass it on": she leaves the list, and the place goes to the next at once.
    package static func pass(_ one: Registration, tell: RegistrationTeller, in tx: Writer) throws -> Registration {
        guard one.state == .offered || one.state == .waiting else { throw Refusal(.conflict, "registration.refusal.noOffer") }
        return try RegistrationActions.cancel(one, by: nil, tell: tell, in: tx)
    }

    /// What was held or offered and not taken in time goes back and on; so many at once. How many there were.
    @discardableResult
    package static func lapse(of event: Identifier, limit: Int = 200, tell: RegistrationTeller, in tx: Writer) throws -> Int {
        let overdue = try RegistrationStore.overdue(of: event, limit: limit, in: tx)
        var freed: [Identifier] = []
        for one in overdue {
            let done = try RegistrationActions.end(one, as: .lapsed, "registration.lapsed", in: tx)
            if one.state == .offered { try tell(.lapsed, done, in: tx) }
            if one.hasPlace, !freed.contains(one.category) { freed.append(one.category) }
        }
        for category in freed { try promote(category, tell: tell, in: tx) }
        return overdue.count
    }
}
