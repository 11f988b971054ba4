import Base
import Store

/// Addresses that letters to many leave out because letters came back from them for good.
package enum BarredAddressActions {
    /// The organiser says that the address of a registration works again: what was reported of it is set aside.
    package static func free(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let one = try RegistrationStore.find(id, in: tx), one.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard !one.holder.email.isEmpty, try BounceStore.free(one.holder.email, in: tx) > 0 else { return }
        try tx.audit("registration.freed", by: viewer.person, on: "registration", one.id)
        try tx.note(Note(name: "registration.freed", reference: one.reference))
        try tx.changed(Mailing.topic(event.id))
    }
}
