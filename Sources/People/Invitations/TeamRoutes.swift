import Base
import HTML
import HTTPTypes
import Store
import Web

/// The addresses of an event's team, and of those who have a role everywhere.
struct TeamRoutes: Sendable {
    let places: RolePlaces

    var routes: [Route] {
        [("/desk/e/:event/team", Role.organiser), ("/desk/team", .administrator)].flatMap { base, role in
            [
                Route(.get, base, .role(role)) { [self] in try await page($0, InvitationForm(), Complaints()) },
                Route(.post, base, .role(role), rate: 30) { [self] in try await invite($0) },
                Route(.post, base + "/end", .role(role)) { [self] in try await end($0) },
                Route(.post, base + "/:invitation/again", .role(role), rate: 30) { [self] in try await again($0) },
                Route(.post, base + "/:invitation/withdraw", .role(role)) { [self] in try await withdraw($0) },
            ]
        }
    }

    /// The event that the path names; nil where it names none, for everywhere.
    private func place(_ exchange: Exchange, _ tx: Reader) throws -> Reference? {
        guard let slug = exchange.parameters["event"] else {
            _ = try exchange.viewer.demand(.administrator)
            return nil
        }
        guard exchange.viewer != nil else { throw Refusal(.signInNeeded, "refusal.signIn") }
        guard let event = try places.events(tx).first(where: { $0.path == "/e/" + slug }) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        _ = try exchange.viewer.demand(.organiser, in: event.id)
        return event
    }

    private func page(_ exchange: Exchange, _ form: InvitationForm, _ complaints: Complaints) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let event = try place(exchange, tx)
            let all = try RoleStore.all(in: tx).mapValues { grants in
                grants.filter { $0.scope == event?.id }.sorted { ($1.role, $0.part?.text ?? "") < ($0.role, $1.part?.text ?? "") }
            }.filter { !$0.value.isEmpty }
            let persons = try PersonStore.named(all.keys, in: tx)
            return TeamPage.View(
                event: event, members: all.compactMap { id, grants in persons[id].map { ($0, grants) } },
                parts: try event.map { try places.parts($0.id, tx) } ?? [],
                invitations: try InvitationStore.pending(in: event?.id, in: tx), form: form, complaints: complaints)
        }
        return exchange.deskPage(
            exchange.words("team.title"), TeamPage.main(exchange.scene(withForms: true), view), complaints)
    }

    private func base(_ exchange: Exchange) -> String {
        exchange.parameters["event"].map { "/desk/e/\($0)/team" } ?? "/desk/team"
    }

    private func invite(_ exchange: Exchange) async throws -> Answer {
        let form = InvitationForm(exchange.form.fields)
        return try await exchange.answering {
            try await posted(exchange, Language(rawValue: form.language) ?? exchange.language) { tx, place in
                let parts = try place.map { try places.parts($0.id, tx).map(\.id) } ?? []
                let draft = try form.draft(in: place?.id, parts: parts, language: exchange.language)
                return try InvitationActions.invite(draft.email, to: draft.grant, by: exchange.viewer, in: tx)
            }
        } otherwise: {
            try await page(exchange, form, $0)
        }
    }

    private func again(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("invitation")
        return try await exchange.answering {
            try await posted(exchange, exchange.language) { tx, place in
                try demandHere(id, place, tx)
                return try InvitationActions.resend(id, by: exchange.viewer, in: tx)
            }
        } otherwise: {
            try await page(exchange, InvitationForm(), $0)
        }
    }

    /// Does it and posts the letter, in one transaction.
    private func posted(
        _ exchange: Exchange, _ language: Language,
        _ work: @escaping @Sendable (Writer, Reference?) throws -> InvitationActions.Invited
    ) async throws -> Answer {
        let (site, base, words) = (exchange.hall.siteName, exchange.hall.baseURL, exchange.hall.book.words(language))
        let inviter = exchange.viewer?.name ?? ""
        try await exchange.database.write { tx in
            let place = try place(exchange, tx)
            let invited = try work(tx, place)
            guard invited.invitation.grant.scope == place?.id else { throw Refusal(.notFound, "refusal.notFound") }
            try tx.post(
                InvitationMail.letter(
                    invited, inviter: inviter, place: place?.title.text(language),
                    part: try places.part(of: invited.invitation.grant, in: tx), siteName: site, baseURL: base, words: words))
        }
        return exchange.seeOther(self.base(exchange))
    }

    /// Another event's invitation is not here, also for whoever has a role in both.
    private func demandHere(_ id: Identifier, _ place: Reference?, _ tx: Reader) throws {
        guard let found = try InvitationStore.find(id, in: tx), found.grant.scope == place?.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
    }

    private func withdraw(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("invitation")
        try await exchange.database.write { tx in
            try demandHere(id, try place(exchange, tx), tx)
            try InvitationActions.withdraw(id, by: exchange.viewer, in: tx)
        }
        return exchange.seeOther(base(exchange))
    }

    private func end(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        return try await exchange.answering {
            try await exchange.database.write { tx in
                let place = try place(exchange, tx)
                guard let person = Identifier(form["person"]), let role = Role(rawValue: form["role"]) else {
                    throw Complaints("role", "people.refusal.role")
                }
                let grant = Grant(role, in: place?.id, part: try RoleForm.part(form["part"]))
                try RoleActions.revoke(grant, from: person, by: exchange.viewer, in: tx)
            }
            return exchange.seeOther(base(exchange))
        } otherwise: {
            try await page(exchange, InvitationForm(), $0)
        }
    }
}
