import Base
import HTML
import HTTPTypes
import Store
import Web

/// The page of a registration and what its holder does there. Whoever has the address is asked for nothing else; nothing of
/// it is kept on the way or found by a search engine.
package enum RegistrationRoutes {
    package static let routes: [Route] = [
        Route(.get, "/r/:token", .anyone, handler: { try await page($0) }),
        Route(
            .post, "/r/:token/submit", .anyone, bodyLimit: 24 << 20, rate: 60, takesFiles: true,
            repeats: RegistrationAnswerRoutes.repeats,
            handler: submit),
        Route(.post, "/r/:token/extend", .anyone, rate: 60, handler: extend),
        Route(.post, "/r/:token/accept", .anyone, rate: 60, handler: accept),
        Route(.post, "/r/:token/pass", .anyone, rate: 60, handler: pass),
        Route(.post, "/r/:token/cancel", .anyone, rate: 60, handler: cancel),
        Route(.post, "/r/:token/change", .anyone, rate: 60, handler: change),
        Route(.post, "/r/:token/stay", .anyone, rate: 60, handler: stay),
        Route(.post, "/r/:token/transfer", .anyone, rate: 20, handler: transfer),
        Route(
            .post, "/r/:token/correct", .anyone, bodyLimit: 24 << 20, rate: 60, takesFiles: true,
            repeats: RegistrationAnswerRoutes.repeats,
            handler: correct),
    ]

    static func path(_ exchange: Exchange) -> String { "/r/" + (exchange.parameters["token"] ?? "") }

    // MARK: Looking

    static func page(
        _ exchange: Exchange, typed: RegistrationForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let scene = exchange.scene(withForms: true)
        let (view, isSent, isForm) = try await exchange.database.read { tx in
            let passage = try RegistrationPassage.open(exchange, in: tx)
            var view = RegistrationPage.View(passage, path: path(exchange), language: exchange.language)
            let isFilled = passage.registration.generation > 0
            if !passage.isForm {
                try fill(&view, in: tx)
                view.sections = try RegistrationSectionRoutes.own(scene, passage, exchange, in: tx)
            }
            if !passage.isForm || !isFilled {
                view.questions = try RegistrationAnswerRoutes.markup(exchange, passage, complaints, in: tx)
            }
            return (view, passage.isForm && isFilled, passage.isForm)
        }
        var shown = view
        if let typed { shown.form = typed }
        shown.complaints = complaints
        let main =
            isSent
            ? RegistrationPage.sent(scene, shown)
            : isForm ? RegistrationPage.form(scene, shown) : RegistrationPage.own(scene, shown)
        let title = exchange.words(isForm ? "registration.title" : "registration.own")
        var answer = exchange.page(
            title: title + " · " + view.event.name.text(exchange.language), wing: .convene, current: "/editions",
            masthead: MastheadPage.within(scene, view.event, title: "\(title)"), main: main,
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
        // The address is a secret: it goes to nobody with a click.
        answer.fields[HTTPField.Name("Referrer-Policy") ?? .server] = "no-referrer"
        answer.fields[HTTPField.Name("X-Robots-Tag") ?? .server] = "noindex"
        return answer
    }

    private static func fill(_ view: inout RegistrationPage.View, in tx: Reader) throws {
        let one = view.registration
        if one.state == .waiting { view.ahead = try RegistrationStore.ahead(of: one, in: tx) }
        guard one.state == .confirmed else { return }
        view.others = try PlaceCategoryStore.all(of: one.event, in: tx).filter { other in
            let category = other.category
            return category.id == one.wanted
                || category.id != one.category && !category.needsCode && !category.needsApproval && category.fee == .free
                    && category.lottery == nil && category.door(at: tx.now) == .open
        }
    }

    // MARK: Doing

    private static func submit(_ exchange: Exchange) async throws -> Answer {
        let typed = RegistrationForm(sent: exchange.form.line)
        do {
            if try await again({ try await submitAtOnce(exchange, typed) }) {
                return exchange.seeOther(path(exchange), showsItself: true)
            }
            let passage = try await exchange.database.read { try RegistrationPassage.open(exchange, in: $0) }
            let (holder, answers) = try await RegistrationAnswerRoutes.read(exchange, passage, typed)
            let tell = teller(exchange)
            let body: @Sendable (Writer) throws -> Registration = { tx in
                let now = try RegistrationPassage.open(exchange, in: tx)
                let wasHeld = now.registration.generation == 0
                let done = try RegistrationActions.submit(
                    now.registration, holder: holder, category: now.category, by: exchange.viewer, tell: tell, in: tx)
                if wasHeld, done.state.isActive { try answers.save(done, tx) }
                return done
            }
            // A place that is held needs nothing that others want: such forms go side by side.
            let one = passage.registration
            _ = try await again {
                try await exchange.database.group(
                    lane: one.hasPlace ? RegistrationActions.lane(ofOne: one.id) : RegistrationActions.lane(one.event), body)
            }
            return exchange.seeOther(path(exchange), showsItself: true)
        } catch let complaints as Complaints {
            return try await page(exchange, typed: typed, complaints)
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await page(exchange, typed: typed, Complaints("name", refusal.words, refusal.arguments))
        }
    }

    /// Two forms with one address at one moment meet at the address: whoever comes second finds the other when asked again.
    private static func again<T>(_ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch StoreError.unique { return try await work() }
    }

    /// Most forms have a place that is held, or there is none to be had, no fault and no question of the organiser's: nothing has
    /// to be looked up before, and nothing is taken that others want.
    private static func submitAtOnce(_ exchange: Exchange, _ typed: RegistrationForm) async throws -> Bool {
        guard let id = RegistrationAddress.name(exchange.parameters["token"] ?? ""),
            let holder = try? typed.holder(reading: exchange.language)
        else { return false }
        let (viewer, tell) = (exchange.viewer, teller(exchange))
        return try await exchange.database.group(lane: RegistrationActions.lane(ofOne: id)) { tx in
            let now = try RegistrationPassage.open(exchange, in: tx)
            let waits = now.isFull && now.category.hasWaitingList
            guard now.registration.hasPlace || waits, now.category.questionnaire == nil else { return false }
            _ = try RegistrationActions.submit(
                now.registration, holder: holder, category: now.category, isFull: now.isFull, by: viewer, tell: tell, in: tx)
            return true
        }
    }

    private static func extend(_ exchange: Exchange) async throws -> Answer {
        try await act(exchange, asForm: true) { passage, tx in
            _ = try RegistrationActions.extend(passage.registration, category: passage.category, in: tx)
        }
    }
    private static func accept(_ exchange: Exchange) async throws -> Answer {
        let tell = teller(exchange)
        return try await act(exchange) { passage, tx in
            _ = try WaitingActions.accept(passage.registration, category: passage.category, tell: tell, in: tx)
        }
    }
    private static func pass(_ exchange: Exchange) async throws -> Answer {
        let tell = teller(exchange)
        return try await act(exchange) { passage, tx in
            _ = try WaitingActions.pass(passage.registration, tell: tell, in: tx)
        }
    }
    private static func cancel(_ exchange: Exchange) async throws -> Answer {
        let tell = teller(exchange)
        return try await act(exchange) { passage, tx in
            _ = try RegistrationActions.cancel(passage.registration, by: exchange.viewer, tell: tell, in: tx)
        }
    }
    private static func change(_ exchange: Exchange) async throws -> Answer {
        let tell = teller(exchange)
        let wanted = Identifier(exchange.form.line("category"))
        return try await act(exchange) { passage, tx in
            guard let wanted, let category = try PlaceCategoryStore.find(wanted, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            _ = try RegistrationMoveActions.change(passage.registration, to: category, by: nil, tell: tell, in: tx)
        }
    }
    private static func stay(_ exchange: Exchange) async throws -> Answer {
        try await act(exchange) { passage, tx in _ = try RegistrationMoveActions.stay(passage.registration, in: tx) }
    }

    /// The page's address ends with it: the answer says that, and nothing more can be done here.
    private static func transfer(_ exchange: Exchange) async throws -> Answer {
        let tell = teller(exchange)
        let form = RegistrationForm(sent: { exchange.form.line(["name": "toName", "email": "toEmail"][$0] ?? "") })
        do {
            let to = try form.holder(reading: exchange.language)
            let event = try await lane(exchange) { passage, tx in
                try RegistrationAnswerRoutes.forget(passage.registration, in: tx)
                _ = try RegistrationMoveActions.transfer(passage.registration, to: to, by: nil, tell: tell, in: tx)
                return passage.event
            }
            return exchange.seeOther(event.path)
        } catch let complaints as Complaints {
            var moved = Complaints()
            for one in complaints.all {
                moved.add(["name": "toName", "email": "toEmail"][one.field] ?? one.field, one.words, one.arguments)
            }
            return try await page(exchange, moved)
        } catch let refusal as Refusal where refusal.code == .conflict || refusal.code == .invalid {
            return try await page(exchange, Complaints("toEmail", refusal.words, refusal.arguments))
        }
    }

    private static func correct(_ exchange: Exchange) async throws -> Answer {
        var typed = RegistrationForm(sent: exchange.form.line)
        do {
            let passage = try await exchange.database.read { try RegistrationPassage.own(exchange, in: $0) }
            typed.email = passage.registration.holder.email
            let (holder, answers) = try await RegistrationAnswerRoutes.read(exchange, passage, typed)
            return try await act(exchange) { passage, tx in
                let done = try RegistrationMoveActions.correct(passage.registration, holder: holder, by: exchange.viewer, in: tx)
                try answers.save(done, tx)
            }
        } catch let complaints as Complaints {
            return try await page(exchange, typed: typed, complaints)
        }
    }

    // MARK: Parts

    static func teller(_ exchange: Exchange) -> RegistrationTeller { teller(exchange.hall) }
    static func teller(_ hall: Hall) -> RegistrationTeller {
        RegistrationLetters.teller(book: hall.book, baseURL: hall.baseURL, address: RegistrationPassage.address(hall))
    }

    private static func lane<T: Sendable>(
        _ exchange: Exchange, asForm: Bool = false, _ body: @escaping @Sendable (RegistrationPassage, Writer) throws -> T
    ) async throws -> T {
        let event = try await exchange.database.read { try RegistrationPassage.open(exchange, in: $0).event.id }
        return try await exchange.database.group(lane: RegistrationActions.lane(event)) { tx in
            try body(
                asForm ? RegistrationPassage.open(exchange, in: tx) : RegistrationPassage.own(exchange, in: tx), tx)
        }
    }

    private static func act(
        _ exchange: Exchange, asForm: Bool = false, _ body: @escaping @Sendable (RegistrationPassage, Writer) throws -> Void
    ) async throws -> Answer {
        do {
            try await lane(exchange, asForm: asForm, body)
            return exchange.seeOther(path(exchange), showsItself: true)
        } catch let refusal as Refusal where refusal.code == .conflict {
            return try await page(exchange, Complaints("main", refusal.words, refusal.arguments))
        }
    }
}
