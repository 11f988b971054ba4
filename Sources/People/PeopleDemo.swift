import Base
import Store

/// The model alliance as the concept note of its 2025 conference lists it, with people who are invented and say so.
/// Where each date comes from stands beside it and in `docs/people.md`.
package enum PeopleDemo {
    /// The person who runs the demo. Nobody could have added her, so it is done as the one-time link does it.
    package static func administrator(in tx: Writer) throws -> Viewer {
        let person = try PersonActions.addFirst(PersonDraft(name: "Demo Administrator", email: "admin@plenaria.example"), in: tx)
        try RoleActions.grantFirst(to: person, in: tx)
        return Viewer(person: person.id, name: person.name, grants: [Grant(.administrator)])
    }

    package static func fill(in tx: Writer, administrator: Viewer) throws {
        var registered: [String: Identifier] = [:]
        for entry in OrganisationsDemo.all {
            let draft = OrganisationDraft(
                slug: entry.slug, names: Localized(entry.names), kind: entry.kind, country: try country(entry.country),
                ror: entry.ror.flatMap { RORIdentifier(rawValue: "https://ror.org/" + $0) }, website: entry.website)
            registered[entry.slug] = try OrganisationActions.register(draft, by: administrator, in: tx).id
        }
        try joins(registered, administrator, tx)
        try institute(registered, administrator, tx)
        try people(registered, administrator, tx)
    }

    /// Slug → id of every organisation there is: for the demos of the wings.
    package static func organisations(in tx: Reader) throws -> [String: Identifier] {
        Dictionary(try OrganisationStore.all(in: tx).map { ($0.slug, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private static func country(_ code: String) throws -> Country {
        guard let country = Country(rawValue: code) else { throw Refusal(.invalid, "people.refusal.country") }
        return country
    }

    private static func joins(_ registered: [String: Identifier], _ administrator: Viewer, _ tx: Writer) throws {
        for join in OrganisationsDemo.joins {
            guard let date = CalendarDate(join.date) else { throw Refusal(.invalid, "people.refusal.date") }
            for slug in join.slugs {
                guard let id = registered[slug], let entry = OrganisationsDemo.all.first(where: { $0.slug == slug }) else {
                    continue
                }
                let membership = try MembershipActions.apply(
                    id, as: entry.joined ?? entry.kind, on: nil, by: administrator, in: tx)
                _ = try MembershipActions.ratify(
                    membership.id, on: KnownDate(date, join.precision), source: join.source, by: administrator, in: tx)
            }
        }
    }

    /// The founder that has changed its name, and in the alliance's counts its type.
    private static func institute(_ registered: [String: Identifier], _ administrator: Viewer, _ tx: Writer) throws {
        guard let id = registered["lpi"], let renamed = CalendarDate("2021-11-01"),
            let counted = CalendarDate("2024-12-11"), let membership = try MembershipStore.of(id, in: tx).first
        else { return }
        _ = try OrganisationActions.rename(
            id, to: Localized(OrganisationsDemo.institute), from: KnownDate(renamed, .year), by: administrator, in: tx)
        _ = try MembershipActions.setKind(membership.id, to: .institute, from: counted, by: administrator, in: tx)
    }

    private static func people(_ registered: [String: Identifier], _ administrator: Viewer, _ tx: Writer) throws {
        let since = CalendarDate("2025-01-01")
        for (name, email, role, slug, title) in OrganisationsDemo.people {
            let person = try PersonActions.add(PersonDraft(name: name, email: email), by: administrator, in: tx)
            if let role { try RoleActions.grant(Grant(role), to: person.id, by: administrator, in: tx) }
            if let id = registered[slug] {
                _ = try PersonActions.affiliate(person.id, with: id, title: title, from: since, by: administrator, in: tx)
            }
        }
    }
}
