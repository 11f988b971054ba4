import Base
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct MaterialStoreTests {
    @Test("what is kept comes back whole, with what is known of its file", arguments: Backend.available)
    func whole(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let draft = MaterialDraft(
                kind: .paper, title: Localized(["en": "A paper", "ar": "ورقة"]), language: "pt-BR", licence: .shareAlike,
                visibility: .signedIn)
            let made = try await stage.database.write {
                try MaterialActions.add(
                    draft, file: MaterialStage.pdf, to: stage.session, of: MaterialStage.event, by: ProgrammeStage.editor, in: $0)
            }
            #expect(try await stage.all() == [made])
            #expect(made.file?.name == "talk.pdf")
            #expect(made.file?.type == "application/pdf")
            #expect(made.file?.size == MaterialStage.pdf.bytes.count)
            #expect(made.licence == .shareAlike && made.language == "pt-BR" && made.visibility == .signedIn)
            #expect(MaterialDraft(made) == draft)
            try await stage.database.read { (tx) throws in
                let event = MaterialStage.event.id
                #expect(try MaterialStore.find(made.id, of: stage.session, in: event, tx) == made)
                #expect(try MaterialStore.find(made.id, of: stage.unpublished, in: event, tx) == nil)
                #expect(try MaterialStore.find(made.id, of: stage.session, in: ProgrammeStage.elsewhere, tx) == nil)
                #expect(try MaterialStore.isSpeaker(stage.speaker.person, of: stage.session, in: event, tx))
                #expect(try !MaterialStore.isSpeaker(stage.stranger.person, of: stage.session, in: event, tx))
                #expect(try !MaterialStore.isSpeaker(stage.speaker.person, of: stage.session, in: ProgrammeStage.elsewhere, tx))
            }
        }
    }

    @Test("a list takes one statement however long it is", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            for _ in 0..<5 { _ = try await stage.add() }
            let (count, found) = try await stage.database.read { (tx) throws in
                let before = tx.statements
                let found = try MaterialStore.all(of: stage.session, in: MaterialStage.event.id, tx)
                return (tx.statements - before, found.count)
            }
            #expect(found == 5)
            #expect(count == 1)
        }
    }

    @Test(
        "of someone who is erased the materials stay without her name; of one who is merged they follow",
        arguments: Backend.available)
    func persons(backend: Backend) async throws {
        try await MaterialStage.run(backend) { stage in
            let first = try await stage.add(by: stage.speaker)
            let record = MaterialStore.personal
            let person = stage.speaker.person
            let exported = try await stage.database.read { try $0.rows(record.export(person)).count }
            #expect(exported == 1)
            try await stage.database.write { try record.merge(person, stage.stranger.person, $0) }
            #expect(try await stage.all().map(\.person) == [stage.stranger.person])
            guard case .removed(let erase) = record.erasure else {
                Issue.record("it is kept")
                return
            }
            try await stage.database.write { try erase(stage.stranger.person, $0) }
            #expect(try await stage.all().map(\.person) == [nil])
            #expect(try await stage.all().map(\.id) == [first.id])
        }
    }
}
