import Base

/// What a gathering is.
package enum EventKind: String, CaseIterable, Sendable, Codable, Hashable {
    case conference, webinar, workshop, board
}

/// What an organisation or person is to an event. Hosts need not be members of the alliance.
package enum PartyRole: String, CaseIterable, Sendable, Codable, Hashable {
    case organiser, host, partner
}

/// A row of events that belong together: the yearly conference, a run of webinars.
package struct Series: Hashable, Sendable, Codable {
    package var id: Identifier
    /// Lower case letters, digits and hyphens: part of addresses.
    package var slug: String
    package var name: Localized
}

/// A gathering: its own name (names change from year to year), zone and days. All times of its programme are wall
/// times of its zone.
package struct Event: Hashable, Sendable, Codable {
    package var id: Identifier
    package var slug: String
    package var series: Identifier
    package var kind: EventKind
    package var name: Localized
    package var shortName: String
    /// An IANA name.
    package var zone: String
    package var first: CalendarDate
    package var last: CalendarDate
    package var venue: Localized
    package var city: Localized
    /// ISO 3166-1 alpha-2; empty for a gathering on line only.
    package var country: String
    /// Listed and reachable for everyone; false while it is being prepared.
    package var isPublic: Bool

    package var days: ClosedRange<CalendarDate> { first...max(first, last) }
    package var path: String { "/e/\(slug)" }
    package var reference: Reference { Reference(kind: "event", id: id, title: name, path: path) }
    /// What pages about it depend on.
    package var topic: String { "event:\(id)" }
}

/// The event's theme as it was announced at a date; themes are revised after publication, and the history is kept.
package struct EventTheme: Hashable, Sendable, Codable {
    package var id: Identifier
    package var text: Localized
    package var announced: CalendarDate?
    package var source: String
}

/// An organiser or host. `organisation` points to the register where the organisation is in it.
package struct EventParty: Hashable, Sendable, Codable {
    package var id: Identifier
    package var role: PartyRole
    package var organisation: Identifier?
    package var name: Localized
    package var position: Int
}

/// A number about an event: what was planned and what came are two figures.
package struct EventFigure: Hashable, Sendable, Codable {
    package enum Standing: String, CaseIterable, Sendable, Codable, Hashable {
        case planned, actual
    }
    package var id: Identifier
    package var standing: Standing
    package var value: Int
    /// "about 150", "more than 340": the source does not claim an exact number.
    package var qualifier: Qualifier
    /// A key of the words `unit.<unit>` with plural forms: people, inPerson, institutions, countries, speakers, organisations.
    package var unit: String
    package var asOf: CalendarDate?
    package var source: String

    package enum Qualifier: String, CaseIterable, Sendable, Codable, Hashable {
        case exact, about, moreThan
    }
}

/// What was released at an event: a report, an index, a declaration.
package struct EventOutcome: Hashable, Sendable, Codable {
    package var id: Identifier
    package var title: Localized
    package var position: Int
}
