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
                    calls.withLock { $0 += 1 }
                    return answers.withLock { $0.removeFirst() }
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

    @Test("a letter whose process died is tried again after its lease", arguments: Backend.available)
    func lease(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            try await database.write { _ = try $0.post(draft) }
            let letter = try #require(try await database.read { try LetterStore.due(1, in: $0).first })
            #expect(try await database.write { try LetterStore.claim(letter, until: $0.now.adding(seconds: 120), in: $0) })
            #expect(try await !database.write { try LetterStore.claim(letter, until: $0.now.adding(seconds: 120), in: $0) })
            #expect(try await database.read { try LetterStore.due(1, in: $0) }.isEmpty)
            clock.advance(seconds: 121)
            #expect(try await database.read { try LetterStore.due(1, in: $0).count } == 1)
        }
    }

    @Test("notes reach those who listen, and again if one of them failed", arguments: Backend.available)
    func notes(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            let reference = Reference(kind: "event", id: Identifier(stored: "e"), title: Localized("T"), path: "/e/x")
            try await database.write {
                try $0.note(Note(name: "release.published", reference: reference, payload: ["number": "1"]))
            }
            let heard = Mutex<[Note]>([])
            let listener: OutboxRunner.Listener = { note, _ in
                let count = heard.withLock { heard in
                    heard.append(note)
                    return heard.count
                }
                if count == 1 { throw StoreError.other("planted") }
            }
            let runner = OutboxRunner(database, deliver: { _ in .sent }, listeners: [listener])
            await #expect(throws: StoreError.self) { try await runner.round() }
            try await runner.round()
            try await runner.round()
            #expect(heard.withLock { $0.map(\.name) } == ["release.published", "release.published"])
            #expect(heard.withLock { $0[1].payload } == ["number": "1"])
        }
    }

    @Test("many runners run each job once; a failing one comes back later and ends as dead", arguments: Backend.available)
    func jobs(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            try await database.write { tx in
                for index in 0..<20 { try tx.enqueue(Job("count", payload: "\(index)", due: tx.now)) }
                try tx.enqueue(Job("count", payload: "later", due: tx.now.adding(seconds: 60)))
                try tx.enqueue(Job("fail", due: tx.now))
            }
            let done = Mutex<[String]>([])
            let runner = JobRunner(
                database,
                handlers: [
                    "count": { payload, _ in done.withLock { $0.append(payload) } },
                    "fail": { _, _ in throw StoreError.other("planted") },
                ])
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { while (try? await runner.step()) ?? true {} } }
                try await group.waitForAll()
            }
            #expect(done.withLock { $0.sorted() } == (0..<20).map(String.init).sorted())
            for _ in 0..<20 {
                clock.advance(seconds: 10_000)
                while try await runner.step() {}
            }
            #expect(done.withLock { $0.count } == 21)
            #expect(
                try await database.read { try $0.first("SELECT state, attempts FROM job WHERE name = 'fail'")?.text("state") }
                    == "dead")
        }
    }
}
