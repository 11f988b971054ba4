import Base
import Foundation

/// An event as a form, an import or the demo asks for it.
package struct EventDraft: Hashable, Sendable {
    package var slug: String
    package var kind: EventKind
    package var name: Localized
    package var shortName: String
    package var zone: String
    package var first: CalendarDate
    package var last: CalendarDate
    package var venue: Localized
    package var city: Localized
    package var country: String
    package var isPublic: Bool

    package init(
        slug: String, kind: EventKind = .conference, name: Localized, shortName: String = "", zone: String, first: CalendarDate,
        last: CalendarDate, venue: Localized = .empty, city: Localized = .empty, country: String = "", isPublic: Bool = false
    ) {
        self.slug = slug
        self.kind = kind
        self.name = name
        self.shortName = shortName
        self.zone = zone
        self.first = first
        self.last = last
        self.venue = venue
        self.city = city
        self.country = country
        self.isPublic = isPublic
    }

    package init(_ event: Event) {
        self.init(
            slug: event.slug, kind: event.kind, name: event.name, shortName: event.shortName, zone: event.zone,
            first: event.first, last: event.last, venue: event.venue, city: event.city, country: event.country,
            isPublic: event.isPublic)
    }

    /// The longest gathering that is not a slip of the pen.
    package static let mostDays = 60

    /// What is wrong with it, field by field; empty if it may be stored.
    package var faults: [Refusal] {
        var found: [Refusal] = []
        if name.isEmpty { found.append(Refusal(.invalid, "event.refusal.nameless", field: "name_en")) }
        if !Event.isSlug(slug) { found.append(Refusal(.invalid, "event.refusal.slug", field: "slug")) }
        if Zone(zone) == nil { found.append(Refusal(.invalid, "event.refusal.zone", ["zone": zone], field: "zone")) }
        if last < first { found.append(Refusal(.invalid, "event.refusal.dates", field: "last")) }
        if last.dayNumber - first.dayNumber >= EventDraft.mostDays {
            found.append(Refusal(.invalid, "event.refusal.long", ["days": String(EventDraft.mostDays)], field: "last"))
        }
        if !country.isEmpty, !EventDraft.countries.contains(country) {
            found.append(Refusal(.invalid, "event.refusal.country", field: "country"))
        }
        return found
    }

    private static let countries = Set(Locale.Region.isoRegions.map(\.identifier).filter { $0.utf8.count == 2 })

    package func event(_ id: Identifier, in series: Identifier) -> Event {
        Event(
            id: id, slug: slug, series: series, kind: kind, name: name, shortName: shortName, zone: zone, first: first,
            last: last, venue: venue, city: city, country: country, isPublic: isPublic)
    }
}

/// An organiser, host or partner as it is asked for: an organisation of the register, a name, or both.
package struct PartyDraft: Hashable, Sendable {
    package var role: PartyRole
    package var organisation: Identifier?
    package var name: Localized
    package init(_ role: PartyRole, organisation: Identifier? = nil, name: Localized = .empty) {
        self.role = role
        self.organisation = organisation
        self.name = name
    }
}

/// A number as it is asked for. Every figure names its unit and source.
package struct FigureDraft: Hashable, Sendable {
    package var standing: EventFigure.Standing
    package var value: Int
    package var qualifier: EventFigure.Qualifier
    package var unit: String
    package var asOf: CalendarDate?
    package var source: String

    package init(
        _ standing: EventFigure.Standing, _ qualifier: EventFigure.Qualifier = .exact, _ value: Int, _ unit: String,
        asOf: CalendarDate? = nil, source: String
    ) {
        self.standing = standing
        self.value = value
        self.qualifier = qualifier
        self.unit = unit
        self.asOf = asOf
        self.source = source
    }

    /// The units that the words know (`unit.<unit>`).
    package static let units = ["people", "inPerson", "institutions", "countries", "speakers", "organisations"]

    package var faults: [Refusal] {
        var found: [Refusal] = []
        if !(0...1_000_000_000).contains(value) { found.append(Refusal(.invalid, "event.refusal.value", field: "value")) }
        if !FigureDraft.units.contains(unit) { found.append(Refusal(.invalid, "event.refusal.unit", field: "unit")) }
        if source.isEmpty { found.append(Refusal(.invalid, "event.refusal.source", field: "source")) }
        return found
    }
}
