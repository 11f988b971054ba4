import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for letters to many.
package enum MailingDeskRoutes {
    private static let base = "/desk/e/:event/letters/mailings"
    package static let routes: [Route] = [
        Route(.get, "\(base)/new", .role(.organiser), query: ["in"], handler: { try await show($0) }),
        Route(.post, "\(base)/new", .role(.organiser), bodyLimit: 262_144, rate: 60, handler: write),
        Route(.get, "\(base)/:mailing", .role(.organiser), query: ["in"], handler: { try await show($0) }),
        Route(.post, "\(base)/:mailing", .role(.organiser), bodyLimit: 262_144, rate: 60, handler: write),
        verb("send") { _ = try MailingActions.send($0, of: $1, by: $2, in: $3) },
        verb("stop") { try MailingActions.stop($0, of: $1, by: $2, in: $3) },
        verb("resume") { try MailingActions.resume($0, of: $1, by: $2, in: $3) },
        verb("remove", backToAll: true) { try MailingActions.remove($0, of: $1, by: $2, in: $3) },
    ]

    private typealias Verb = @Sendable (Identifier, Event, Viewer?, Writer) throws -> Void

    private static func verb(_ name: String, backToAll: Bool = false, _ body: @escaping Verb) -> Route {
        Route(.post, "\(base)/:mailing/\(name)", .role(.organiser)) { exchange in
            let id = try exchange.id("mailing")
            do {
                let event = try await exchange.database.write { tx in
                    let event = try RegistrationDeskRoutes.event(exchange, in: tx)
                    try body(id, event, exchange.viewer, tx)
                    return event
                }
                let all = LettersDeskPage.path(event)
                return exchange.seeOther(backToAll ? all : "\(all)/mailings/\(id)")
            } catch let refusal as Refusal where refusal.words.hasPrefix("mailing.") {
                return try await show(exchange, Complaints(refusal.field ?? "send", refusal.words, refusal.arguments))
            }
        }
    }

    private static func found(_ exchange: Exchange, in tx: Reader) throws -> (Event, Mailing?) {
        let event = try RegistrationDeskRoutes.event(exchange, in: tx)
        guard exchange.parameters["mailing"] != nil else { return (event, nil) }
        guard let one = try MailingStore.find(try exchange.id("mailing"), in: tx), one.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return (event, one)
    }

    // MARK: Looking

    /// `shown` is what a preview shows instead of what is saved.
    private static func show(
        _ exchange: Exchange, typed: MailWordingForm? = nil, audience: MailAudience? = nil, shown: MailWording? = nil,
        _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let live = "\(exchange.hall.live.latest)"
        let language = exchange.query["in"].flatMap { Language(rawValue: $0) } ?? exchange.language
        let pen = LettersDeskRoutes.pen(exchange.hall)
        var view = try await exchange.database.read { tx in
            let (event, one) = try found(exchange, in: tx)
            let wording = one?.wording ?? MailWording()
            var view = MailingDeskPage.View(
                event: event, mailing: one, form: typed ?? MailWordingForm(wording, house: MailWording(), language),
                audience: audience ?? one?.audience ?? MailAudience(),
                places: try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category))
            view.live = live
            guard let one else { return view }
            let reports = try BounceStore.barred(in: tx)
            if one.state == .draft {
                let all = view.audience.recipients(
                    of: try RegistrationListStore.all(of: event.id, view.audience.filter, in: tx))
                view.recipients = all.filter { reports[MailAudience.key($0)] == nil }
                view.barred = all.compactMap { one in
                    reports[MailAudience.key(one)].map { report in
                        MailingDeskPage.Barred(
                            address: one.holder.email, registration: one.id, bounce: RegistrationBounceRoutes.shown(report))
                    }
                }
            } else {
                view.barred = try MailingStore.barred(of: one.id, limit: 200, in: tx).map { address, registration in
                    MailingDeskPage.Barred(
                        address: address, registration: registration, bounce: reports[address].map(RegistrationBounceRoutes.shown)
                    )
                }
                view.progress = try MailingStore.progress(of: event.id, in: tx)[one.id] ?? MailingProgress()
                view.bounces = try MailingStore.bounces(of: one.id, limit: 200, in: tx).map { bounce, registration in
                    MailingDeskPage.Bounced(bounce: RegistrationBounceRoutes.shown(bounce), registration: registration)
                }
                view.doubted = try MailingStore.doubted(of: one.id, limit: 200, in: tx).map {
                    MailingDeskPage.Doubted(address: $0, registration: $1)
                }
            }
            return view
        }
        view.complaints = complaints
        if complaints.isEmpty {
            view.letters = LetterSample.letters(
                shown ?? view.mailing?.wording ?? MailWording(), view.mailing?.occasion ?? .bulk, pen, view.event, view.places,
                at: exchange.database.now)
        }
        let title = view.mailing.map { LettersDeskPage.title(exchange.words, view.event, $0) }
        return LettersDeskRoutes.page(
            exchange, title ?? exchange.words("mailing.write"),
            MailingDeskPage.page(exchange.scene(withForms: true), view), complaints)
    }

    // MARK: Writing

    private static func write(_ exchange: Exchange) async throws -> Answer {
        let form = MailWordingForm(sent: exchange.form.line, text: exchange.form.text, reading: exchange.language)
        let audience = MailAudienceForm.read(exchange.form.line)
        let pen = LettersDeskRoutes.pen(exchange.hall)
        let act = exchange.form.line("act")
        do {
            let before: Mailing? = try await exchange.database.read { try found(exchange, in: $0).1 }
            let written = try form.wording(before?.wording ?? MailWording(), for: MailOccasion.bulk)
            if act == "preview" { return try await show(exchange, typed: form, audience: audience, shown: written) }
            if act == "test", written.isEmpty { throw Complaints("text", "mailing.refusal.empty") }
            let (event, id) = try await exchange.database.write { tx -> (Event, Identifier?) in
                let (event, now) = try found(exchange, in: tx)
                if act == "test" {
                    let places = try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category)
                    let letter = LetterSample.test(written, .bulk, in: form.language, pen, event, places, at: tx.now)
                    try MailTemplateActions.test(letter, of: event, by: exchange.viewer, in: tx)
                    return (event, nil)
                }
                let wording = try form.wording(now?.wording ?? MailWording(), for: .bulk)
                guard let now else {
                    return (event, try MailingActions.write(wording, to: audience, of: event, by: exchange.viewer, in: tx).id)
                }
                try MailingActions.change(now.id, to: wording, audience, of: event, by: exchange.viewer, in: tx)
                return (event, now.id)
            }
            guard let id else { return try await show(exchange, typed: form, audience: audience, shown: written) }
            return exchange.seeOther("\(LettersDeskPage.path(event))/mailings/\(id)?in=\(form.language.rawValue)")
        } catch let complaints as Complaints {
            return try await show(exchange, typed: form, audience: audience, complaints)
        } catch let refusal as Refusal where refusal.words.hasPrefix("mailing.") || refusal.field != nil {
            let complaints = Complaints(refusal.field ?? "text", refusal.words, refusal.arguments)
            return try await show(exchange, typed: form, audience: audience, complaints)
        }
    }
}
