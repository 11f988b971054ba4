import Base
import Store
import Synchronization
import TestKit
import Testing

@Suite struct JobRunnerTests {
    @Test("who took longer than the lease does not free a job that another runs by now", arguments: Backend.available)
    func late(backend: Backend) async throws {
        let clock = TestClock()
        try await withDatabase(backend, clock: clock.read) { database in
            try await database.write { _ = try $0.enqueue(Job("slow", due: $0.now)) }
            let runner = JobRunner(
                database,
                handlers: [
                    "slow": { _, database in
                        // Another process takes the job once the lease is over.
                        clock.advance(seconds: JobRunner.lease + 1)
                        try await database.write {
                            try $0.execute(
                                "UPDATE job SET attempts = attempts + 1, leased_until = \($0.now.adding(seconds: 300))")
                        }
                        throw StoreError.other("planted")
                    }
                ])
            try await runner.step()
            let row = try #require(try await database.read { try $0.first("SELECT leased_until, state, attempts FROM job") })
            #expect(try row.instant("leased_until") > clock.now)
            #expect(try row.text("state") == "waiting")
            #expect(try await runner.step() == false)
        }
    }

    @Test("a job that ends the process each time is given up", arguments: Backend.available)
    func fatal(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { tx in
                _ = try tx.enqueue(Job("fatal", due: tx.now))
                try tx.execute("UPDATE job SET attempts = \(JobRunner.attempts)")
            }
            let runner = JobRunner(database, handlers: ["fatal": { _, _ in Issue.record("not to be run") }])
            #expect(try await runner.step())
            #expect(try await database.read { try $0.first("SELECT state FROM job")?.text("state") } == "dead")
        }
    }

    @Test("a job that was done while the program ends is not run again", arguments: Backend.available)
    func ending(backend: Backend) async throws {
        try await withDatabase(backend) { database in
            try await database.write { _ = try $0.enqueue(Job("last", due: $0.now)) }
            let runner = JobRunner(database, handlers: ["last": { _, _ in withUnsafeCurrentTask { $0?.cancel() } }])
            _ = await Task { try await runner.run() }.result
            #expect(try await database.read { try $0.first("SELECT state FROM job")?.text("state") } == "done")
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
