import Base
import HTML
import HTTPTypes
import People
import Store
import Web

/// The desk's addresses for forms as a whole: the list, the editor, publishing, versions, files.
package enum QuestionnaireDeskRoutes {
    static let base = "/desk/e/:event/questions"
    static let one = base + "/:questionnaire"

    package static let routes: [Route] = [
        Route(.get, base, .role(.organiser), handler: { try await list($0) }),
        Route(
            .post, base, .role(.organiser), bodyLimit: 4 * QuestionnaireContent.mostBytes, takesFiles: true, handler: create),
        Route(.get, base + "/files/:file", .role(.organiser), handler: file),
        Route(.get, one, .role(.organiser), handler: { try await edit($0) }),
        Route(.post, one, .role(.organiser), handler: rename),
        Route(.post, one + "/publish", .role(.organiser), handler: publish),
        Route(.post, one + "/remove", .role(.organiser), handler: remove),
        Route(.get, one + "/questionnaire.json", .role(.organiser), handler: json),
        Route(.get, one + "/preview", .role(.organiser), query: ["in"], handler: { try await preview($0) }),
        Route(
            .post, one + "/preview", .role(.organiser), query: ["in"], bodyLimit: 24 << 20, rate: 60, takesFiles: true,
            handler: attempt),
        Route(.get, one + "/versions/:number", .role(.organiser), query: ["in"], handler: { try await preview($0) }),
        Route(
            .post, one + "/versions/:number", .role(.organiser), query: ["in"], bodyLimit: 24 << 20, rate: 60, takesFiles: true,
            handler: attempt),
    ]

    static func page(_ exchange: Exchange, _ title: String, _ main: Markup, _ complaints: Complaints = Complaints()) -> Answer {
        exchange.page(
            title: title, wing: .convene, current: "/desk", main: main, status: complaints.isEmpty ? .ok : .unprocessableContent,
            withForms: true)
    }

    static func found(_ exchange: Exchange, in tx: Reader) throws -> (Event, Questionnaire) {
        let event = try RegistrationDeskRoutes.event(exchange, in: tx)
        return (event, try QuestionnaireActions.find(exchange.id("questionnaire"), of: event, by: exchange.viewer, in: tx))
    }

    // MARK: The list

    private static func list(
        _ exchange: Exchange, name: Localized? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            return QuestionnaireDeskPage.View(
                event: event, forms: try QuestionnaireActions.list(of: event, by: exchange.viewer, in: tx),
                language: exchange.language)
        }
        if let name, !name.isEmpty { view.name = name }
        if let begin = exchange.form["begin"] { view.begin = begin }
        view.complaints = complaints
        let title = exchange.words("questions.title")
        return page(exchange, title, QuestionnaireDeskPage.list(exchange.scene(withForms: true), view), complaints)
    }

    private static func create(_ exchange: Exchange) async throws -> Answer {
        let form = FormLines(exchange.form.fields)
        let name = form.texts("name")
        let book = exchange.hall.book
        let upload = exchange.file("file")
        let begin = upload == nil ? form["begin"] : "file"
        do {
            let (event, made) = try await exchange.database.write { tx in
                let event = try RegistrationDeskRoutes.event(exchange, in: tx)
                var content = QuestionnaireContent()
                switch begin {
                case "file":
                    guard let upload else { throw Refusal(.invalid, "questions.refusal.noFile", field: "file") }
                    content = try QuestionnaireReader.read(upload.bytes).renewed { tx.newID() }
                case "starter": content = QuestionnaireStarter.content({ localized(book, $0) }, newID: { tx.newID() })
                default: break
                }
                return (event, try QuestionnaireActions.create(name, content, for: event, by: exchange.viewer, in: tx))
            }
            return exchange.seeOther(QuestionnaireDeskPage.path(event, made.id))
        } catch let refusal as Refusal where refusal.field != nil {
            return try await list(exchange, name: name, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }

    /// A phrase in all seven languages, as the starter needs it.
    package static func localized(_ book: WordBook, _ key: String) -> Localized {
        Localized(
            Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, book.words($0)(key)) }), authentic: "en")
    }

    // MARK: One form

    private static func edit(
        _ exchange: Exchange, name: Localized? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let (event, form) = try found(exchange, in: tx)
            return QuestionnaireEditPage.View(
                event: event, form: form, latest: try QuestionnaireStore.latest(of: form.id, in: tx),
                versions: try QuestionnaireStore.versions(of: form.id, in: tx))
        }
        if let name { view.name = name }
        view.complaints = complaints
        let title = view.form.name.text(exchange.language)
        return page(exchange, title, QuestionnaireEditPage.main(exchange.scene(withForms: true), view), complaints)
    }

    /// Runs a verb and shows the form again.
    static func act(
        _ exchange: Exchange, to path: @escaping @Sendable (Event, Identifier) -> String = { QuestionnaireDeskPage.path($0, $1) },
        _ body: @escaping @Sendable (Identifier, Event, Writer) throws -> Void
    ) async throws -> Answer {
        let id = try exchange.id("questionnaire")
        let event = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            try body(id, event, tx)
            return event
        }
        return exchange.seeOther(path(event, id))
    }

    private static func rename(_ exchange: Exchange) async throws -> Answer {
        let name = FormLines(exchange.form.fields).texts("name")
        do {
            return try await act(exchange) { id, event, tx in
                try QuestionnaireActions.rename(id, to: name, of: event, by: exchange.viewer, in: tx)
            }
        } catch let refusal as Refusal where refusal.field != nil {
            return try await edit(exchange, name: name, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }

    private static func publish(_ exchange: Exchange) async throws -> Answer {
        do {
            return try await act(exchange) { id, event, tx in
                try QuestionnaireActions.publish(id, of: event, by: exchange.viewer, in: tx)
            }
        } catch let refusal as Refusal where refusal.field != nil {
            return try await edit(exchange, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        do {
            return try await act(exchange, to: { event, _ in QuestionnaireDeskPage.path(event) }) { id, event, tx in
                try QuestionnaireActions.remove(id, of: event, by: exchange.viewer, in: tx)
            }
        } catch let refusal as Refusal where refusal.field != nil {
            return try await edit(exchange, Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }

    /// The draft as a file, to begin another form with.
    private static func json(_ exchange: Exchange) async throws -> Answer {
        let form = try await exchange.database.read { try found(exchange, in: $0).1 }
        var answer = Answer.text(QuestionnaireStore.canonical(form.draft), type: "application/json")
        answer.fields[.contentDisposition] = Answer.disposition(
            form.name.text(exchange.language) + ".json", isInline: false)
        return answer
    }

    private static func file(_ exchange: Exchange) async throws -> Answer {
        let id = try exchange.id("file")
        let file = try await exchange.database.write { tx in
            let event = try RegistrationDeskRoutes.event(exchange, in: tx)
            let id = try AnswerActions.file(id, of: event, by: exchange.viewer, in: tx)
            guard let file = try StoredFileStore.find(id, in: tx) else { throw Refusal(.notFound, "refusal.notFound") }
            return file
        }
        return try await Answer.download(file, to: exchange)
    }

    // MARK: Preview

    private static func seen(_ exchange: Exchange, in tx: Reader) throws -> QuestionnairePreviewPage.View {
        let (event, form) = try found(exchange, in: tx)
        let number = exchange.parameters["number"].map { Int($0) ?? 0 }
        let version = try number.map {
            try QuestionnaireActions.version($0, of: form.id, event: event, by: exchange.viewer, in: tx).1
        }
        return QuestionnairePreviewPage.View(
            event: event, form: form, version: version,
            language: exchange.query["in"].flatMap { Language(tag: $0) } ?? exchange.language)
    }

    private static func preview(_ exchange: Exchange) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            var view = try seen(exchange, in: tx)
            view.organisations = try AnswerRoutes.register(view.content, in: tx).names(view.language)
            return view
        }
        return shown(exchange, view)
    }

    /// Reads what was typed as if it counted, and keeps nothing.
    private static func attempt(_ exchange: Exchange) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            var view = try seen(exchange, in: tx)
            let register = try AnswerRoutes.register(view.content, in: tx)
            view.organisations = register.names(view.language)
            view.typed = AnswerRoutes.sent(exchange)
            do {
                view.answers = try view.typed.answers(to: view.content, register: register)
            } catch let complaints as Complaints { view.complaints = complaints }
            return view
        }
        return shown(exchange, view)
    }

    private static func shown(_ exchange: Exchange, _ view: QuestionnairePreviewPage.View) -> Answer {
        page(
            exchange, QuestionnairePreviewPage.title(exchange.words, view),
            QuestionnairePreviewPage.main(exchange.scene(withForms: true), view), view.complaints)
    }
}
