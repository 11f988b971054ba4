import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for letters: the overview, reminders, and the wording of each letter.
package enum LettersDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/letters", .role(.organiser), handler: { try await overview($0) { _ in } }),
        Route(.get, "/desk/e/:event/letters/live", .role(.organiser), query: ["from"], handler: live),
        Route(.post, "/desk/e/:event/letters/reminders", .role(.organiser), handler: remind),
        Route(.post, "/desk/e/:event/letters/reminders/:reminder/remove", .role(.organiser), handler: unremind),
        Route(.post, "/desk/e/:event/letters/answers", .role(.organiser), handler: answer),
        Route(.get, "/desk/e/:event/letters/:occasion", .role(.organiser), query: ["in"], handler: { try await wording($0) }),
        Route(.post, "/desk/e/:event/letters/:occasion", .role(.organiser), bodyLimit: 262_144, rate: 60, handler: word),
        Route(.post, "/desk/e/:event/letters/:occasion/reset", .role(.organiser), handler: reset),
    ]

    static func pen(_ hall: Hall) -> LetterPen {
        LetterPen(book: hall.book, baseURL: hall.baseURL, address: RegistrationPassage.address(hall))
    }

    static func page(_ exchange: Exchange, _ title: String, _ main: Markup, _ complaints: Complaints) -> Answer {
        exchange.page(
            title: title, wing: .convene, current: "/desk", main: main, status: complaints.isEmpty ? .ok : .unprocessableContent,
            withForms: true)
    }

    // MARK: Overview

    private static func overview(
        _ exchange: Exchange, _ change: @Sendable (inout LettersDeskPage.View) -> Void
    ) async throws -> Answer {
        let live = "\(exchange.hall.live.latest)"
        var view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            var view = LettersDeskPage.View(
                event: event, mailings: try MailingStore.all(of: event.id, in: tx),
                progress: try MailingStore.progress(of: event.id, in: tx),
                reminders: try MailReminderStore.all(of: event.id, in: tx),
                begins: try MailReminderActions.begins(event, in: tx),
                wordings: try MailTemplateStore.all(of: event.id, in: tx), live: live)
            view.replyTo = try MailSettingStore.replyTo(of: event.id, in: tx) ?? ""
            return view
        }
        change(&view)
        return page(
            exchange, exchange.words("mailing.title"), LettersDeskPage.page(exchange.scene(withForms: true), view),
            view.complaints)
    }

    private static func live(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) }
        return try .events([Mailing.topic(event.id)], to: exchange)
    }

    // MARK: Reminders

    private static func remind(_ exchange: Exchange) async throws -> Answer {
        let lead = exchange.form.line("lead")
        let unit = exchange.form.line("unit") == "hours" ? "hours" : "days"
        do {
            let minutes = Int(westernDigits(lead)).map { $0.multipliedReportingOverflow(by: unit == "hours" ? 60 : 1440) }
            let event = try await exchange.database.write { tx in
                let event = try RegistrationDeskRoutes.event(exchange, in: tx)
                try MailReminderActions.add(
                    minutes.flatMap { $0.overflow ? nil : $0.partialValue } ?? 0, to: event, by: exchange.viewer, in: tx)
                return event
            }
            return exchange.seeOther(LettersDeskPage.path(event))
        } catch let refusal as Refusal where refusal.field != nil {
            return try await overview(exchange) { view in
                view.complaints = Complaints(refusal.field ?? "lead", refusal.words, refusal.arguments)
                view.lead = lead
                view.unit = unit
            }
        }
    }

    private static func unremind(_ exchange: Exchange) async throws -> Answer {
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            try MailReminderActions.remove(try exchange.id("reminder"), of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(LettersDeskPage.path(event))
    }

    // MARK: Answers

    private static func answer(_ exchange: Exchange) async throws -> Answer {
        let typed = exchange.form.line("reply")
        do {
            let event = try await exchange.database.write { tx in
                let event = try RegistrationDeskRoutes.event(exchange, in: tx)
                try MailSettingActions.setReplyTo(typed, of: event, by: exchange.viewer, in: tx)
                return event
            }
            return exchange.seeOther(LettersDeskPage.path(event))
        } catch let refusal as Refusal where refusal.field != nil {
            return try await overview(exchange) { view in
                view.complaints = Complaints(refusal.field ?? "reply", refusal.words, refusal.arguments)
                view.replyTo = typed
            }
        }
    }

    // MARK: Wordings

    private struct Ground: Sendable {
        let event: Event
        let occasion: MailOccasion
        let wording: MailWording
        let categories: [PlaceCategory]
    }

    private static func lookUp(_ exchange: Exchange, in tx: Reader) throws -> Ground {
        let event = try RegistrationDeskRoutes.event(exchange, in: tx)
        guard let occasion = MailOccasion(rawValue: exchange.parameters["occasion"] ?? ""), occasion != .bulk else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return Ground(
            event: event, occasion: occasion,
            wording: try MailTemplateStore.find(occasion, of: event.id, in: tx) ?? MailWording(),
            categories: try PlaceCategoryStore.all(of: event.id, in: tx).map(\.category))
    }

    /// The page shows every language that is written; the typed one as it is typed.
    private static func wording(
        _ exchange: Exchange, typed: MailWordingForm? = nil, preview: MailWording? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let pen = pen(exchange.hall)
        let ground = try await exchange.database.read { try lookUp(exchange, in: $0) }
        let house = RegistrationLetters.standard(ground.occasion, pen.book)
        let language = exchange.query["in"].flatMap { Language(rawValue: $0) } ?? exchange.language
        let shown = preview ?? (ground.wording.isEmpty ? house : ground.wording)
        var view = WordingDeskPage.View(
            event: ground.event, occasion: ground.occasion, wording: ground.wording,
            form: typed ?? MailWordingForm(ground.wording, house: house, language))
        view.complaints = complaints
        if complaints.isEmpty {
            view.letters = LetterSample.letters(
                shown, ground.occasion, pen, ground.event, ground.categories, at: exchange.database.now)
        }
        return page(
            exchange, exchange.words("mailing.occasion.\(ground.occasion.rawValue)"),
            WordingDeskPage.page(exchange.scene(withForms: true), view), complaints)
    }

    private static func word(_ exchange: Exchange) async throws -> Answer {
        let pen = pen(exchange.hall)
        let form = MailWordingForm(sent: exchange.form.line, text: exchange.form.text, reading: exchange.language)
        let act = exchange.form.line("act")
        do {
            let ground = try await exchange.database.read { try lookUp(exchange, in: $0) }
            let written = try form.wording(ground.wording, for: ground.occasion)
            if act == "preview" { return try await wording(exchange, typed: form, preview: written) }
            try await exchange.database.write { tx in
                let now = try lookUp(exchange, in: tx)
                if act == "test" {
                    let sent = written.isEmpty ? RegistrationLetters.standard(now.occasion, pen.book) : written
                    let letter = LetterSample.test(
                        sent, now.occasion, in: form.language, pen, now.event, now.categories, at: tx.now)
                    try MailTemplateActions.test(letter, of: now.event, by: exchange.viewer, in: tx)
                } else {
                    try MailTemplateActions.save(
                        form.wording(now.wording, for: now.occasion), for: now.occasion, of: now.event, by: exchange.viewer,
                        in: tx)
                }
            }
            if act == "test" { return try await wording(exchange, typed: form, preview: written) }
            return exchange.seeOther(
                "\(LettersDeskPage.path(ground.event))/\(ground.occasion.rawValue)?in=\(form.language.rawValue)")
        } catch let complaints as Complaints {
            return try await wording(exchange, typed: form, complaints)
        } catch let refusal as Refusal where refusal.words.hasPrefix("mailing.") {
            return try await wording(exchange, typed: form, Complaints("text", refusal.words, refusal.arguments))
        }
    }

    private static func reset(_ exchange: Exchange) async throws -> Answer {
        let (event, occasion) = try await exchange.database.write { tx in
            let ground = try lookUp(exchange, in: tx)
            try MailTemplateActions.save(MailWording(), for: ground.occasion, of: ground.event, by: exchange.viewer, in: tx)
            return (ground.event, ground.occasion)
        }
        return exchange.seeOther("\(LettersDeskPage.path(event))/\(occasion.rawValue)")
    }
}
