import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for what one registration's holder answered. The private part has an address of its own: opening it is
/// put on record.
package enum AnswerDeskRoutes {
    private static let base = "/desk/e/:event/registrations/:registration/answers"

    package static let routes: [Route] = [
        Route(.get, base, .role(.organiser), handler: { try await open($0) }),
        Route(.post, base, .role(.organiser), bodyLimit: 24 << 20, rate: 60, takesFiles: true, handler: fillOpen),
        Route(.get, base + "/private", .role(.organiser), handler: { try await closed($0) }),
        Route(.post, base + "/private", .role(.organiser), bodyLimit: 24 << 20, rate: 60, takesFiles: true, handler: fillPrivate),
    ]

    private static func open(
        _ exchange: Exchange, typed: AnswerForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let id = try exchange.id("registration")
        let (event, desk) = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return (event, try AnswerActions.look(at: id, of: event, by: exchange.viewer, in: tx))
        }
        let form = typed ?? AnswerForm(desk.answers, exchange.words)
        return page(exchange, AnswerDeskPage.View(event: event, desk: desk, typed: form), complaints)
    }

    private static func closed(
        _ exchange: Exchange, typed: AnswerForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let id = try exchange.id("registration")
        let (event, desk, parts) = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            let parts = try AnswerActions.privatePart(of: id, of: event, by: exchange.viewer, in: tx)
            return (event, try AnswerActions.look(at: id, of: event, by: exchange.viewer, in: tx), parts)
        }
        let answers = parts.reduce(desk.answers) { $0.adding($1.answers) }
        var view = AnswerDeskPage.View(event: event, desk: desk, typed: typed ?? AnswerForm(answers, exchange.words))
        view.parts = parts
        return page(exchange, view, complaints)
    }

    private static func page(_ exchange: Exchange, _ view: AnswerDeskPage.View, _ complaints: Complaints) -> Answer {
        var view = view
        view.complaints = complaints
        return QuestionnaireDeskRoutes.page(
            exchange, exchange.words("questions.answersOf") + " · " + view.desk.registration.number,
            AnswerDeskPage.main(exchange.scene(withForms: true), view), complaints)
    }

    private static func fillOpen(_ exchange: Exchange) async throws -> Answer {
        let typed = AnswerRoutes.sent(exchange)
        do {
            return try await fill(exchange, typed, isPrivate: false)
        } catch let complaints as Complaints { return try await open(exchange, typed: typed, complaints) }
    }
    private static func fillPrivate(_ exchange: Exchange) async throws -> Answer {
        let typed = AnswerRoutes.sent(exchange)
        do {
            return try await fill(exchange, typed, isPrivate: true)
        } catch let complaints as Complaints { return try await closed(exchange, typed: typed, complaints) }
    }

    /// The desk fills its own questions of the version that the holder answered.
    private static func fill(_ exchange: Exchange, _ typed: AnswerForm, isPrivate: Bool) async throws -> Answer {
        let id = try exchange.id("registration")
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            guard let version = try AnswerActions.look(at: id, of: event, by: exchange.viewer, in: tx).version else {
                throw Refusal(.notFound, "refusal.notFound")
            }
            let answers = try typed.answers(
                to: version.content, before: AnswerStore.whole(id, in: tx),
                register: AnswerRoutes.register(version.content, in: tx),
                asking: .desk(isPrivate: isPrivate))
            let filled = AnswerActions.Filled(
                version: version, answers: answers, uploads: exchange.files, language: exchange.language)
            try AnswerActions.fill(filled, of: id, of: event, by: exchange.viewer, in: tx)
            return event
        }
        return exchange.seeOther(AnswerDeskPage.path(event, id) + (isPrivate ? "/private" : ""))
    }
}
