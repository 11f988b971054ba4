import Base
import Store
import TestKit
import Testing
import Web

@testable import Convene

@Suite struct AnswerFileStoreTests {
    @Test("a file is kept with its answer, replaced and taken away with it", arguments: Backend.available)
    func files(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.stage.register("Ada")
            var answers = try QuestionStage.answers()
            answers[QuestionStage.scan] = .file(AnswerFile(name: "scan.pdf", type: "application/pdf", size: 9))
            try await stage.save(answers, of: one, [QuestionStage.pdf])
            func file() async throws -> Identifier? {
                let whole = try await stage.database.read { try AnswerStore.whole(one.id, in: $0) }
                guard case .file(let file) = whole[QuestionStage.scan] else { return nil }
                return file.id
            }
            let first = try #require(try await file())
            #expect(try await stage.database.read { try AnswerFileStore.place(first, in: $0) }?.purpose == .visa)
            try await stage.save(answers, of: one, [QuestionStage.pdf])
            let second = try #require(try await file())
            #expect(second != first)
            #expect(try await stage.database.read { try StoredFileStore.find(first, in: $0) } == nil)
            try await stage.save(try QuestionStage.answers(), of: one)
            #expect(try await stage.database.read { try StoredFileStore.find(second, in: $0) } == nil)
        }
    }
}
