import Base
import Store

/// What the desk does with registrations. It takes places the way everybody does.
package enum RegistrationDeskActions {
    /// Yes to an application: a place if there is one, else a turn in the queue.
    package static func approve(_ id: Identifier, of event: Event, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer)
        throws
    {
        let (viewer, one, category) = try demanded(id, event, viewer, tx)
        guard one.state == .applied else { throw Refusal(.conflict, "registration.refusal.notApplied") }
        var approved = one
        try WaitingActions.serve(category.id, tell: tell, in: tx)
        if try PlaceTakingStore.take(category.id, for: one.organisation, in: tx) == .taken {
            approved.hasPlace = true
            RegistrationActions.confirm(&approved, category, at: tx.now)
        } else {
            approved.state = .waiting
        }
        let done = try RegistrationActions.moved(approved, from: one, "registration.approved", by: viewer, in: tx)
        try tell(RegistrationOccasion(done.state), done, in: tx)
    }

    package static func decline(_ id: Identifier, of event: Event, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer)
        throws
    {
        let (viewer, one, _) = try demanded(id, event, viewer, tx)
        guard one.state == .applied || one.state == .waiting else {
            throw Refusal(.conflict, "registration.refusal.notApplied")
        }
        let done = try RegistrationActions.end(one, as: .declined, "registration.declined", by: viewer, in: tx)
        try tell(.declined, done, in: tx)
    }

    package static func cancel(_ id: Identifier, of event: Event, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer)
        throws
    {
        let (viewer, one, _) = try demanded(id, event, viewer, tx)
        _ = try RegistrationActions.cancel(one, by: viewer, tell: tell, in: tx)
    }

    /// Somebody has seen the money, or sees that it was a mistake.
    package static func markPaid(_ isPaid: Bool, _ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, one, _) = try demanded(id, event, viewer, tx)
        guard one.invoice != nil else { throw Refusal(.conflict, "registration.refusal.noInvoice") }
        var marked = one
        marked.paidAt = isPaid ? tx.now : nil
        _ = try RegistrationActions.moved(
            marked, from: one, isPaid ? "registration.paid" : "registration.unpaid", by: viewer, in: tx)
    }

    package static func move(
        _ id: Identifier, to category: Identifier, of event: Event, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws {
        let (viewer, one, _) = try demanded(id, event, viewer, tx)
        guard let target = try PlaceCategoryStore.find(category, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
        _ = try RegistrationMoveActions.change(one, to: target, by: viewer, tell: tell, in: tx)
    }

    /// The desk registers somebody who cannot, or who was asked to come: also where registration is not open or wants a code.
    /// `key`: the digest of a program's; without one nobody can send it again.
    package static func add(
        _ holder: RegistrationHolder, to category: Identifier, organisation: Identifier? = nil, of event: Event,
        key: String? = nil, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let place = try PlaceCategoryStore.find(category, in: tx), place.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard try RegistrationStore.active(email: holder.email.lowercased(), of: event.id, in: tx) == nil else {
            throw Refusal(.conflict, "registration.refusal.taken", field: "email")
        }
        var one = Registration(place, at: tx.now, id: tx.newID())
        one.holder = holder
        one.organisation = organisation
        one.generation = 1
        try WaitingActions.serve(place.id, tell: tell, in: tx)
        let (arrival, outcome) = try PlaceTakingStore.arrive(place.id, for: organisation, in: tx)
        one.arrival = arrival
        one.hasPlace = outcome == .taken
        guard one.hasPlace || place.hasWaitingList else { throw Refusal(.conflict, "registration.refusal.full") }
        if one.hasPlace { RegistrationActions.confirm(&one, place, at: tx.now) } else { one.state = .waiting }
        try RegistrationStore.insert(one, key: key ?? "desk \(one.id)", in: tx)
        try RegistrationActions.say("registration.added", one, by: viewer, in: tx)
        try tell(RegistrationOccasion(one.state), one, in: tx)
        return one
    }

    private static func demanded(_ id: Identifier, _ event: Event, _ viewer: Viewer?, _ tx: Reader) throws
        -> (Viewer, Registration, PlaceCategory)
    {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let one = try RegistrationStore.find(id, in: tx), one.event == event.id,
            let category = try PlaceCategoryStore.find(one.category, in: tx)
        else { throw Refusal(.notFound, "refusal.notFound") }
        return (viewer, one, category)
    }
}
