import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of the register of persons.
package struct PersonRoutes: Sendable {
    let places: RolePlaces

    var routes: [Route] { [list, new, add, edit, change, affiliate] }

    private var list: Route {
        Route(.get, "/desk/people", .role(.secretariat)) { exchange in
            _ = try exchange.viewer.demand(.secretariat)
            let register = try await exchange.database.read { try PersonRoutes.register(in: $0) }
            return exchange.deskPage(
                exchange.words("people.desk.people"), PersonPage.list(exchange.scene(withForms: true), register))
        }
    }

    /// All that the list shows, in the same number of statements for one person and for many.
    package static func register(in tx: Reader) throws -> PersonPage.Register {
        let affiliations = try PersonStore.affiliations(in: tx)
        return PersonPage.Register(
            persons: try PersonStore.all(in: tx), affiliations: Dictionary(grouping: affiliations, by: \.person),
            organisations: try OrganisationStore.named(affiliations.map(\.organisation), in: tx),
            grants: try RoleStore.all(in: tx))
    }

    private var new: Route {
        Route(.get, "/desk/people/new", .role(.secretariat)) { exchange in
            _ = try exchange.viewer.demand(.secretariat)
            return PersonRoutes.newPage(exchange, PersonForm(), Complaints())
        }
    }

    private var add: Route {
        Route(.post, "/desk/people", .role(.secretariat)) { exchange in
            let viewer = try exchange.viewer.demand(.secretariat)
            let form = PersonForm(exchange.form.fields)
            return try await exchange.answering {
                let draft = try form.draft()
                let made = try await exchange.database.write { try PersonActions.add(draft, by: viewer, in: $0) }
                return exchange.seeOther("/desk/people/\(made.id)")
            } otherwise: {
                PersonRoutes.newPage(exchange, form, $0)
            }
        }
    }

    private var edit: Route {
        Route(.get, "/desk/people/:person", .role(.secretariat)) { [self] exchange in
            _ = try exchange.viewer.demand(.secretariat)
            return try await page(exchange, PersonPage.Typed())
        }
    }

    private var change: Route {
        Route(.post, "/desk/people/:person", .role(.secretariat)) { [self] exchange in
            let viewer = try exchange.viewer.demand(.secretariat)
            let id = try exchange.id("person")
            let form = PersonForm(exchange.form.fields)
            return try await exchange.answering {
                let draft = try form.draft()
                _ = try await exchange.database.write { try PersonActions.change(id, to: draft, by: viewer, in: $0) }
                return exchange.seeOther("/desk/people/\(id)")
            } otherwise: {
                try await page(exchange, PersonPage.Typed(person: form, complaints: $0))
            }
        }
    }

    private var affiliate: Route {
        Route(.post, "/desk/people/:person/affiliations", .role(.secretariat)) { [self] exchange in
            let viewer = try exchange.viewer.demand(.secretariat)
            let id = try exchange.id("person")
            let form = AffiliationForm(exchange.form.fields)
            return try await exchange.answering {
                let draft = try form.draft()
                _ = try await exchange.database.write {
                    try PersonActions.affiliate(
                        id, with: draft.organisation, title: draft.title, from: draft.from, until: draft.until, by: viewer, in: $0
                    )
                }
                return exchange.seeOther("/desk/people/\(id)")
            } otherwise: {
                try await page(exchange, PersonPage.Typed(affiliation: form, complaints: $0))
            }
        }
    }

    /// The page of one person, for the forms of roles, too.
    func page(_ exchange: Exchange, _ typed: PersonPage.Typed) async throws -> Answer {
        let id = try exchange.id("person")
        let places = places
        let profile = try await exchange.database.read { tx in
            guard let person = try PersonStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
            let grants = try RoleStore.grants(of: id, in: tx)
            return PersonPage.Profile(
                person: person, affiliations: try PersonStore.affiliations(of: id, in: tx),
                organisations: try OrganisationStore.all(in: tx), grants: grants,
                events: try places.events(tx), parts: try grants.compactMap { try places.part(of: $0, in: tx) })
        }
        let main = PersonPage.edit(exchange.scene(withForms: true), profile, typed)
        return exchange.deskPage(profile.person.name, main, typed.complaints)
    }

    private static func newPage(_ exchange: Exchange, _ form: PersonForm, _ complaints: Complaints) -> Answer {
        exchange.deskPage(
            exchange.words("people.person.new"), PersonPage.new(exchange.scene(withForms: true), form, complaints), complaints)
    }
}
