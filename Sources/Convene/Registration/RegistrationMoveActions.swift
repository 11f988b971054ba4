import Base
import Store

/// From one kind of place to another, and from one person to another.
package enum RegistrationMoveActions {
    /// Another kind of place, in the room instead of on line say. If there is none she keeps what she has and stands in the queue
    /// for the other. What asks for a code or a yes cannot be had this way.
    package static func change(
        _ one: Registration, to category: PlaceCategory, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        guard one.state == .confirmed, category.event == one.event else {
            throw Refusal(.conflict, "registration.refusal.notConfirmed")
        }
        guard category.id != one.category else { return one }
        let isDesk = viewer?.may(.organiser, in: one.event) == true
        guard isDesk || !category.needsCode && !category.needsApproval && category.fee == .free && category.lottery == nil else {
            throw Refusal(.conflict, "registration.refusal.noWay")
        }
        guard isDesk || category.door(at: tx.now) == .open else { throw Refusal(.conflict, "registration.refusal.closed") }
        try WaitingActions.serve(category.id, tell: tell, in: tx)
        if try PlaceTakingStore.take(category.id, for: one.organisation, in: tx) == .taken {
            return try arrive(one, in: category, by: viewer, tell: tell, in: tx)
        }
        guard category.hasWaitingList else { throw Refusal(.conflict, "registration.refusal.full") }
        var wishing = one
        wishing.wanted = category.id
        let done = try RegistrationActions.moved(wishing, from: one, "registration.wanted", by: viewer, in: tx)
        try RegistrationStore.setWanted(arrival: try PlaceCounterStore.arrive(category.id, in: tx), of: one.id, in: tx)
        return done
    }

    /// She no longer waits for another kind of place.
    package static func stay(_ one: Registration, in tx: Writer) throws -> Registration {
        guard one.wanted != nil else { return one }
        var content = one
        content.wanted = nil
        return try RegistrationActions.moved(content, from: one, "registration.stayed", in: tx)
    }

    /// Her place of the new kind is taken already: the old one goes back and on.
    @discardableResult
    static func arrive(
        _ one: Registration, in category: PlaceCategory, by viewer: Viewer? = nil, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        var there = one
        there.category = category.id
        there.wanted = nil
        if category.fee == .invoiced { there.invoice = there.invoice ?? there.number }
        let done = try RegistrationActions.moved(there, from: one, "registration.moved", by: viewer, in: tx)
        try PlaceTakingStore.giveBack(one.category, of: one.organisation, in: tx)
        try tell(.moved, done, in: tx)
        try WaitingActions.promote(one.category, tell: tell, in: tx)
        return done
    }

    /// Gives the registration to somebody else. The old address of its page ends; the new one goes to the new holder by letter.
    package static func transfer(
        _ one: Registration, to holder: RegistrationHolder, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer
    ) throws -> Registration {
        guard one.state == .confirmed else { throw Refusal(.conflict, "registration.refusal.notConfirmed") }
        guard holder.email.lowercased() != one.holder.email.lowercased() else {
            throw Refusal(.invalid, "registration.refusal.samePerson", field: "email")
        }
        if try RegistrationStore.active(email: holder.email.lowercased(), of: one.event, in: tx) != nil {
            throw Refusal(.conflict, "registration.refusal.taken", field: "email")
        }
        var given = one
        given.holder = holder
        given.person = nil
        given.generation += 1
        let done = try RegistrationActions.moved(given, from: one, "registration.transferred", by: viewer, in: tx)
        try tell(.passedOn, one, in: tx)
        try tell(.received, done, in: tx)
        return done
    }

    /// Her name and the rest, but not her address: that would be a transfer.
    package static func correct(
        _ one: Registration, holder: RegistrationHolder, by viewer: Viewer?, in tx: Writer
    ) throws -> Registration {
        guard one.state.isActive, one.state != .held else { throw Refusal(.conflict, "registration.refusal.notConfirmed") }
        var corrected = one
        corrected.holder = holder
        corrected.holder.email = one.holder.email
        return try RegistrationActions.moved(corrected, from: one, "registration.corrected", by: viewer, in: tx)
    }
}
