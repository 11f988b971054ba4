import Base
import Store
import TestKit
import Web

@testable import Convene

/// A form with a question of each kind, and people who registered.
struct QuestionStage: Sendable {
    let stage: RegistrationStage
    let organiser: Viewer
    let content: QuestionnaireContent
    let form: Questionnaire
    let version: QuestionnaireVersion

    var database: Store.Database { stage.database }
    var event: Event { stage.event }

    static func with(_ backend: Backend, _ body: @Sendable (QuestionStage) async throws -> Void) async throws {
        try await RegistrationStage.with(backend, places: 20) { stage in
            let organiser = EventWorld.viewer(.organiser, in: stage.event.id)
            let (form, version) = try await stage.database.write { [event = stage.event] tx in
                let form = try QuestionnaireActions.create(Localized("Form"), content, for: event, by: organiser, in: tx)
                let version = try QuestionnaireActions.publish(form.id, of: event, by: organiser, in: tx)
                return (form, version)
            }
            try await body(
                QuestionStage(stage: stage, organiser: organiser, content: content, form: form, version: version))
        }
    }

    // MARK: The form

    static func id(_ number: Int) -> Identifier {
        Identifier(stored: "00000000-0000-7000-8000-0000000000\(number < 10 ? "0" : "")\(number)")
    }
    static let (name, story, age, born, coming, topics, country, tongue, employer, photo) = (
        id(1), id(2), id(3), id(4), id(5), id(6), id(7), id(8), id(9), id(10)
    )
    static let (why, need, passport, scan, sent, diet, note) = (id(11), id(12), id(13), id(14), id(15), id(16), id(17))

    static func question(_ id: Identifier, _ kind: Question.Kind, _ label: String, _ change: (inout Question) -> Void = { _ in })
        -> Question
    {
        var question = Question(id: id, kind: kind, label: Localized(label))
        change(&question)
        return question
    }
    static func options(_ codes: String...) -> [Question.Option] {
        codes.map { Question.Option($0, Localized($0.uppercased())) }
    }

    static let content = QuestionnaireContent([
        QuestionSection(
            id: id(51),
            questions: [
                question(name, .text, "Name") {
                    $0.isRequired = true
                    $0.limits.longest = 20
                },
                question(story, .paragraph, "Story"),
                question(age, .number, "Age") { $0.limits = Question.Limits(least: 18, most: 120) },
                question(born, .date, "Born"),
                question(coming, .choice, "Coming?") { $0.options = options("yes", "no") },
                question(why, .text, "Why not?") {
                    $0.isRequired = true
                    $0.condition = Question.Condition(coming, oneOf: ["no"])
                },
                question(topics, .choices, "Topics") {
                    $0.options = options("a", "b", "c")
                    $0.limits.most = 2
                },
                question(country, .country, "Country"), question(tongue, .language, "Language"),
                question(employer, .organisation, "Employer"),
                question(note, .text, "Note of the desk") { $0.isInternal = true },
            ]),
        QuestionSection(
            id: id(52), purpose: .visa,
            questions: [
                question(need, .choice, "Letter?") { $0.options = options("yes", "no") },
                question(passport, .text, "Passport") {
                    $0.isRequired = true
                    $0.condition = Question.Condition(need, oneOf: ["yes"])
                },
                question(scan, .file, "Scan") { $0.condition = Question.Condition(need, oneOf: ["yes"]) },
                question(sent, .date, "Sent") { $0.isInternal = true },
            ]),
        QuestionSection(
            id: id(53), purpose: .dietary, keepDays: 10,
            questions: [question(diet, .choices, "Food") { $0.options = options("vegan", "halal") }]),
        QuestionSection(id: id(54), purpose: .listing, questions: [question(photo, .consent, "List me")]),
    ])

    static let filled: [(name: String, value: String)] = [
        (AnswerForm.field(name), "Ada"), (AnswerForm.field(need), "yes"), (AnswerForm.field(passport), "P123"),
        (AnswerForm.field(diet, "vegan"), "yes"), (AnswerForm.field(photo), "yes"),
    ]
    static func answers(_ changes: [(name: String, value: String)] = []) throws -> Answers {
        try AnswerForm(sent: changes + filled).answers(to: content)
    }
    static let pdf = UploadedFile(field: AnswerForm.field(scan), name: "scan.pdf", bytes: Array("%PDF-1.7\n".utf8))

    // MARK: Doing

    func save(
        _ answers: Answers, of one: Registration, _ uploads: [UploadedFile] = [], source: Consent.Source = .form
    ) async throws {
        try await database.write { [version] tx in
            try AnswerActions.keep(
                AnswerActions.Filled(version: version, answers: answers, uploads: uploads, language: .es), of: one, from: source,
                in: tx)
        }
    }
    func answered(_ name: String) async throws -> Registration {
        let one = try await stage.register(name)
        try await save(try QuestionStage.answers(), of: one)
        return one
    }
}
