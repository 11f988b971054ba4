import Base
import Store

/// What is forgotten: on its date, by itself; or at once, because somebody asks for it.
package enum RetentionActions {
    /// So many rows in one transaction, so that nobody waits behind it.
    package static let batch = 100

    package static func set(_ months: Int, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard Retention.months.contains(months) else {
            throw Refusal(
                .invalid, "places.refusal.number",
                ["low": String(Retention.months.lowerBound), "high": String(Retention.months.upperBound)], field: "months")
        }
        let before = try RetentionStore.months(of: event.id, in: tx)
        try RetentionStore.set(months, of: event.id, in: tx)
        try tx.audit(
            "retention.set", by: viewer.person, on: "event", event.id, before: String(before), after: String(months))
        try tx.note(Note(name: "retention.set", reference: event.reference, payload: ["months": String(months)]))
    }

    /// A batch of what is over in an event; how many rows it were. In the event's lane, by the clock and for nobody.
    @discardableResult
    package static func sweep(_ event: Event, in tx: Writer) throws -> Int {
        let unfinished = try RetentionStore.unfinished(of: event.id, limit: batch, in: tx)
        for one in unfinished {
            try forgetParts(of: one, in: tx)
            try RegistrationPersonalStore.makeNameless(one, in: tx)
            try SeatStore.giveUpAll(of: one.id, in: tx)
            try RetentionStore.remove(one.id, in: tx)
        }
        var nameless: [Registration] = []
        if Retention.isOver(event, months: try RetentionStore.months(of: event.id, in: tx), at: tx.now) {
            nameless = try RetentionStore.named(of: event.id, limit: batch - unfinished.count, in: tx)
            for one in nameless {
                try RegistrationAnswerRoutes.forget(one, in: tx)
                try RegistrationPersonalStore.makeNameless(one, in: tx)
            }
        }
        let count = unfinished.count + nameless.count
        guard count > 0 else { return 0 }
        try tx.audit(
            "retention.swept", by: nil, on: "event", event.id, after: "\(unfinished.count) deleted, \(nameless.count) nameless")
        try tx.note(
            Note(
                name: "retention.swept", reference: event.reference,
                payload: ["deleted": String(unfinished.count), "nameless": String(nameless.count)]))
        return count
    }

    /// The holder wants to be forgotten, by whoever has the address of her page: at once, with her answers and certificates. Her
    /// place goes to who waits. In the event's lane.
    package static func eraseOwn(_ one: Registration, by viewer: Viewer?, tell: RegistrationTeller, in tx: Writer) throws {
        try forgetParts(of: one, in: tx)
        try RegistrationPersonalStore.erase(one, in: tx)
        try tx.audit("registration.erased", by: viewer?.person, on: "registration", one.id)
        try tx.note(Note(name: "registration.erased", reference: one.reference))
        if one.hasPlace { try WaitingActions.promote(one.category, tell: tell, in: tx) }
    }

    private static func forgetParts(of one: Registration, in tx: Writer) throws {
        try RegistrationAnswerRoutes.forget(one, in: tx)
        try CertificateStore.removeAll(of: one.id, in: tx)
    }
}
