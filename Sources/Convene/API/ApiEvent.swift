import Base
import People

/// An event as the interface for programs shows it. The names of the fields are a promise to others.
struct ApiEvent: Encodable, Hashable {
    let id: String
    let slug: String
    let kind: String
    let name: [String: String]
    let shortName: String
    let zone: String
    let first: String
    let last: String
    let venue: [String: String]
    let city: [String: String]
    /// ISO 3166-1 alpha-2; absent for a gathering on line.
    let country: String?
    let path: String

    init(_ event: Event) {
        id = event.id.text
        slug = event.slug
        kind = event.kind.rawValue
        name = event.name.texts
        shortName = event.shortName
        zone = event.zone
        first = event.first.description
        last = event.last.description
        venue = event.venue.texts
        city = event.city.texts
        country = event.country.isEmpty ? nil : event.country
        path = event.path
    }
}

struct ApiEventPart: Encodable, Hashable {
    let items: [ApiEvent]
    let next: String?
}

/// An event with its facts.
struct ApiEventFile: Encodable, Hashable {
    struct Theme: Encodable, Hashable {
        let text: [String: String]
        let announced: String?
    }
    struct Party: Encodable, Hashable {
        let role: String
        let name: [String: String]
        /// The slug of an organisation of the register.
        let organisation: String?
    }
    struct Figure: Encodable, Hashable {
        let standing: String
        let qualifier: String
        let value: Int
        let unit: String
        let asOf: String?
    }
    let event: ApiEvent
    let themes: [Theme]
    let parties: [Party]
    let figures: [Figure]
    let outcomes: [[String: String]]
    /// The number of the current release; absent while nothing is published.
    let release: Int?

    init(_ file: EventFile, release: Int?) {
        event = ApiEvent(file.event)
        themes = file.themes.map { Theme(text: $0.text.texts, announced: $0.announced?.description) }
        parties = file.parties.map {
            Party(role: $0.role.rawValue, name: file.name(of: $0).texts, organisation: file.organisation(of: $0)?.slug)
        }
        figures = file.figures.map {
            Figure(
                standing: $0.standing.rawValue, qualifier: $0.qualifier.rawValue, value: $0.value, unit: $0.unit,
                asOf: $0.asOf?.description)
        }
        outcomes = file.outcomes.map(\.title.texts)
        self.release = release
    }
}
