import App
import Base
import Convene
import HTTPTypes
import HummingbirdTesting
import Store
import TestKit
import Testing
import Web

/// What people without an account do with their answers, by the address of their registration's page alone.
@Suite struct OwnAnswersTests {
    private struct Made: Sendable {
        let one: Registration
        let version: QuestionnaireVersion
        let consent: Question
        let file: String
        let own: String
        let form: String
    }

    private func make(_ world: AppWorld, for event: Event) async throws -> Made {
        let address = RegistrationPassage.address(world.house.hall)
        return try await world.house.database.write { tx in
            let things = try RegistrationThings.make(for: event, by: world.administrator(tx), in: tx)
            let id = try #require(Identifier(things["registration"] ?? ""))
            let form = try #require(Identifier(things["questionnaire"] ?? ""))
            let version = try #require(try QuestionnaireStore.latest(of: form, in: tx))
            return Made(
                one: try #require(try RegistrationStore.find(id, in: tx)), version: version,
                consent: try #require(version.content.questions.first { $0.kind == .consent }), file: things["file"] ?? "",
                own: address.path(id, generation: 1), form: address.path(id, generation: 0))
        }
    }

    @Test("a consent is taken back and given again: each a line of the log with the words' version", arguments: Backend.available)
    func consent(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let made = try await make(world, for: world.event)
            try await world.client { client in
                let way = "\(made.own)/consents/\(made.consent.id)"
                let page = try await world.get(made.own + "?lang=en", .anonymous, client).text
                #expect(page.contains("What you agreed to") && page.contains("Take it back"))
                for given in ["no", "no", "yes"] {
                    #expect(try await world.post(way, .anonymous, [("given", given)], client).status == .seeOther)
                }
                #expect(try await world.post(way, .anonymous, [("given", "perhaps")], client).status != .seeOther)
                let log = try await world.house.database.read { try ConsentStore.history(of: made.one.id, in: $0) }
                // Said twice it is one line.
                #expect(log.map(\.isGiven) == [true, false, true])
                #expect(log.map(\.source) == [.form, .page, .page])
                #expect(log.allSatisfy { $0.version == made.version.id && $0.digest == ConsentStore.digest(of: made.consent) })
            }
        }
    }

    @Test("the files that she sent are hers: nobody else's address has them", arguments: Backend.available)
    func files(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let (made, other) = (try await make(world, for: world.event), try await make(world, for: world.other))
            try await world.client { client in
                let mine = try await world.get("\(made.own)/files/\(made.file)", .anonymous, client)
                #expect(mine.status == .ok)
                #expect(mine.text == "%PDF-1.7\n")
                #expect(mine.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                #expect(try await world.get(made.own, .anonymous, client).text.contains("/files/\(made.file)"))
                for path in [
                    "\(made.own)/files/\(other.file)", "\(other.own)/files/\(made.file)", "\(made.form)/files/\(made.file)",
                    "\(made.own)/files/\(made.one.id)",
                ] {
                    #expect(try await world.get(path, .administrator, client).status == .notFound, "\(path)")
                }
                for path in ["\(made.own)/consents/\(other.consent.id)", "\(made.form)/consents/\(made.consent.id)"] {
                    #expect(try await world.post(path, .administrator, [("given", "no")], client).status == .notFound, "\(path)")
                }
            }
        }
    }
}
