import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct QuestionnaireDeskRoutesTests {
    private func page(_ stage: QuestionStage, _ path: String, in language: String = "en") async throws -> String {
        try await stage.stage.world.page(path, query: [("lang", language)], as: stage.organiser)
    }

    @Test("from the template to a version, by plain forms", arguments: Backend.available)
    func journey(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let world = stage.stage.world
            let desk = QuestionnaireDeskPage.path(stage.event)
            let made = try await world.ask(desk, post: [("name_en", "Mine"), ("begin", "starter")], as: stage.organiser)
            #expect(made.status.code == 303)
            let path = try #require(made.fields[.location])
            for language in Language.allCases {
                for each in [desk, path, path + "/preview"] {
                    let text = try await page(stage, each, in: language.rawValue)
                    let shown = text.replacing(/<[^>]*>/, with: " ")
                    #expect(
                        shown.matches(of: /questions\.[a-z]+[A-Za-z.]*/).map { String($0.output) } == [], "\(each) \(language)")
                }
            }
            let published = try await world.ask(path + "/publish", post: [], as: stage.organiser)
            #expect(published.status.code == 303)
            #expect(try await page(stage, path + "/versions/1").contains("SHA-256"))
            let again = try await world.ask(path + "/publish", post: [], as: stage.organiser)
            #expect(again.status.code == 422)
            let tried = try await world.ask(path + "/preview", post: [], as: stage.organiser)
            #expect(tried.status.code == 422)
            #expect(String(decoding: tried.body, as: UTF8.self).contains("error-summary"))
        }
    }

    @Test("a section and a question are added, changed and shown with what was typed when something is wrong")
    func editing() async throws {
        try await QuestionStage.with(.sqlite) { stage in
            let world = stage.stage.world
            let path = QuestionnaireDeskPage.path(stage.event, stage.form.id)
            let new = "\(path)/sections/\(QuestionStage.id(53))/new"
            #expect(try await world.page(new, query: [("kind", "choice")], as: stage.organiser).contains("options_en"))
            let wrong = try await world.ask(
                new, post: [("kind", "choice"), ("label_en", "<b>Which?</b>"), ("options_en", "one: One")], as: stage.organiser)
            let shown = String(decoding: wrong.body, as: UTF8.self)
            #expect(wrong.status.code == 422 && shown.contains("&lt;b&gt;Which?") && shown.contains("one: One"))
            let right = try await world.ask(
                new,
                post: [
                    ("kind", "choice"), ("label_en", "Which?"), ("options_en", "one: One\ntwo: Two"),
                    (QuestionForm.condition(QuestionStage.diet, "vegan"), "yes"),
                ], as: stage.organiser)
            #expect(right.status.code == 303)
            let draft = try await stage.database.read {
                try QuestionnaireActions.find(stage.form.id, of: stage.event, by: stage.organiser, in: $0).draft
            }
            let made = try #require(draft.section(QuestionStage.id(53))?.questions.last)
            #expect(made.options.map(\.code) == ["one", "two"])
            #expect(made.condition == Question.Condition(QuestionStage.diet, oneOf: ["vegan"]))
            #expect(try await page(stage, "\(path)/questions/\(made.id)").contains("Which?"))
        }
    }

    @Test("the answers of a registration at the desk: the open ones, then the private ones on their own page")
    func answers() async throws {
        try await QuestionStage.with(.sqlite) { stage in
            let one = try await stage.answered("Ada")
            let path = AnswerDeskPage.path(stage.event, one.id)
            let open = try await page(stage, path)
            #expect(open.contains("Ada") && !open.contains("P123") && open.contains("/private"))
            let closed = try await page(stage, path + "/private")
            #expect(closed.contains("P123") && closed.contains("VEGAN"))
            let note = try await stage.stage.world.ask(
                path, post: [(AnswerForm.field(QuestionStage.note), "VIP")], as: stage.organiser)
            #expect(note.status.code == 303)
            #expect(try await page(stage, path).contains("VIP"))
        }
    }
}
