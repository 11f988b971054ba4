import Base

/// Somebody's registration for an event: from the first click, when it only holds a place, to the certificate.
package struct Registration: Hashable, Sendable, Codable {
    package enum State: String, CaseIterable, Sendable, Codable, Hashable {
        /// The form is being filled; a place may be held until `heldUntil`.
        case held
        /// Waits for somebody's yes or no.
        case applied
        /// In the draw, which is still to come.
        case drawn
        case waiting
        /// A place is held for somebody who waited, until `heldUntil`.
        case offered
        case confirmed
        case declined
        case cancelled
        /// Held or offered, and not taken in time.
        case lapsed

        /// Still has, or may still get, a place. There is one such registration for a person and an event.
        package var isActive: Bool { ![.declined, .cancelled, .lapsed].contains(self) }
    }

    package var id: Identifier
    package var event: Identifier
    package var category: Identifier
    package var state: State
    /// A place of the category's counter is this registration's.
    package var hasPlace: Bool
    /// Rises by one for each registration of the category in the order of their arrival: the order of the waiting list.
    package var arrival: Int
    /// What people say on the telephone: unique in the event, without letters that are taken for others.
    package var number: String
    /// Rises when the address of its own page must not open it any more: after a transfer.
    package var generation: Int
    package var holder: RegistrationHolder
    /// The person of ours, if she was signed in.
    package var person: Identifier?
    /// The organisation of the register: hers, and for delegates the one whose quota counts.
    package var organisation: Identifier?
    package var code: Identifier?
    package var heldUntil: Instant?
    /// A category for which she waits while keeping the place that she has.
    package var wanted: Identifier?
    package var invoice: String?
    package var paidAt: Instant?
    package var createdAt: Instant
    package var confirmedAt: Instant?
    package var endedAt: Instant?
    /// Rises with each change: SEQUENCE of her calendar entry (RFC 5545 §3.8.7.4).
    package var revision: Int

    package var reference: Reference {
        Reference(kind: "registration", id: id, title: Localized(number, "und"), path: "")
    }
}

/// Who a registration is for, as she writes it herself.
package struct RegistrationHolder: Hashable, Sendable, Codable {
    /// In any script; never taken apart.
    package var name: String
    /// The same in Latin letters, for badges and doors.
    package var latin: String
    package var email: String
    package var organisation: String
    /// ISO 3166-1 alpha-2, or empty.
    package var country: String
    /// What letters to her are written in.
    package var language: Language
    /// BCP 47 tags of the languages that she speaks.
    package var speaks: [String]

    package init(
        name: String = "", latin: String = "", email: String = "", organisation: String = "", country: String = "",
        language: Language = .en, speaks: [String] = []
    ) {
        self.name = name
        self.latin = latin
        self.email = email
        self.organisation = organisation
        self.country = country
        self.language = language
        self.speaks = speaks
    }
}

extension RegistrationOccasion {
    /// What there is to say of a registration that has come into a state.
    package init(_ state: Registration.State) {
        self =
            switch state {
            case .confirmed: .confirmed
            case .applied: .applied
            case .drawn: .drawn
            case .waiting, .held: .waiting
            case .offered: .offered
            case .declined: .declined
            case .cancelled: .cancelled
            case .lapsed: .lapsed
            }
    }
}
