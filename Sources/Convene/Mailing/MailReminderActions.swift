import Base
import Store

/// Reminders: set by the organiser, sent by themselves.
package enum MailReminderActions {
    /// The most of an event: each reaches everybody.
    static let most = 5

    package static func add(_ minutes: Int, to event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard MailReminder.range.contains(minutes) else { throw Refusal(.invalid, "mailing.refusal.lead", field: "lead") }
        let one = MailReminder(id: tx.newID(), event: event.id, minutes: minutes)
        guard try tx.now < one.due(begins(event, in: tx)) else {
            throw Refusal(.conflict, "mailing.refusal.past", field: "lead")
        }
        guard try MailReminderStore.all(of: event.id, in: tx).count < most, try MailReminderStore.insert(one, in: tx) else {
            throw Refusal(.conflict, "mailing.refusal.reminder", field: "lead")
        }
        try say("reminder.added", one, event, by: viewer, in: tx)
    }

    package static func remove(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let one = try MailReminderStore.all(of: event.id, in: tx).first(where: { $0.id == id }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        guard try MailReminderStore.remove(id, of: event.id, in: tx) else { throw Refusal(.conflict, "mailing.refusal.sent") }
        try say("reminder.removed", one, event, by: viewer, in: tx)
    }

    /// Begins to send what is due, to those who have a place now. One transaction takes the reminder and freezes its audience:
    /// it is sent once.
    static func sendDue(house wording: MailWording, in tx: Writer) throws {
        for one in try MailReminderStore.waiting(in: tx) {
            guard let event = try EventStore.find(one.event, in: tx), one.isDue(try begins(event, in: tx), at: tx.now) else {
                continue
            }
            let audience = MailAudience()
            let recipients = audience.recipients(of: try RegistrationListStore.all(of: event.id, audience.filter, in: tx))
            let own = try MailTemplateStore.find(.reminder, of: event.id, in: tx)
            let mailing = Mailing(
                id: tx.newID(), event: event.id, kind: .reminder, state: .sending, wording: own ?? wording, audience: audience,
                madeBy: nil, createdAt: tx.now, frozenAt: tx.now)
            try MailingStore.insert(mailing, in: tx)
            guard try MailReminderStore.claim(one.id, for: mailing.id, in: tx) else {
                throw Refusal(.conflict, "mailing.refusal.meanwhile")
            }
            let barred = Set(try BounceStore.barred(in: tx).keys)
            let count = recipients.count { !barred.contains(MailAudience.key($0)) }
            try MailingStore.freeze(recipients, but: barred, for: mailing.id, in: tx)
            try MailingActions.say("mailing.sent", mailing, by: nil, in: tx, count: count)
            try tx.changed(Mailing.topic(event.id))
        }
    }

    /// Whether anything is still to come: asked before a transaction that may write.
    static func mayBeDue(in tx: Reader) throws -> Bool {
        for one in try MailReminderStore.waiting(in: tx) {
            if let event = try EventStore.find(one.event, in: tx), one.isDue(try begins(event, in: tx), at: tx.now) {
                return true
            }
        }
        return false
    }

    package static func begins(_ event: Event, in tx: Reader) throws -> Instant {
        MailReminder.begins(event, try ReleaseShelf.latest(of: event.id, in: tx).flatMap { ProgrammeHours($0) })
    }

    private static func say(_ verb: String, _ one: MailReminder, _ event: Event, by viewer: Viewer, in tx: Writer) throws {
        try tx.audit(verb, by: viewer.person, on: "mail_reminder", one.id, after: String(one.minutes))
        try tx.note(Note(name: verb, reference: event.reference, payload: ["minutes": String(one.minutes)]))
    }
}
