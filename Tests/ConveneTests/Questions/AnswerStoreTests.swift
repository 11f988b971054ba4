import Base
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct AnswerStoreTests {
    @Test("private answers lie apart: what reads the others never brings them along", arguments: Backend.available)
    func apart(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let (kept, all, whole, text) = try await stage.database.read { tx in
                (
                    try AnswerStore.find(one.id, in: tx), try AnswerStore.all(of: stage.event.id, in: tx),
                    try AnswerStore.whole(one.id, in: tx),
                    try tx.first("SELECT answers FROM registration_answer WHERE registration_id = \(one.id)")?.text("answers")
                        ?? ""
                )
            }
            #expect(kept == all[one.id])
            #expect(kept?.answers[QuestionStage.name] == .text("Ada"))
            #expect(kept?.answers[QuestionStage.photo] == .consent(true))
            #expect(kept?.answers[QuestionStage.passport] == nil && kept?.answers[QuestionStage.diet] == nil)
            #expect(!text.contains("P123") && !text.contains("vegan"))
            #expect(whole == (try QuestionStage.answers()))
        }
    }

    @Test("private answers are deleted on their date and not before, with their files", arguments: Backend.available)
    func sweep(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.stage.register("Ada")
            var answers = try QuestionStage.answers()
            answers[QuestionStage.scan] = .file(AnswerFile(name: "scan.pdf", type: "application/pdf", size: 9))
            try await stage.save(answers, of: one, [QuestionStage.pdf])
            func left() async throws -> [Int] {
                try await stage.database.write { tx in
                    while try AnswerStore.sweep(limit: 1, in: tx) > 0 {}
                    return [
                        try tx.count("SELECT COUNT(*) FROM registration_private"),
                        try tx.count("SELECT COUNT(*) FROM stored_file"),
                    ]
                }
            }
            let clock = stage.stage.world.clock
            let food = AnswerKeeping.end(of: stage.event, days: 10)
            let visa = AnswerKeeping.end(of: stage.event, days: 30)
            clock.now = food.adding(seconds: -1)
            #expect(try await left() == [2, 1])
            clock.now = food
            #expect(try await left() == [1, 1])
            clock.now = visa.adding(seconds: -1)
            #expect(try await left() == [1, 1])
            clock.now = visa
            #expect(try await left() == [0, 0])
            // What comes after its date is not kept at all.
            try await stage.save(try QuestionStage.answers(), of: one)
            #expect(try await left() == [0, 0])
            #expect(try await stage.database.read { try AnswerStore.find(one.id, in: $0) }?.answers[QuestionStage.name] != nil)
        }
    }

    @Test("if the event is moved, the date of its private answers moves with it", arguments: Backend.available)
    func moved(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            _ = try await stage.answered("Ada")
            try await stage.database.write { tx in
                var draft = EventDraft(stage.event)
                draft.last = draft.last.adding(days: 50)
                _ = try EventActions.change(stage.event.id, to: draft, by: stage.organiser, in: tx)
            }
            stage.stage.world.clock.now = AnswerKeeping.end(of: stage.event, days: 30)
            let left = try await stage.database.write { tx in
                try AnswerStore.sweep(in: tx)
                let isDue = try AnswerStore.isSweepDue(in: tx)
                return (try tx.count("SELECT COUNT(*) FROM registration_private"), isDue)
            }
            #expect(left.0 == 2 && !left.1)
        }
    }

    @Test("everything goes when it is erased", arguments: Backend.available)
    func erase(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            let one = try await stage.answered("Ada")
            let left = try await stage.database.write { tx in
                try AnswerStore.erase(one.id, in: tx)
                return try ["registration_answer", "registration_private", "registration_consent", "registration_file"].map {
                    try tx.count(SQL(trusted: "SELECT COUNT(*) FROM \($0)"))
                }
            }
            #expect(left == [0, 0, 0, 0])
        }
    }
}
