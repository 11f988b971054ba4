import Base
import Foundation
import Store
import TestKit
import Testing

@testable import Convene

@Suite struct QuestionnaireStoreTests {
    @Test("lists take the same number of statements for one form and for three", arguments: Backend.available)
    func statements(backend: Backend) async throws {
        try await QuestionStage.with(backend) { stage in
            func count() async throws -> [Int] {
                try await stage.database.read { tx in
                    let before = tx.statements
                    _ = try QuestionnaireActions.list(of: stage.event, by: stage.organiser, in: tx)
                    let between = tx.statements
                    _ = try QuestionnaireStore.versions(of: stage.form.id, in: tx)
                    let after = tx.statements
                    _ = try AnswerStore.all(of: stage.event.id, in: tx)
                    return [between - before, after - between, tx.statements - after]
                }
            }
            _ = try await stage.answered("Ada")
            let one = try await count()
            for name in ["B", "C"] {
                stage.stage.world.clock.advance(seconds: 1)
                try await stage.database.write { tx in
                    _ = try QuestionnaireActions.create(Localized(name), for: stage.event, by: stage.organiser, in: tx)
                    _ = try QuestionActions.addSection(
                        QuestionSection(id: tx.newID(), text: Localized(name)), to: stage.form.id, of: stage.event,
                        by: stage.organiser, in: tx)
                    _ = try QuestionnaireActions.publish(stage.form.id, of: stage.event, by: stage.organiser, in: tx)
                }
                _ = try await stage.answered(name)
            }
            #expect(try await count() == one)
            let listed = try await stage.database.read { try QuestionnaireStore.all(of: stage.event.id, in: $0) }
            #expect(listed.map(\.number) == [3, nil, nil])
            #expect(listed.map(\.answers) == [3, 0, 0])
            #expect(!listed[0].isDraftDifferent)
        }
    }

    @Test("no statement updates or deletes a version; the log of consents is only added to")
    func frozen() throws {
        let here = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        let sources = here.appending(path: "../../../Sources/Convene").standardized
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var deletes = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(!text.contains(/(UPDATE|DELETE FROM)\s+questionnaire_version/), "\(file.lastPathComponent)")
            #expect(!text.contains(/UPDATE\s+registration_consent/), "\(file.lastPathComponent)")
            deletes += text.matches(of: /DELETE FROM\s+registration_consent/).count
        }
        // With everything else of a registration.
        #expect(deletes == 1)
    }
}
