import Base
import HTML
import HTTPTypes
import Store
import Web

/// What people without an account do with their answers: whoever has the address of the registration's page takes a consent back,
/// and has the files that she sent.
package enum OwnAnswerRoutes {
    package static let routes: [Route] = [
        Route(.post, "/r/:token/consents/:question", .anyone, rate: 60, handler: consent),
        Route(.get, "/r/:token/files/:file", .anyone, rate: 60, handler: file),
    ]

    static func section(_ scene: Scene, _ passage: RegistrationPassage, _ exchange: Exchange, in tx: Reader) throws -> Markup {
        let id = passage.registration.id
        guard let kept = try AnswerStore.find(id, in: tx), let version = try QuestionnaireStore.version(kept.version, in: tx)
        else { return .empty }
        return OwnAnswerPage.section(
            scene,
            OwnAnswerPage.View(
                event: passage.event, content: version.content, answers: try AnswerStore.whole(id, in: tx),
                consents: try ConsentStore.latest(of: id, in: tx), way: RegistrationRoutes.path(exchange)))
    }

    private static func consent(_ exchange: Exchange) async throws -> Answer {
        let question = try exchange.id("question")
        let given = exchange.form.line("given")
        guard given == "yes" || given == "no" else { throw Refusal(.invalid, "registration.refusal.form") }
        try await exchange.database.write { tx in
            let passage = try RegistrationPassage.own(exchange, in: tx)
            try AnswerActions.consent(
                given == "yes", to: question, of: passage.registration, in: exchange.language, from: .page, by: exchange.viewer,
                tx: tx)
        }
        return exchange.seeOther(RegistrationRoutes.path(exchange) + "#agreed", showsItself: true)
    }

    /// A file of another registration is not there.
    private static func file(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("file")
        let file = try await exchange.database.read { tx in
            let passage = try RegistrationPassage.own(exchange, in: tx)
            guard try AnswerFileStore.place(id, in: tx)?.registration == passage.registration.id,
                let file = try StoredFileStore.find(id, in: tx)
            else { throw Refusal(.notFound, "refusal.notFound") }
            return file
        }
        return try await Answer.download(file, to: exchange)
    }
}
