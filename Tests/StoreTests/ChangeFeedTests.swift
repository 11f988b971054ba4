import Base
import Dispatch
import PostgresStore
import Store
import Synchronization
import TestKit
import Testing

@Suite struct ChangeFeedTests {
    @Test("changes come in their order, from now on", .timeLimit(.minutes(15)), arguments: Backend.available)
    func order(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { try $0.changed("old") }
            let heard = HeardTopics()
            let feed = Task { try await ChangeFeed(database).run { changes in heard.add(changes.map(\.topic)) } }
            try await heard.warm(by: database)
            for index in 0..<30 { try await database.write { try $0.changed("t\(index)") } }
            await #expect(throws: Refusal.self) {
                try await database.write { tx in
                    try tx.changed("undone")
                    throw Refusal(.conflict, "refusal.forbidden")
                }
            }
            try await heard.wait(for: "t29")
            feed.cancel()
            #expect(heard.all.filter { $0 != "warm" } == (0..<30).map { "t\($0)" })
        }
    }

    @Test(
        "a change that commits after a later one is heard too", .timeLimit(.minutes(15)), .enabled(if: Backend.postgresURL != nil)
    )
    func overtaken() async throws {
        try await withDatabase(.postgres) { database in
            let heard = HeardTopics()
            let feed = Task { try await ChangeFeed(database).run { changes in heard.add(changes.map(\.topic)) } }
            try await heard.warm(by: database)
            // The first to begin takes the later number and commits first.
            let (begun, numbered, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let early = Task {
                try await database.write { tx in
                    _ = try tx.rows("SELECT pg_current_xact_id()::text AS id")
                    begun.signal()
                    numbered.wait()
                    try tx.changed("later number")
                }
            }
            let late = Task {
                try await database.write { tx in
                    begun.wait()
                    try tx.changed("earlier number")
                    numbered.signal()
                    done.wait()
                }
            }
            try await early.value
            // Long enough for the feed to have looked; it may have heard of the first by now.
            try await Task.sleep(for: .milliseconds(1200))
            done.signal()
            try await late.value
            try await heard.wait(for: "earlier number")
            try await heard.wait(for: "later number")
            feed.cancel()
            #expect(heard.all.filter { $0 == "earlier number" }.count == 1)
        }
    }

    @Test("a server that is not there is said in words, again and again", .enabled(if: Backend.postgresURL != nil))
    func nobody() async throws {
        for _ in 0..<50 {
            do {
                _ = try await PostgresEngine(url: "postgresql:///none?host=/nowhere&user=nobody", connections: 2)
                Issue.record("nothing listens there")
            } catch StoreError.disconnected(let words) { #expect(words.contains("/nowhere")) }
        }
    }

    @Test("a change that another process commits is heard", .timeLimit(.minutes(15)), .enabled(if: Backend.postgresURL != nil))
    func across() async throws {
        try await withDatabase(.postgres) { database in
            let schema = try #require(
                try await database.read { try $0.first("SELECT current_schema()::text AS name")?.text("name") })
            let other = Database(try await PostgresEngine(url: try #require(Backend.postgresURL), schema: schema, connections: 2))
            let heard = HeardTopics()
            let feed = Task { try await ChangeFeed(other).run { changes in heard.add(changes.map(\.topic)) } }
            try await heard.warm(by: database)
            try await database.write { try $0.changed("event:1") }
            try await heard.wait(for: "event:1")
            feed.cancel()
            await other.close()
            #expect(heard.all.last == "event:1")
        }
    }
}

final class HeardTopics: Sendable {
    private let topics = Mutex<[String]>([])
    func add(_ more: [String]) { topics.withLock { $0 += more } }
    var all: [String] { topics.withLock { $0 } }
    /// Waits until it was heard; the test's own time limit ends it otherwise.
    func wait(for topic: String) async throws { while !all.contains(topic) { try await Task.sleep(for: .milliseconds(20)) } }
    /// Says something until the feed is listening: it begins with what comes after its start.
    func warm(by database: Database) async throws {
        while all.isEmpty {
            try await database.write { try $0.changed("warm") }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
