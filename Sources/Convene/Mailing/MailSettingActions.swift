import Base
import People
import Store

/// What an event's letters have in common.
package enum MailSettingActions {
    /// Where answers go; an empty address for nowhere but the house's own.
    package static func setReplyTo(_ address: String, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard address.isEmpty || Person.isEmail(address) && address.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
            throw Refusal(.invalid, "people.refusal.email", field: "reply")
        }
        try MailSettingStore.set(replyTo: address.isEmpty ? nil : address, of: event.id, in: tx)
        try tx.audit("letters.answers", by: viewer.person, on: "event", event.id, after: address.isEmpty ? "none" : "set")
        try tx.note(Note(name: "letters.answers", reference: event.reference))
    }
}
