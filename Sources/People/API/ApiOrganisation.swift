import Base

/// An organisation as the interface for programs shows it. The names of the fields are a promise to others.
struct ApiOrganisation: Encodable, Hashable {
    struct Name: Encodable, Hashable {
        let from: String?
        let name: [String: String]
    }
    struct Term: Encodable, Hashable {
        let step: String
        let on: String
        let source: String?
    }
    let id: String
    let slug: String
    let kind: String
    let country: String
    let continent: String
    let name: [String: String]
    let history: [Name]
    let ror: String?
    let website: String?
    let path: String

    init(_ organisation: Organisation) {
        id = organisation.id.text
        slug = organisation.slug
        kind = organisation.kind.rawValue
        country = organisation.country.code
        continent = organisation.continent.rawValue
        name = organisation.names.texts
        history = organisation.history.map { Name(from: $0.from?.description, name: $0.names.texts) }
        ror = organisation.ror?.rawValue
        website = organisation.website
        path = organisation.path
    }
}

/// An organisation with the steps of its memberships.
struct ApiOrganisationFile: Encodable, Hashable {
    let organisation: ApiOrganisation
    let memberships: [[ApiOrganisation.Term]]

    init(_ organisation: Organisation, _ memberships: [Membership]) {
        self.organisation = ApiOrganisation(organisation)
        self.memberships = memberships.map { membership in
            Membership.Step.allCases.compactMap { step in
                membership.steps[step].map {
                    ApiOrganisation.Term(
                        step: step.rawValue, on: $0.on.description, source: $0.source.isEmpty ? nil : $0.source)
                }
            }
        }
    }
}

struct ApiOrganisationPart: Encodable, Hashable {
    let items: [ApiOrganisation]
    let next: String?
}
