import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of the alliance's members.
enum MembershipRoutes {
    static let routes = [members, list, apply, edit, ratify, leave, kind]

    private static let members = Route(.get, "/members", .anyone, query: ["on"]) { exchange in
        let today = exchange.now.wall().date
        let day = CalendarDate(exchange.query.line("on")) ?? today
        let roll = try await exchange.database.read { try MembershipStore.members(on: day, in: $0) }
        let scene = exchange.scene()
        return exchange.page(
            title: exchange.words("member.title"), wing: .convene, current: "/members",
            masthead: MembershipPage.masthead(scene, roll), main: MembershipPage.members(scene, roll),
            keeping: .shared(topics: [Organisation.topic, Membership.topic], until: day == today ? exchange.now.nextDay : nil))
    }

    private static let list = Route(.get, "/desk/members", .role(.secretariat)) { exchange in
        _ = try exchange.viewer.demand(.secretariat)
        return try await listPage(exchange, MembershipForm(.apply), Complaints())
    }

    private static let apply = Route(.post, "/desk/members", .role(.secretariat)) { exchange in
        let viewer = try exchange.viewer.demand(.secretariat)
        let form = MembershipForm(.apply, exchange.form.fields)
        return try await exchange.answering {
            let asked = try form.application()
            let made = try await exchange.database.write {
                try MembershipActions.apply(
                    asked.organisation, as: asked.kind, on: asked.on, source: asked.source, by: viewer, in: $0)
            }
            return exchange.seeOther("/desk/members/\(made.id)")
        } otherwise: {
            try await listPage(exchange, form, form.placed($0))
        }
    }

    private static let edit = Route(.get, "/desk/members/:membership", .role(.secretariat)) { exchange in
        _ = try exchange.viewer.demand(.secretariat)
        return try await editPage(exchange, MembershipForm(.apply), Complaints())
    }

    private static let ratify = record(.ratify) { form, id, viewer, tx in
        let step = try form.step()
        _ = try MembershipActions.ratify(id, on: step.on, source: step.source, by: viewer, in: tx)
    }
    private static let leave = record(.leave) { form, id, viewer, tx in
        let step = try form.step()
        _ = try MembershipActions.leave(id, on: step.on, source: step.source, by: viewer, in: tx)
    }
    private static let kind = record(.kind) { form, id, viewer, tx in
        let change = try form.change()
        _ = try MembershipActions.setKind(id, to: change.kind, from: change.from, by: viewer, in: tx)
    }

    /// A form of one membership's page.
    private static func record(
        _ purpose: MembershipForm.Purpose,
        _ work: @escaping @Sendable (MembershipForm, Identifier, Viewer, Writer) throws -> Void
    ) -> Route {
        Route(.post, "/desk/members/:membership/\(purpose.rawValue)", .role(.secretariat)) { exchange in
            let viewer = try exchange.viewer.demand(.secretariat)
            let id = try exchange.id("membership")
            let form = MembershipForm(purpose, exchange.form.fields)
            return try await exchange.answering {
                try await exchange.database.write { try work(form, id, viewer, $0) }
                return exchange.seeOther("/desk/members/\(id)")
            } otherwise: {
                try await editPage(exchange, form, form.placed($0))
            }
        }
    }

    private static func listPage(_ exchange: Exchange, _ form: MembershipForm, _ complaints: Complaints) async throws -> Answer {
        let found = try await exchange.database.read { (try MembershipStore.all(in: $0), try OrganisationStore.all(in: $0)) }
        let main = MembershipPage.list(
            exchange.scene(withForms: true), found.0, organisations: found.1, form, complaints)
        return exchange.deskPage(exchange.words("people.desk.members"), main, complaints)
    }

    private static func editPage(_ exchange: Exchange, _ form: MembershipForm, _ complaints: Complaints) async throws -> Answer {
        let id = try exchange.id("membership")
        guard let membership = try await exchange.database.read({ try MembershipStore.find(id, in: $0) }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        let main = MembershipPage.edit(exchange.scene(withForms: true), membership, form, complaints)
        return exchange.deskPage(membership.name(on: exchange.now.wall().date).text(exchange.language), main, complaints)
    }
}
