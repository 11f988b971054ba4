import Base
import HTML
import HTTPTypes
import Store
import Web

/// The desk's addresses for the sections and questions of a draft.
package enum QuestionDeskRoutes {
    private static let sections = QuestionnaireDeskRoutes.one + "/sections"
    private static let questions = QuestionnaireDeskRoutes.one + "/questions/:question"
    /// Texts in seven languages, two hundred options in each.
    private static let bodyLimit = QuestionnaireContent.mostBytes

    package static let routes: [Route] = [
        Route(.post, sections, .role(.organiser), handler: addSection),
        Route(.get, sections + "/:section", .role(.organiser), handler: { try await section($0) }),
        Route(.post, sections + "/:section", .role(.organiser), bodyLimit: bodyLimit, handler: changeSection),
        Route(.post, sections + "/:section/move", .role(.organiser), handler: moveSection),
        Route(.post, sections + "/:section/remove", .role(.organiser), handler: removeSection),
        Route(.get, sections + "/:section/new", .role(.organiser), query: ["kind"], handler: { try await blank($0) }),
        Route(.post, sections + "/:section/new", .role(.organiser), bodyLimit: bodyLimit, handler: add),
        Route(.get, questions, .role(.organiser), handler: { try await question($0) }),
        Route(.post, questions, .role(.organiser), bodyLimit: bodyLimit, handler: change),
        Route(.post, questions + "/move", .role(.organiser), handler: move),
        Route(.post, questions + "/remove", .role(.organiser), handler: remove),
    ]

    /// Back to the place in the whole.
    private static func place(_ part: String) -> @Sendable (Event, Identifier) -> String {
        { QuestionnaireDeskPage.path($0, $1) + "#" + part }
    }
    private static func direction(_ exchange: Exchange) throws -> QuestionActions.Direction {
        guard let direction = QuestionActions.Direction(rawValue: exchange.form.line("do")) else {
            throw Refusal(.invalid, "registration.refusal.form")
        }
        return direction
    }

    // MARK: Sections

    private static func addSection(_ exchange: Exchange) async throws -> Answer {
        let purpose = QuestionSection.Purpose(rawValue: exchange.form.line("purpose")) ?? .general
        return try await QuestionnaireDeskRoutes.act(exchange) { id, event, tx in
            let section = QuestionSection(id: tx.newID(), purpose: purpose)
            try QuestionActions.addSection(section, to: id, of: event, by: exchange.viewer, in: tx)
        }
    }

    private static func section(
        _ exchange: Exchange, typed: QuestionForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        var view = try await exchange.database.read { tx in
            let (event, form) = try QuestionnaireDeskRoutes.found(exchange, in: tx)
            return QuestionEditPage.SectionView(event: event, form: form, section: try found(exchange, form))
        }
        if let typed { view.typed = typed }
        view.complaints = complaints
        let scene = exchange.scene(withForms: true)
        return QuestionnaireDeskRoutes.page(
            exchange, AnswerPage.name(scene, view.section), QuestionEditPage.section(scene, view), complaints)
    }

    private static func found(_ exchange: Exchange, _ form: Questionnaire) throws -> QuestionSection {
        guard let section = form.draft.section(try exchange.id("section")) else { throw Refusal(.notFound, "refusal.notFound") }
        return section
    }

    private static func changeSection(_ exchange: Exchange) async throws -> Answer {
        let typed = QuestionForm(sent: exchange.form.fields)
        return try await attempt(exchange, to: "s-\(exchange.id("section"))") { id, event, form, tx in
            let section = try typed.section(found(exchange, form))
            try QuestionActions.changeSection(section, in: id, of: event, by: exchange.viewer, tx: tx)
        } otherwise: {
            try await section(exchange, typed: typed, $0)
        }
    }

    private static func moveSection(_ exchange: Exchange) async throws -> Answer {
        let section = try exchange.id("section")
        return try await QuestionnaireDeskRoutes.act(exchange, to: place("s-\(section)")) { id, event, tx in
            try QuestionActions.moveSection(section, try direction(exchange), in: id, of: event, by: exchange.viewer, tx: tx)
        }
    }

    private static func removeSection(_ exchange: Exchange) async throws -> Answer {
        let section = try exchange.id("section")
        return try await QuestionnaireDeskRoutes.act(exchange) { id, event, tx in
            try QuestionActions.removeSection(section, from: id, of: event, by: exchange.viewer, in: tx)
        }
    }

    // MARK: Questions

    private static func blank(
        _ exchange: Exchange, typed: QuestionForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let kind = Question.Kind(rawValue: exchange.form["kind"] ?? exchange.query["kind"] ?? "") ?? .text
        let view = try await exchange.database.read { tx in
            let (event, form) = try QuestionnaireDeskRoutes.found(exchange, in: tx)
            let section = try found(exchange, form)
            // Its identifier is made when it is added.
            let question = Question(id: section.id, kind: kind, label: .empty)
            return QuestionEditPage.View(event: event, form: form, section: section, question: question, mark: nil)
        }
        return shown(exchange, view, typed, complaints)
    }

    private static func question(
        _ exchange: Exchange, typed: QuestionForm? = nil, _ complaints: Complaints = Complaints()
    ) async throws -> Answer {
        let view = try await exchange.database.read { tx in
            let (event, form) = try QuestionnaireDeskRoutes.found(exchange, in: tx)
            let (question, section) = try foundQuestion(exchange, form)
            return QuestionEditPage.View(
                event: event, form: form, section: section, question: question, mark: QuestionnaireActions.mark(question))
        }
        return shown(exchange, view, typed, complaints)
    }

    private static func shown(
        _ exchange: Exchange, _ view: QuestionEditPage.View, _ typed: QuestionForm?, _ complaints: Complaints
    ) -> Answer {
        var view = view
        if let typed { view.typed = typed }
        view.complaints = complaints
        let scene = exchange.scene(withForms: true)
        let title = view.question.label.isEmpty ? exchange.words("questions.add") : view.question.label.text(exchange.language)
        return QuestionnaireDeskRoutes.page(exchange, title, QuestionEditPage.main(scene, view), complaints)
    }

    private static func foundQuestion(_ exchange: Exchange, _ form: Questionnaire) throws -> (Question, QuestionSection) {
        let id = try exchange.id("question")
        guard let question = form.draft.question(id), let section = form.draft.section(of: id) else {
            throw Refusal(.notFound, "refusal.notFound")
        }
        return (question, section)
    }

    private static func add(_ exchange: Exchange) async throws -> Answer {
        let typed = QuestionForm(sent: exchange.form.fields)
        return try await attempt(exchange, to: "s-\(exchange.id("section"))") { id, event, form, tx in
            let section = try found(exchange, form)
            guard let kind = Question.Kind(rawValue: typed["kind"]) else { throw Refusal(.invalid, "registration.refusal.form") }
            let earlier = form.draft.sections.prefix { $0.id != section.id }.flatMap(\.questions) + section.questions
            let question = try typed.question(Question(id: section.id, kind: kind, label: .empty), earlier: earlier)
            try QuestionActions.add(question, to: section.id, in: id, of: event, by: exchange.viewer, tx: tx)
        } otherwise: {
            try await blank(exchange, typed: typed, $0)
        }
    }

    private static func change(_ exchange: Exchange) async throws -> Answer {
        let typed = QuestionForm(sent: exchange.form.fields)
        return try await attempt(exchange, to: "q-\(exchange.id("question"))") { id, event, form, tx in
            let (before, _) = try foundQuestion(exchange, form)
            let question = try typed.question(before, earlier: form.draft.questions(before: before.id))
            let seen = typed["seen"].isEmpty ? nil : typed["seen"]
            try QuestionActions.change(question, seen: seen, in: id, of: event, by: exchange.viewer, tx: tx)
        } otherwise: {
            try await question(exchange, typed: typed, $0)
        }
    }

    private static func move(_ exchange: Exchange) async throws -> Answer {
        let question = try exchange.id("question")
        return try await QuestionnaireDeskRoutes.act(exchange, to: place("q-\(question)")) { id, event, tx in
            try QuestionActions.move(question, try direction(exchange), in: id, of: event, by: exchange.viewer, tx: tx)
        }
    }

    private static func remove(_ exchange: Exchange) async throws -> Answer {
        let question = try exchange.id("question")
        return try await QuestionnaireDeskRoutes.act(exchange) { id, event, tx in
            try QuestionActions.remove(question, from: id, of: event, by: exchange.viewer, in: tx)
        }
    }

    /// Reads a form against what is there now and changes it in the same transaction; what is wrong is shown beside its field.
    private static func attempt(
        _ exchange: Exchange, to part: String,
        _ body: @escaping @Sendable (Identifier, Event, Questionnaire, Writer) throws -> Void,
        otherwise: (Complaints) async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await QuestionnaireDeskRoutes.act(exchange, to: place(part)) { id, event, tx in
                try body(id, event, QuestionnaireActions.find(id, of: event, by: exchange.viewer, in: tx), tx)
            }
        } catch let complaints as Complaints {
            return try await otherwise(complaints)
        } catch let refusal as Refusal where refusal.field != nil {
            return try await otherwise(Complaints(refusal.field ?? "", refusal.words, refusal.arguments))
        }
    }
}
