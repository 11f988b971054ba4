import Base

/// The members of a day as the interface for programs shows them.
struct ApiMemberRoll: Encodable, Hashable {
    struct Member: Encodable, Hashable {
        let organisation: String
        let slug: String
        let kind: String
        let country: String
        let name: [String: String]
        let since: String?
    }
    let on: String
    let count: Int
    let countries: Int
    let continents: Int
    let items: [Member]
    let next: String?

    init(_ roll: MemberRoll, _ part: [MemberRoll.Member], next: String?) {
        on = roll.day.description
        count = roll.count
        countries = roll.countries.count
        continents = roll.continents.count
        items = part.map {
            Member(
                organisation: $0.organisation.id.text, slug: $0.organisation.slug, kind: $0.kind.rawValue,
                country: $0.organisation.country.code, name: $0.names.texts, since: $0.since?.description)
        }
        self.next = next
    }
}
