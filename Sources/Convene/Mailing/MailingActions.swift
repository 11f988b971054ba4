import Base
import Store

/// Letters to many: written, sent to an audience that is frozen then, stopped and resumed. How a letter is composed is the
/// caller's.
package enum MailingActions {
    package typealias Compose = @Sendable (Mailing, Registration, Event, PlaceCategory) -> LetterDraft

    /// Letters of mailings that wait in the outbox at once. More would keep up whoever waits for a way in, and could not be
    /// stopped any more.
    static let depth = 200
    static let batch = 100

    package static func write(
        _ wording: MailWording, to audience: MailAudience, of event: Event, by viewer: Viewer?, in tx: Writer
    )
        throws -> Mailing
    {
        let viewer = try viewer.demand(.organiser, in: event.id)
        try demand(audience, of: event, in: tx)
        let one = Mailing(
            id: tx.newID(), event: event.id, wording: wording, audience: audience, madeBy: viewer.person, createdAt: tx.now)
        try MailingStore.insert(one, in: tx)
        try say("mailing.written", one, by: viewer, in: tx)
        return one
    }

    package static func change(
        _ id: Identifier, to wording: MailWording, _ audience: MailAudience, of event: Event, by viewer: Viewer?, in tx: Writer
    ) throws {
        let (viewer, before) = try demand(id, of: event, by: viewer, in: tx)
        try demand(audience, of: event, in: tx)
        var one = before
        one.wording = wording
        one.audience = audience
        try move(one, from: .draft, "mailing.changed", by: viewer, in: tx)
    }

    package static func remove(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, one) = try demand(id, of: event, by: viewer, in: tx)
        guard try MailingStore.remove(id, in: tx) else { throw Refusal(.conflict, "mailing.refusal.sent") }
        try say("mailing.removed", one, by: viewer, in: tx)
    }

    /// Freezes the audience as it is now. How many it is.
    @discardableResult
    package static func send(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws -> Int {
        let (viewer, before) = try demand(id, of: event, by: viewer, in: tx)
        guard before.state == .draft else { throw Refusal(.conflict, "mailing.refusal.sent") }
        guard !before.wording.isEmpty else { throw Refusal(.invalid, "mailing.refusal.empty", field: "text") }
        let recipients = before.audience.recipients(
            of: try RegistrationListStore.all(of: event.id, before.audience.filter, in: tx))
        let barred = Set(try BounceStore.barred(in: tx).keys)
        let count = recipients.count { !barred.contains(MailAudience.key($0)) }
        guard count > 0 else { throw Refusal(.conflict, "mailing.refusal.nobody", field: "state") }
        var one = before
        one.state = .sending
        one.frozenAt = tx.now
        try move(one, from: .draft, "mailing.sent", by: viewer, in: tx, count: count)
        try MailingStore.freeze(recipients, but: barred, for: id, in: tx)
        return count
    }

    package static func stop(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, before) = try demand(id, of: event, by: viewer, in: tx)
        var one = before
        one.state = .stopped
        try move(one, from: .sending, "mailing.stopped", by: viewer, in: tx)
    }

    package static func resume(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Writer) throws {
        let (viewer, before) = try demand(id, of: event, by: viewer, in: tx)
        var one = before
        one.state = .sending
        try move(one, from: .stopped, "mailing.resumed", by: viewer, in: tx)
    }

    // MARK: Posting

    /// Writes the letters of the next recipients, each in the transaction that marks her: whenever the process ends, and however
    /// many run at once, nobody gets two and nobody none. False if there is nothing to do for now.
    static func post(_ id: Identifier, limit: Int = batch, compose: Compose, in tx: Writer) throws -> Bool {
        guard let mailing = try MailingStore.find(id, in: tx), mailing.state == .sending,
            let event = try EventStore.find(mailing.event, in: tx), try MailingStore.queued(in: tx) < depth
        else { return false }
        let categories = Dictionary(
            try PlaceCategoryStore.all(of: event.id, in: tx).map { ($0.category.id, $0.category) },
            uniquingKeysWith: { first, _ in first })
        let next = try MailingStore.next(limit, of: id, in: tx)
        let replyTo = try MailSettingStore.replyTo(of: event.id, in: tx)
        let barred = try BounceStore.barred(in: tx)
        for one in next {
            var fate = MailingStore.Fate.skipped
            // Since it was frozen she may have passed it on: what it opens is another's then.
            if let registration = one.registration, MailAudience.key(registration) == one.address,
                let category = categories[registration.category]
            {
                if barred[one.address] == nil {
                    var letter = compose(mailing, registration, event, category)
                    letter.replyTo = replyTo
                    fate = .posted(try tx.post(letter))
                } else {
                    fate = .barred
                }
            }
            guard try MailingStore.settle(one.address, of: id, as: fate, in: tx) else {
                throw Refusal(.conflict, "mailing.refusal.meanwhile")
            }
        }
        if !next.isEmpty { try tx.changed(Mailing.topic(event.id)) }
        if next.count == limit { return true }
        // It is sent when its letters have gone, or could not go.
        guard try MailingStore.queued(of: id, in: tx) == 0 else { return false }
        var done = mailing
        done.state = .done
        done.endedAt = tx.now
        try move(done, from: .sending, "mailing.done", by: nil, in: tx)
        return false
    }

    // MARK: Parts

    private static func demand(_ id: Identifier, of event: Event, by viewer: Viewer?, in tx: Reader) throws -> (Viewer, Mailing) {
        let viewer = try viewer.demand(.organiser, in: event.id)
        guard let one = try MailingStore.find(id, in: tx), one.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return (viewer, one)
    }

    private static func demand(_ audience: MailAudience, of event: Event, in tx: Reader) throws {
        guard let category = audience.filter.category else { return }
        guard try PlaceCategoryStore.find(category, in: tx)?.event == event.id else {
            throw Refusal(.invalid, "registration.refusal.form", field: "category")
        }
    }

    private static func move(
        _ one: Mailing, from state: Mailing.State, _ verb: String, by viewer: Viewer?, in tx: Writer, count: Int? = nil
    ) throws {
        guard try MailingStore.update(one, from: state, in: tx) else { throw Refusal(.conflict, "mailing.refusal.meanwhile") }
        try say(verb, one, by: viewer, in: tx, count: count)
        try tx.changed(Mailing.topic(one.event))
    }

    static func say(_ verb: String, _ one: Mailing, by viewer: Viewer?, in tx: Writer, count: Int? = nil) throws {
        let after = one.state.rawValue + (count.map { " \($0)" } ?? "")
        try tx.audit(verb, by: viewer?.person, on: "mailing", one.id, after: after)
        try tx.note(Note(name: verb, reference: one.reference, payload: ["state": one.state.rawValue]))
    }
}

extension Mailing {
    /// Of its letters in the outbox.
    package static let purpose = "mailing"
}
