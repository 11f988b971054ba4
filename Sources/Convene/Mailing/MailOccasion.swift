import Base

/// What a letter is about, and so what it may say: what happened to a registration, or what the organiser sends to many.
package enum MailOccasion: String, CaseIterable, Sendable, Codable, Hashable {
    case confirmed, offered, waiting, applied, drawn, declined, lapsed, moved, received, passedOn, cancelled, again
    /// So long before the event begins, to everybody who has a place.
    case reminder
    /// What the organiser writes to those whom she chooses.
    case bulk

    package init(_ occasion: RegistrationOccasion) {
        self =
            switch occasion {
            case .confirmed: .confirmed
            case .applied: .applied
            case .drawn: .drawn
            case .waiting: .waiting
            case .offered: .offered
            case .lapsed: .lapsed
            case .declined: .declined
            case .cancelled: .cancelled
            case .moved: .moved
            case .received: .received
            case .passedOn: .passedOn
            case .again: .again
            }
    }

    /// Those that an organiser can word; each mailing is worded by itself.
    package static let worded: [MailOccasion] = allCases.filter { $0 != .bulk }

    /// The fields that say something in this letter.
    package var fields: [MailField] {
        MailField.allCases.filter { field in
            switch field {
            case .until, .take, .pass: self == .offered
            case .position: self == .waiting
            // The page is somebody else's by then.
            case .page: self != .passedOn
            default: true
            }
        }
    }

    /// The ticket goes with it.
    package var hasTicket: Bool { [.confirmed, .moved, .received, .reminder].contains(self) }
    /// An entry that takes the earlier one out of the calendar goes with it.
    package var endsCalendar: Bool { self == .cancelled || self == .passedOn }
}

/// What a template may name: `{name}`. There is nothing else: no path into a value, no call, no condition.
package enum MailField: String, CaseIterable, Sendable, Codable, Hashable {
    case name, organisation, event, dates, place, category, number, invoice, price
    /// Until when an offered place is held, in the event's zone, which it names.
    case until
    /// How many come before, and herself.
    case position
    /// The address of the registration's own page; of its two buttons; of the programme.
    case page, take, pass, programme
}
