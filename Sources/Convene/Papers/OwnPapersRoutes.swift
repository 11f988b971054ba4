import Base
import HTML
import HTTPTypes
import Paper
import Store
import Web

/// Papers for whoever has the address of a registration's own page.
package enum OwnPapersRoutes {
    package static let routes: [Route] = [
        Route(.get, "/r/:token/ticket.pdf", .anyone, rate: 60, handler: ticket),
        Route(.get, "/r/:token/certificate.pdf", .anyone, query: ["number"], rate: 60, handler: certificate),
        Route(.post, "/r/:token/invitation", .anyone, rate: 20, handler: invite),
        Route(.get, "/r/:token/invitation.pdf", .anyone, rate: 60, handler: invitation),
    ]

    private static func ticket(_ exchange: Exchange) async throws -> Answer {
        let (passage, seats) = try await exchange.database.read { tx in
            let passage = try RegistrationPassage.own(exchange, in: tx)
            return (passage, try SeatActions.look(at: passage.event, for: passage.registration.id, in: tx).filter(\.isMine))
        }
        let one = passage.registration
        guard one.state == .confirmed else { throw Refusal(.conflict, "registration.refusal.notConfirmed") }
        let paper = TicketPDF.paper(
            one, event: passage.event, category: passage.category, code: DoorRoutes.signer(exchange.hall).text(of: one),
            seats: seats, words: exchange.words, now: exchange.now)
        return try await PrintingRoutes.answer(paper, name: "\(passage.event.slug)-ticket.pdf")
    }

    private static func certificate(_ exchange: Exchange) async throws -> Answer {
        let number = exchange.query["number"].flatMap { Certificate.read($0) }
        let found = try await exchange.database.read { tx in
            try view(RegistrationPassage.own(exchange, in: tx), exchange, in: tx).certificates
        }
        guard let one = number == nil ? found.last : found.first(where: { $0.number == number }) else {
            throw Refusal(.notFound, "certificate.refusal.none")
        }
        return try await CertificateDeskRoutes.file(one, exchange)
    }

    private static func invitation(_ exchange: Exchange) async throws -> Answer {
        let found = try await exchange.database.read { tx in
            try view(RegistrationPassage.own(exchange, in: tx), exchange, in: tx).invitation
        }
        guard let found else { throw Refusal(.notFound, "papers.invitation.closed") }
        return try await CertificateDeskRoutes.file(found, exchange)
    }

    private static func invite(_ exchange: Exchange) async throws -> Answer {
        let book = exchange.hall.book
        let event = try await exchange.database.read { try RegistrationPassage.own(exchange, in: $0).event.id }
        do {
            _ = try await exchange.database.group(lane: RegistrationActions.lane(event)) { tx in
                let passage = try RegistrationPassage.own(exchange, in: tx)
                let holder = passage.registration.holder
                return try CertificateActions.invite(
                    passage.registration, of: passage.event, category: passage.category,
                    words: { voice($0, passage, holder, book) }, by: exchange.viewer, in: tx)
            }
            return exchange.seeOther(RegistrationRoutes.path(exchange) + "#invitation", showsItself: true)
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await RegistrationRoutes.page(exchange, Complaints("invitation", refusal.words, refusal.arguments))
        }
    }

    private static func voice(
        _ language: Language, _ passage: RegistrationPassage, _ holder: RegistrationHolder, _ book: WordBook
    ) -> InvitationText.Voice {
        let words = book.words(language)
        let event = passage.event
        return InvitationText.Voice(
            dates: words.dates(event.first, event.last),
            place: EventPaper.place(event, passage.category.mode, words).map(\.text)
                .joined(separator: language == .ar ? "، " : ", "),
            country: holder.country.isEmpty ? "" : words.country(holder.country))
    }

    // MARK: On the page

    /// The block for the holder's page.
    static func section(_ scene: Scene, _ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> Markup {
        OwnPapersPage.section(scene, try view(passage, exchange, in: tx))
    }

    /// What was issued to somebody who had the registration before is hers, and not shown.
    private static func view(_ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> OwnPapersPage.View {
        let one = passage.registration
        var view = OwnPapersPage.View(path: RegistrationRoutes.path(exchange), category: passage.category)
        let papers = try CertificateStore.of(registration: one.id, in: tx).filter {
            $0.revokedAt == nil && $0.content.name == one.holder.name
        }
        view.certificates = papers.filter { $0.kind != .invitation }
        guard one.state == .confirmed else { return view }
        view.code = DoorRoutes.signer(exchange.hall).text(of: one)
        view.invitation = papers.last { $0.kind == .invitation }
        let settings = try PaperSettingsStore.find(one.event, in: tx)
        view.isInvitationOpen = settings.isInvitationOpen && !settings.invitation.isEmpty
        return view
    }
}
