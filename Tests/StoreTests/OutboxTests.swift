import Base
import Store
import Synchronization
import TestKit
import Testing

@Suite struct OutboxTests {
    private let draft = LetterDraft(to: "a@b.example", subject: "s", text: "t", language: .en, purpose: "test")

    @Test("a letter goes out once; a busy server is tried again later; a refused one is not", arguments: Backend.available)
    func letters(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let answers = Mutex<[OutboxRunner.Outcome]>([.later("busy"), .sent, .refused("550")])
            let calls = Mutex(0)
            let runner = OutboxRunner(
                database,
                deliver: { _ in
                    .ready {
                        calls.withLock { $0 += 1 }
                        return answers.withLock { $0.removeFirst() }
                    }
                })
            try await database.write { _ = try $0.post(draft) }
            try await runner.round()
            try await runner.round()
            #expect(calls.withLock { $0 } == 1)
            clock.advance(seconds: 40)
            try await runner.round()
            #expect(try await database.read { try LetterStore.recent(9, in: $0).map(\.state) } == [.sent])
            clock.advance(seconds: 1)
            try await database.write { _ = try $0.post(draft) }
            try await runner.round()
            clock.advance(seconds: 100_000)
            try await runner.round()
            #expect(calls.withLock { $0 } == 3)
            #expect(try await database.read { try LetterStore.recent(9, in: $0).map(\.state) } == [.failed, .sent])
        }
    }

    @Test("an address that the server says is none is barred at once, with an audit row", arguments: Backend.available)
    func unreachable(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let runner = OutboxRunner(database, deliver: { _ in .settled(.unreachable("550 no", status: "5.1.1")) })
            let id = try await database.write { try $0.post(draft) }
            try await runner.round()
            try await runner.round()
            let (barred, letter, rows) = try await database.read { tx in
                (
                    try BounceStore.barred(in: tx), try LetterStore.find(id, in: tx),
                    try tx.count("SELECT COUNT(*) AS n FROM audit WHERE verb = 'letter.bounced'")
                )
            }
            #expect(barred.keys.sorted() == ["a@b.example"] && barred["a@b.example"]?.letter == id)
            #expect(letter?.state == .failed && letter?.lastError == "550 no" && rows == 1)
        }
    }

    @Test("a letter whose process died is tried again after its lease", arguments: Backend.available)
    func lease(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            try await database.write { _ = try $0.post(draft) }
            let letter = try #require(try await database.read { try LetterStore.due(1, in: $0).first })
            let (mine, other) = (Identifier(at: database.now), Identifier(at: database.now))
            let claims = try await database.write { tx in
                try [mine, other].map { try LetterStore.claim(letter, for: $0, until: tx.now.adding(seconds: 120), in: tx) }
            }
            #expect(claims.map { $0?.attempts } == [1, nil])
            #expect(try await database.read { try LetterStore.due(1, in: $0) }.isEmpty)
            clock.advance(seconds: 121)
            #expect(try await database.read { try LetterStore.due(1, in: $0).count } == 1)
        }
    }

    @Test("a letter that has gone out while the program ends is not sent again", arguments: Backend.available)
    func ending(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { _ = try $0.post(draft) }
            let runner = OutboxRunner(
                database,
                deliver: { _ in
                    .ready {
                        withUnsafeCurrentTask { $0?.cancel() }
                        return .sent
                    }
                })
            let loop = Task { try await runner.run() }
            _ = await loop.result
            #expect(try await database.read { try LetterStore.recent(9, in: $0).map(\.state) } == [.sent])
        }
    }

    @Test("a letter that ends the process each time is given up", arguments: Backend.available)
    func fatal(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { tx in
                let id = try tx.post(draft)
                try tx.execute("UPDATE letter SET attempts = \(OutboxRunner.attempts) WHERE id = \(id)")
            }
            let runner = OutboxRunner(
                database,
                deliver: { _ in
                    Issue.record("not to be tried")
                    return .settled(.sent)
                })
            try await runner.round()
            #expect(try await database.read { try LetterStore.recent(9, in: $0).map(\.state) } == [.failed])
        }
    }

    @Test(
        "notes reach those who listen, and again if one of them failed, who keeps no other note up", arguments: Backend.available)
    func notes(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            let reference = Reference(kind: "event", id: Identifier(stored: "e"), title: Localized("T"), path: "/e/x")
            try await database.write { tx in
                try tx.note(Note(name: "fails", reference: reference, payload: ["number": "1"]))
                try tx.note(Note(name: "works", reference: reference))
            }
            let heard = Mutex<[Note]>([])
            let listener: OutboxRunner.Listener = { note, _ in
                let count = heard.withLock { heard in
                    heard.append(note)
                    return heard.count
                }
                if count == 1 { throw Refusal(.conflict, "refusal.forbidden") }
            }
            let runner = OutboxRunner(database, deliver: { _ in .settled(.kept) }, listeners: [listener])
            await #expect(throws: Refusal.self) { try await runner.round() }
            try await runner.round()
            #expect(heard.withLock { $0.map(\.name) } == ["fails", "works"])
            clock.advance(seconds: 5)
            try await runner.round()
            clock.advance(seconds: 10_000)
            try await runner.round()
            #expect(heard.withLock { $0.map(\.name) } == ["fails", "works", "fails"])
            #expect(heard.withLock { $0[2].payload } == ["number": "1"])
        }
    }

    @Test("the loop goes on whatever a listener throws", .timeLimit(.minutes(15)), arguments: Backend.available)
    func goesOn(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let reference = Reference(kind: "event", id: Identifier(stored: "e"), title: Localized("T"), path: "/e/x")
            let heard = HeardTopics()
            let runner = OutboxRunner(
                database, deliver: { _ in .settled(.kept) },
                listeners: [
                    { note, _ in
                        heard.add([note.name])
                        if note.name == "bad" { throw Refusal(.conflict, "refusal.forbidden") }
                    }
                ])
            let loop = Task { try await runner.run() }
            try await database.write { try $0.note(Note(name: "bad", reference: reference)) }
            try await heard.wait(for: "bad")
            try await database.write { try $0.note(Note(name: "good", reference: reference)) }
            try await heard.wait(for: "good")
            loop.cancel()
            _ = await loop.result
        }
    }
}
