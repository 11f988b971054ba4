import Base
import HTTPTypes
import Store
import TestKit
import Testing
import Web

@testable import Convene

/// Who agreed to be seen by the others is seen by them, and by nobody else.
@Suite struct ParticipantsRoutesTests {
    private static func path(_ one: Registration, generation: Int? = nil) -> String {
        RegistrationAddress(EventWorld.keys.derived("registration")).path(one.id, generation: generation ?? one.generation)
    }
    private static func page(
        _ stage: QuestionStage, _ one: Registration, query: [(name: String, value: String)] = []
    ) async throws -> Answer { try await stage.stage.world.ask(path(one) + "/people", query: query) }

    @Test("those who agreed stand in the list, with name, organisation and country alone", arguments: Backend.available)
    func listed(_ backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let ada = try await stage.answered("Ada")
            let silent = try await stage.stage.register("Silent")
            let back = try await stage.answered("Grace")
            try await stage.database.write { tx in
                try AnswerActions.consent(false, to: QuestionStage.photo, of: back, in: .en, from: .page, by: nil, tx: tx)
            }
            let own = try await Self.page(stage, ada)
            let text = String(decoding: own.body, as: UTF8.self)
            #expect(text.contains("<bdi>Ada</bdi>") && text.contains("You stand in this list."))
            #expect(!text.contains("Silent") && !text.contains("Grace") && !text.contains("people.example"))
            #expect(own.fields[HTTPField.Name("Referrer-Policy") ?? .server] == "no-referrer")
            #expect(own.fields[HTTPField.Name("X-Robots-Tag") ?? .server] == "noindex")
            for other in [silent, back] {
                let page = String(decoding: try await Self.page(stage, other).body, as: UTF8.self)
                #expect(page.contains("<bdi>Ada</bdi>") && page.contains("You do not stand in this list."))
            }
            let sought = try await Self.page(stage, ada, query: [("q", "ÁDA"), ("page", "7")])
            #expect(String(decoding: sought.body, as: UTF8.self).contains("<bdi>Ada</bdi>"))
            let none = try await Self.page(stage, ada, query: [("q", "nobody")])
            #expect(!String(decoding: none.body, as: UTF8.self).contains("<bdi>Ada</bdi>"))
            // The way to it is on the page of a registration.
            let registration = try await stage.stage.world.ask(Self.path(ada))
            #expect(String(decoding: registration.body, as: UTF8.self).contains("href=\"\(Self.path(ada))/people\""))
        }
    }

    @Test("whoever is not a participant sees nothing of it", arguments: Backend.available)
    func closed(_ backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let world = stage.stage.world
            func code(_ path: String) async throws -> Refusal.Code? {
                try await EventWorld.refusal { try await world.ask(path + "/people") }?.code
            }
            let early = try await stage.stage.register("Early")
            #expect(try await code(Self.path(early)) == .notFound, "nobody was asked: there is no list")
            #expect(!String(decoding: try await world.ask(Self.path(early)).body, as: UTF8.self).contains("/people"))
            let ada = try await stage.answered("Ada")
            #expect(try await code(Self.path(early)) == nil)
            #expect(try await code(Self.path(ada, generation: 0)) == .notFound, "the form's address opens no list")
            #expect(try await code("/r/none") == .notFound)
            _ = try await stage.stage.cancel(early)
            #expect(try await code(Self.path(early)) == .notFound, "who has cancelled takes no part")
        }
    }
}
