import Base

/// A name that an organisation bore from a date on; the first one has no date.
package struct DatedName: Hashable, Sendable, Codable {
    package let from: KnownDate?
    package let names: Localized
    package init(from: KnownDate?, names: Localized) {
        self.from = from
        self.names = names
    }
}

/// A university, platform or other body that takes part: a member of the alliance or not.
package struct Organisation: Hashable, Sendable, Codable {
    package enum Kind: String, CaseIterable, Sendable, Codable, Hashable {
        case university, platform, institute, network, intergovernmental, other
    }
    package var id: Identifier
    /// Lower case letters, digits and hyphens: part of addresses.
    package var slug: String
    package var kind: Kind
    /// Where it has its seat.
    package var country: Country
    package var ror: RORIdentifier?
    package var website: String?
    /// Oldest first, never empty.
    package var history: [DatedName]
    /// The name as of the day on which it was read.
    package var names: Localized

    package init(
        id: Identifier, slug: String, kind: Kind, country: Country, ror: RORIdentifier? = nil, website: String? = nil,
        history: [DatedName], today: CalendarDate
    ) {
        self.id = id
        self.slug = slug
        self.kind = kind
        self.country = country
        self.ror = ror
        self.website = website
        self.history = history
        names = .empty
        names = name(on: today)
    }

    /// What it was called on a day: the last name that had begun; before the first one's date, the first.
    package func name(on day: CalendarDate) -> Localized {
        (history.last { $0.from.map { $0.date <= day } ?? true } ?? history.first)?.names ?? .empty
    }

    package var continent: Continent { country.continent }
    package var path: String { "/o/\(slug)" }
    package var reference: Reference { Reference(kind: "organisation", id: id, title: names, path: path) }
    /// What every page that shows organisations depends on.
    package static let topic = "organisations"

    /// Two to sixty lower case letters, digits and single hyphens inside.
    package static func isSlug(_ text: String) -> Bool {
        guard (2...60).contains(text.utf8.count), !text.hasPrefix("-"), !text.hasSuffix("-"), !text.contains("--") else {
            return false
        }
        return text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }
}

/// What someone asks to be registered or changed.
package struct OrganisationDraft: Hashable, Sendable {
    package var slug: String
    package var names: Localized
    package var kind: Organisation.Kind
    package var country: Country
    package var ror: RORIdentifier?
    package var website: String?

    package init(
        slug: String, names: Localized, kind: Organisation.Kind, country: Country, ror: RORIdentifier? = nil,
        website: String? = nil
    ) {
        self.slug = slug
        self.names = names
        self.kind = kind
        self.country = country
        self.ror = ror
        self.website = website
    }
}
