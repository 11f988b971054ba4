import Base
import HTML
import HTTPTypes
import Store
import Web

/// Materials: handing them out, and looking after them at the desk. The speakers of a session may do at its desk page what
/// `MaterialRights` says, without a role in the event.
package enum MaterialRoutes {
    private static let desk = "/desk/e/:event/sessions/:session/materials"
    /// The largest file and the other fields of its form.
    private static let bodyLimit = MaterialContent.limit + 262_144

    package static let routes: [Route] = [
        Route(.get, "/e/:event/s/:session/materials/:material", .anyone, handler: open),
        Route(.get, desk, .role(.reader), handler: list),
        Route(.post, desk, .part(.editor), bodyLimit: bodyLimit, rate: 60, takesFiles: true, handler: add),
        Route(.get, desk + "/:material", .part(.editor), handler: edit),
        Route(.post, desk + "/:material", .part(.editor), bodyLimit: bodyLimit, rate: 60, takesFiles: true, handler: change),
        Route(.post, desk + "/:material/remove", .part(.editor), handler: remove),
        Route(.post, desk + "/:material/move", .part(.editor), handler: move),
    ]

    /// Asked anew for each download: what was open yesterday may be closed today.
    private static func open(_ exchange: Exchange) async throws -> Answer {
        let file = try await exchange.database.read { tx in
            guard let event = try EventStore.find(slug: exchange.parameters["event"] ?? "", in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            let material = try MaterialActions.open(
                exchange.id("material"), of: exchange.id("session"), of: event, by: exchange.viewer, in: tx)
            guard let id = material.file?.id, let file = try StoredFileStore.find(id, in: tx) else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            return file
        }
        return try await Answer.download(file, to: exchange)
    }

    private static func list(_ exchange: Exchange) async throws -> Answer {
        try await page(exchange, typed: nil, Complaints())
    }

    private static func seen(
        _ exchange: Exchange, typed: MaterialForm?, _ complaints: Complaints, in tx: Reader
    ) throws -> MaterialDeskPage.View {
        let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
        let desk = try MaterialActions.look(at: exchange.id("session"), of: event, by: exchange.viewer, in: tx)
        return MaterialDeskPage.View(event: event, desk: desk, form: typed ?? MaterialForm(), complaints: complaints)
    }

    private static func page(_ exchange: Exchange, typed: MaterialForm?, _ complaints: Complaints) async throws -> Answer {
        let view = try await exchange.database.read { try seen(exchange, typed: typed, complaints, in: $0) }
        return answer(
            exchange, exchange.words("material.title"), MaterialDeskPage.list(exchange.scene(withForms: true), view), complaints)
    }

    private static func answer(
        _ exchange: Exchange, _ title: String, _ main: Markup, _ complaints: Complaints
    ) -> Answer {
        exchange.page(
            title: title, wing: .convene, current: "/desk", main: main,
            status: complaints.isEmpty ? .ok : .unprocessableContent, withForms: true)
    }

    private static func edit(_ exchange: Exchange) async throws -> Answer {
        try await editPage(exchange, typed: nil, Complaints())
    }

    private static func editPage(
        _ exchange: Exchange, typed: MaterialForm?, _ complaints: Complaints
    ) async throws -> Answer {
        let id = try exchange.id("material")
        let (view, material) = try await exchange.database.read { tx in
            var view = try seen(exchange, typed: typed, complaints, in: tx)
            let material = try MaterialActions.find(
                id, of: exchange.id("session"), of: view.event, by: exchange.viewer, in: tx
            ).material
            if typed == nil { view.form = MaterialForm(MaterialDraft(material)) }
            return (view, material)
        }
        return answer(
            exchange, MaterialDeskPage.editTitle(exchange.words, material),
            MaterialDeskPage.edit(exchange.scene(withForms: true), view, material), complaints)
    }

    private static func add(_ exchange: Exchange) async throws -> Answer {
        let form = MaterialForm(sent: exchange.form.line)
        return try await attempt(exchange) { event, session, tx in
            try MaterialActions.demandAdding(to: session, of: event, by: exchange.viewer, in: tx)
            let draft = try form.draft(reading: exchange.language)
            try MaterialActions.add(
                draft, file: exchange.file("file"), to: session, of: event, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, typed: form, $0)
        }
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let form = MaterialForm(sent: exchange.form.line)
        let id = try exchange.id("material")
        return try await attempt(exchange) { event, session, tx in
            let old = try MaterialActions.find(id, of: session, of: event, by: exchange.viewer, in: tx).material
            let draft = try form.draft(before: old.title, reading: exchange.language)
            try MaterialActions.change(
                id, to: draft, file: exchange.file("file"), of: session, of: event, by: exchange.viewer, in: tx)
        } otherwise: {
            try await editPage(exchange, typed: form, $0)
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("material")
        return try await attempt(exchange) { event, session, tx in
            try MaterialActions.remove(id, of: session, of: event, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, typed: nil, $0)
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("material")
        let isUp = exchange.form.line("do") == "up"
        return try await attempt(exchange) { event, session, tx in
            try MaterialActions.move(id, isUp: isUp, of: session, of: event, by: exchange.viewer, in: tx)
        } otherwise: {
            try await page(exchange, typed: nil, $0)
        }
    }

    /// Runs a verb and goes back to the list; what is wrong is shown beside its field with all that was typed. What
    /// is asked of a form comes after the question whether one may.
    private static func attempt(
        _ exchange: Exchange, _ verb: @escaping @Sendable (Event, Identifier, Writer) throws -> Void,
        otherwise: (Complaints) async throws -> Answer
    ) async throws -> Answer {
        let session = try exchange.id("session")
        do {
            let event = try await exchange.database.write { tx in
                let event = try ProgrammeDeskRoutes.event(exchange, in: tx)
                try verb(event, session, tx)
                return event
            }
            return exchange.seeOther(MaterialDeskPage.path(event, session))
        } catch let complaints as Complaints {
            return try await otherwise(complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await otherwise(Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }
}
