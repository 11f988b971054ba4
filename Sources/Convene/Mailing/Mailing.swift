import Base

/// One letter to many who registered. Its audience is frozen when it is sent: who registers later gets none, and no address gets
/// two.
package struct Mailing: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        /// What the organiser writes.
        case bulk
        case reminder
    }
    package enum State: String, CaseIterable, Sendable, Codable, Hashable {
        case draft, sending, stopped, done
    }
    package let id: Identifier
    package let event: Identifier
    package let kind: Kind
    package var state: State
    package var wording: MailWording
    package var audience: MailAudience
    package let madeBy: Identifier?
    package let createdAt: Instant
    /// When its audience was frozen.
    package var frozenAt: Instant?
    package var endedAt: Instant?

    package init(
        id: Identifier, event: Identifier, kind: Kind = .bulk, state: State = .draft, wording: MailWording,
        audience: MailAudience,
        madeBy: Identifier?, createdAt: Instant, frozenAt: Instant? = nil, endedAt: Instant? = nil
    ) {
        self.id = id
        self.event = event
        self.kind = kind
        self.state = state
        self.wording = wording
        self.audience = audience
        self.madeBy = madeBy
        self.createdAt = createdAt
        self.frozenAt = frozenAt
        self.endedAt = endedAt
    }

    /// What its letters say, and which fields they know.
    package var occasion: MailOccasion { kind == .reminder ? .reminder : .bulk }
    package var reference: Reference {
        Reference(kind: "mailing", id: id, title: wording.subject, path: "")
    }
    /// What pages that show its progress depend on.
    package static func topic(_ event: Identifier) -> String { "mailings:\(event)" }
}

/// To whom a mailing goes.
package struct MailAudience: Hashable, Sendable, Codable {
    package var filter: RegistrationFilter
    /// Only those who read this language.
    package var language: Language?
    package init(_ filter: RegistrationFilter = RegistrationFilter(states: [.confirmed]), language: Language? = nil) {
        self.filter = filter
        self.language = language
    }

    /// Those of `registrations` whom it means, one for each address: whoever came first.
    package func recipients(of registrations: [Registration]) -> [Registration] {
        var seen: Set<String> = []
        return registrations.filter { one in
            guard !one.holder.email.isEmpty, language == nil || one.holder.language == language else { return false }
            return seen.insert(MailAudience.key(one)).inserted
        }
    }

    /// One person has one, however she writes it.
    static func key(_ one: Registration) -> String { one.holder.email.lowercased() }
}

/// How far a mailing has come.
package struct MailingProgress: Hashable, Sendable {
    /// Frozen recipients; of them those whose letter is not written yet, is in the outbox, has gone out, could not go out.
    package var total = 0
    package var waiting = 0
    package var queued = 0
    package var sent = 0
    package var failed = 0
    /// Left out: the registration is another person's by now, or gone.
    package var skipped = 0
    /// Left out: letters to the address came back for good.
    package var barred = 0
    /// Letters that came back.
    package var bounced = 0
    /// Handed over without an answer and handed over again, once more at least: they may have arrived twice.
    package var doubted = 0
    package init() {}
    package var settled: Int { sent + failed + skipped + barred }
}
