import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of organisations.
enum OrganisationRoutes {
    static let routes = [shown, list, new, register, edit, change, rename]

    private static let shown = Route(.get, "/o/:slug", .anyone) { exchange in
        let found = try await exchange.database.read { [slug = exchange.parameters["slug"] ?? ""] tx in
            guard let organisation = try OrganisationStore.find(slug: slug, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            return (organisation, try MembershipStore.of(organisation.id, in: tx))
        }
        let scene = exchange.scene()
        return exchange.page(
            title: found.0.names.text(exchange.language), wing: .convene, masthead: OrganisationPage.masthead(scene, found.0),
            main: OrganisationPage.shown(scene, found.0, memberships: found.1),
            keeping: .shared(topics: [Organisation.topic, Membership.topic], until: exchange.now.nextDay))
    }

    private static let list = Route(.get, "/desk/organisations", .role(.secretariat)) { exchange in
        _ = try exchange.viewer.demand(.secretariat)
        let all = try await exchange.database.read { try OrganisationStore.all(in: $0) }
        return page(exchange, "people.desk.organisations", OrganisationPage.list(exchange.scene(withForms: true), all))
    }

    private static let new = Route(.get, "/desk/organisations/new", .role(.secretariat)) { exchange in
        _ = try exchange.viewer.demand(.secretariat)
        return newPage(exchange, OrganisationForm(), Complaints())
    }

    private static let register = Route(.post, "/desk/organisations", .role(.secretariat)) { exchange in
        let viewer = try exchange.viewer.demand(.secretariat)
        let form = OrganisationForm(exchange.form.fields)
        return try await exchange.answering {
            let draft = try form.draft()
            let made = try await exchange.database.write { try OrganisationActions.register(draft, by: viewer, in: $0) }
            return exchange.seeOther("/desk/organisations/\(made.id)")
        } otherwise: {
            newPage(exchange, form, $0)
        }
    }

    private static let edit = Route(.get, "/desk/organisations/:organisation", .role(.secretariat)) { exchange in
        _ = try exchange.viewer.demand(.secretariat)
        let organisation = try await find(exchange)
        return editPage(exchange, organisation, OrganisationForm(organisation), Complaints())
    }

    private static let change = Route(.post, "/desk/organisations/:organisation", .role(.secretariat)) { exchange in
        let viewer = try exchange.viewer.demand(.secretariat)
        let id = try exchange.id("organisation")
        let form = OrganisationForm(exchange.form.fields)
        return try await exchange.answering {
            let draft = try form.draft(isNew: false)
            _ = try await exchange.database.write { try OrganisationActions.change(id, to: draft, by: viewer, in: $0) }
            return exchange.seeOther("/desk/organisations/\(id)")
        } otherwise: {
            editPage(exchange, try await find(exchange), form, $0)
        }
    }

    private static let rename = Route(.post, "/desk/organisations/:organisation/names", .role(.secretariat)) { exchange in
        let viewer = try exchange.viewer.demand(.secretariat)
        let id = try exchange.id("organisation")
        let line = FormLines(exchange.form.fields)
        let names = line.texts("name")
        return try await exchange.answering {
            let from = KnownDate(line["from"])
            if !line["from"].isEmpty, from == nil { throw Complaints("from", "member.refusal.date") }
            _ = try await exchange.database.write {
                try OrganisationActions.rename(id, to: names, from: from, by: viewer, in: $0)
            }
            return exchange.seeOther("/desk/organisations/\(id)")
        } otherwise: { complaints in
            let organisation = try await find(exchange)
            let main = OrganisationPage.edit(
                exchange.scene(withForms: true), organisation, OrganisationForm(organisation), renaming: names,
                from: line["from"], complaints)
            return page(exchange, "people.desk.organisations", main, complaints)
        }
    }

    private static func find(_ exchange: Exchange) async throws -> Organisation {
        let id = try exchange.id("organisation")
        guard let found = try await exchange.database.read({ try OrganisationStore.find(id, in: $0) }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return found
    }

    private static func newPage(_ exchange: Exchange, _ form: OrganisationForm, _ complaints: Complaints) -> Answer {
        page(
            exchange, "people.organisation.new", OrganisationPage.new(exchange.scene(withForms: true), form, complaints),
            complaints)
    }

    private static func editPage(
        _ exchange: Exchange, _ organisation: Organisation, _ form: OrganisationForm, _ complaints: Complaints
    ) -> Answer {
        let scene = exchange.scene(withForms: true)
        return exchange.page(
            title: organisation.names.text(exchange.language), wing: .convene,
            masthead: FramePage.masthead(scene.text(organisation.names), eyebrow: exchange.words("frame.desk")),
            main: OrganisationPage.edit(scene, organisation, form, complaints),
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func page(_ exchange: Exchange, _ key: String, _ main: Markup, _ complaints: Complaints = Complaints())
        -> Answer
    {
        exchange.deskPage(exchange.words(key), main, complaints)
    }
}
