import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The desk's addresses for kinds of places, quotas and codes.
package enum PlaceDeskRoutes {
    package static let routes: [Route] = [
        Route(.get, "/desk/e/:event/places", .role(.organiser), handler: { try await list($0) }),
        Route(.get, "/desk/e/:event/places/new", .role(.organiser), handler: { try await edit($0) }),
        Route(.post, "/desk/e/:event/places/new", .role(.organiser), handler: save),
        Route(.post, "/desk/e/:event/places/quotas", .role(.organiser), handler: quota),
        Route(.post, "/desk/e/:event/places/codes", .role(.organiser), handler: code),
        Route(.post, "/desk/e/:event/places/codes/:code/close", .role(.organiser), handler: closeCode),
        Route(.get, "/desk/e/:event/places/:place", .role(.organiser), handler: { try await edit($0) }),
        Route(.post, "/desk/e/:event/places/:place", .role(.organiser), handler: save),
        Route(.post, "/desk/e/:event/places/:place/remove", .role(.organiser), handler: remove),
    ]

    private static func list(_ exchange: Exchange, _ complaints: Complaints = Complaints()) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return PlaceDeskPage.View(
                event: event, places: try PlaceCategoryStore.all(of: event.id, in: tx),
                quotas: try PlaceCategoryStore.quotas(of: event.id, in: tx), codes: try PlaceCodeStore.all(of: event.id, in: tx),
                organisations: try OrganisationStore.all(in: tx))
        }
        view.complaints = complaints
        return page(
            exchange, exchange.words("places.title"), PlaceDeskPage.list(exchange.scene(withForms: true), view), complaints)
    }

    private static func page(_ exchange: Exchange, _ title: String, _ main: Markup, _ complaints: Complaints) -> Answer {
        exchange.page(
            title: title, wing: .convene, current: "/desk", main: main, status: complaints.isEmpty ? .ok : .unprocessableContent,
            withForms: true)
    }

    // MARK: One kind

    /// A new kind: 15 minutes to fill the form, a day to take an offer, a waiting list.
    private static func blank(_ event: Event) -> PlaceCategory {
        PlaceCategory(
            id: event.id, event: event.id, name: .empty, text: .empty, kind: .general, mode: .room, position: 0, needsCode: false,
            needsApproval: false, hasWaitingList: true, fee: .free, price: "", holdMinutes: 15, offerMinutes: 1440)
    }

    private static func found(_ exchange: Exchange, _ event: Event, in tx: Reader) throws -> PlaceCategory? {
        guard exchange.parameters["place"] != nil else { return nil }
        guard let category = try PlaceCategoryStore.find(try exchange.id("place"), in: tx), category.event == event.id else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return category
    }

    private static func edit(
        _ exchange: Exchange, typed: PlaceForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let (event, category, count, questionnaires) = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            let category = try found(exchange, event, in: tx)
            return (
                event, category, try category.flatMap { try PlaceCounterStore.count($0.id, in: tx) },
                try RegistrationAnswerRoutes.choices(of: event, exchange.language, in: tx)
            )
        }
        let shown = category ?? blank(event)
        let form = PlaceForm(shown, count ?? PlaceCount(capacity: 0, taken: 0), zone: Zone(event.zone) ?? .utc)
        var view = PlaceEditPage.View(event: event, category: category, form: typed ?? form)
        view.complaints = complaints
        view.questionnaires = questionnaires
        let title = category?.name.text(exchange.language) ?? exchange.words("places.add")
        return page(exchange, title, PlaceEditPage.main(exchange.scene(withForms: true), view), complaints)
    }

    private static func save(_ exchange: Exchange) async throws -> Answer {
        let form = PlaceForm(sent: exchange.form.fields)
        let tell = RegistrationRoutes.teller(exchange)
        do {
            let (event, before) = try await exchange.database.read { tx in
                let event = try RegistrationDeskRoutes.event(exchange, in: tx)
                return (event, try found(exchange, event, in: tx))
            }
            let (category, capacity) = try form.category(before ?? blank(event), zone: Zone(event.zone) ?? .utc)
            try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { tx in
                if before == nil {
                    _ = try PlaceCategoryActions.add(category, capacity: capacity, to: event, by: exchange.viewer, in: tx)
                } else {
                    try PlaceCategoryActions.change(category, capacity: capacity, by: exchange.viewer, tell: tell, in: tx)
                }
            }
            return exchange.seeOther(PlaceDeskPage.path(event))
        } catch let complaints as Complaints {
            return try await edit(exchange, typed: form, complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await edit(exchange, typed: form, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        try await act(exchange) { event, tx in
            try PlaceCategoryActions.remove(try exchange.id("place"), of: event, by: exchange.viewer, in: tx)
        }
    }

    // MARK: Quotas and codes

    private static func quota(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        let typed = form.line("quota")
        return try await act(exchange) { event, tx in
            guard let category = try chosen(form, event, "category", in: tx),
                let organisation = Identifier(form.line("organisation"))
            else {
                throw Refusal(.invalid, "registration.refusal.form", field: "quota")
            }
            guard typed.isEmpty || Int(typed) != nil else { throw Refusal(.invalid, "places.refusal.capacity", field: "quota") }
            try PlaceCategoryActions.setQuota(Int(typed), of: organisation, in: category, by: exchange.viewer, tx: tx)
        }
    }

    private static func code(_ exchange: Exchange) async throws -> Answer {
        let form = exchange.form
        return try await act(exchange) { event, tx in
            guard let category = try chosen(form, event, "code-category", in: tx) else {
                throw Refusal(.invalid, "registration.refusal.form", field: "code")
            }
            _ = try PlaceCodeActions.add(
                form.line("code"), uses: Int(form.line("uses")) ?? 0, to: category,
                organisation: Identifier(form.line("code-organisation")), until: nil, note: form.line("note"),
                by: exchange.viewer,
                in: tx)
        }
    }

    private static func closeCode(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("code")
        return try await act(exchange) { event, tx in
            guard let code = try PlaceCodeStore.all(of: event.id, in: tx).first(where: { $0.id == id }),
                let category = try PlaceCategoryStore.find(code.category, in: tx)
            else { throw Refusal(.notFound, "refusal.notFound") }
            try PlaceCodeActions.close(id, of: category, by: exchange.viewer, in: tx)
        }
    }

    /// Two forms stand on the page: their fields have names of their own.
    private static func chosen(_ form: FormData, _ event: Event, _ field: String, in tx: Reader) throws -> PlaceCategory? {
        try Identifier(form.line(field)).flatMap { try PlaceCategoryStore.find($0, in: tx) }
            .flatMap { $0.event == event.id ? $0 : nil }
    }

    private static func act(_ exchange: Exchange, _ body: @escaping @Sendable (Event, Writer) throws -> Void) async throws
        -> Answer
    {
        do {
            let event = try await exchange.database.read { try RegistrationDeskRoutes.event(exchange, in: $0) }
            try await exchange.database.group(lane: RegistrationActions.lane(event.id)) { try body(event, $0) }
            return exchange.seeOther(PlaceDeskPage.path(event))
        } catch let refusal as Refusal where refusal.field != nil || refusal.code == .conflict {
            return try await list(exchange, Complaints(refusal.field ?? "main", refusal.words, refusal.arguments))
        }
    }
}
