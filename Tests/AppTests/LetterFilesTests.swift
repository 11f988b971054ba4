import Base
import HTML
import Mail
import Store
import TestKit
import Testing
import Web

@testable import App

@Suite("Files of letters")
struct LetterFilesTests {
    private struct Busy: Error {}

    private static func module() -> Module {
        var module = Module(name: "test")
        module.attachments = [
            "good": { key, _ in Array(key.utf8) }, "over": { _, _ in nil }, "busy": { _, _ in throw Busy() },
        ]
        return module
    }
    private static func letter(_ kinds: [String], in database: Store.Database) async throws -> Letter {
        let id = try await database.write { tx in
            try tx.post(
                LetterDraft(
                    to: "ana@example.org", subject: "s", text: "t", language: .en, purpose: "test",
                    attachments: kinds.map {
                        LetterAttachment(kind: $0, name: "\($0).txt", type: "text/plain", key: "key of \($0)")
                    }))
        }
        return try #require(try await database.read { try LetterStore.find(id, in: $0) })
    }

    @Test(
        "files are made from their keys when the letter is sent; one that no longer holds is left out",
        arguments: Backend.available)
    func made(backend: Backend) async throws {
        try await AppWorld.with(backend) { world in
            let files = LetterFiles(world.house.hall, [Self.module()])
            let letter = try await Self.letter(["good", "over"], in: world.house.database)
            #expect(letter.attachments.count == 2)
            let all = try await files.all(of: letter)
            #expect(all.map(\.name.text) == ["good.txt"] && all.map(\.bytes) == [Array("key of good".utf8)])
        }
    }

    @Test("a letter whose file cannot be made waits, and fails with the reason when it waited long enough")
    func missing() async throws {
        let clock = TestClock()
        try await withDatabase(.sqlite, clock: clock.read) { database in
            var settings = try await AppWorld.settings()
            settings.smtpURL = "smtp://127.0.0.1:1"
            let house = try House(settings, database: database)
            let post = try #require(try PostOffice(settings, LetterFiles(house.hall, [Self.module()])))
            let letters = [try await Self.letter(["busy"], in: database), try await Self.letter(["unknown"], in: database)]
            let runner = OutboxRunner(database, deliver: { await post.deliver($0) })
            try await runner.round()
            let waiting = try await database.read { try LetterStore.troubled(9, in: $0) }
            #expect(Set(waiting.map(\.state)) == [.waiting])
            #expect(Set(waiting.compactMap(\.lastError)) == ["busy: Busy", "unknown: nobody makes it"])
            for _ in 1..<OutboxRunner.attempts {
                clock.advance(seconds: 100_000)
                try await runner.round()
            }
            let failed = try await database.read { try LetterStore.troubled(9, in: $0) }
            #expect(Set(failed.map(\.state)) == [.failed] && Set(failed.map(\.id)) == Set(letters.map(\.id)))
        }
    }

    @Test("where mails go out the page tells what did not, and shows nobody's letter")
    func page() async throws {
        try await withDatabase(.sqlite) { database in
            let letter = try await Self.letter(["good"], in: database)
            try await database.write { try LetterStore.settle(letter.id, .failed, error: "550 Refused <b>", in: $0) }
            let found = try await database.read { try LetterStore.troubled(9, in: $0) }
            let scene = Scene(words: try House.book().words(.en), now: database.now)
            let sent = OutboxPage.troubles(scene, found).text
            #expect(sent.contains("550 Refused &lt;b&gt;") && sent.contains("Did not go out.") && !sent.contains("mail-text"))
            let kept = OutboxPage.list(scene, found).text
            #expect(kept.contains("mail-text") && kept.contains("/outbox/\(letter.id)/files/1"))
            try await database.write { try $0.execute("UPDATE letter SET state = 'sent', doubts = 1 WHERE id = \(letter.id)") }
            let twice = OutboxPage.troubles(scene, try await database.read { try LetterStore.troubled(9, in: $0) }).text
            #expect(twice.contains("Possibly delivered twice") && twice.contains("Has gone out."))
            #expect(OutboxPage.troubles(scene, []).text.contains("All letters have gone out."))
        }
    }
}
