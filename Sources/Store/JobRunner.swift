import Base
import Logging

/// Runs due jobs. A job is leased by a conditional update, so that two processes never run one at the same time; a
/// process that dies loses its lease and the job is run again.
package struct JobRunner: Sendable {
    package typealias Handler = @Sendable (String, Database) async throws -> Void
    private let database: Database
    private let handlers: [String: Handler]
    private let logger: Logger
    package static let attempts = 8
    package static let lease: Int64 = 300

    package init(_ database: Database, handlers: [String: Handler], logger: Logger = Logger(label: "jobs")) {
        self.database = database
        self.handlers = handlers
        self.logger = logger
    }

    private struct Leased: Sendable {
        let id: Identifier
        let name: String
        let payload: String
        let attempts: Int
    }

    /// Runs one due job; false if there is none.
    @discardableResult
    package func step() async throws -> Bool {
        let leased = try await database.write { tx -> Leased? in
            try tx.rows(
                """
                UPDATE job SET leased_until = \(tx.now.adding(seconds: JobRunner.lease)), attempts = attempts + 1
                WHERE id = (SELECT id FROM job WHERE state = 'waiting' AND due_at <= \(tx.now) AND leased_until <= \(tx.now)
                  ORDER BY due_at, id LIMIT 1)
                RETURNING id, name, payload, attempts
                """
            ).first.map {
                Leased(
                    id: try $0.id("id"), name: try $0.text("name"), payload: try $0.text("payload"),
                    attempts: try $0.int("attempts"))
            }
        }
        guard let leased else { return false }
        // Its process ended under it each time: it is not given the chance to end this one, too.
        guard leased.attempts <= JobRunner.attempts else {
            try await settle(leased, "dead", error: "the process ended")
            return true
        }
        do {
            guard let handler = handlers[leased.name] else { throw StoreError.other("no handler for \(leased.name)") }
            try await handler(leased.payload, database)
        } catch {
            logger.error(
                "job failed", metadata: ["job": "\(leased.name)", "attempt": "\(leased.attempts)", "error": "\(type(of: error))"])
            let state = leased.attempts >= JobRunner.attempts ? "dead" : "waiting"
            try await settle(leased, state, error: "\(type(of: error))")
            return true
        }
        try await settle(leased, "done", error: nil)
        return true
    }

    /// Writes down how it went, also while the program ends. The count of attempts tells whether the lease is still ours:
    /// who took too long must not free a job that another runs by now.
    private func settle(_ job: Leased, _ state: String, error: String?) async throws {
        try await uncancelled {
            try await database.write { tx in
                let next = tx.now.adding(seconds: Int64(5) << Int64(min(job.attempts, 10)))
                try tx.execute(
                    """
                    UPDATE job SET state = \(state), leased_until = 0, due_at = \(next), last_error = \(error)
                    WHERE id = \(job.id) AND state = 'waiting' AND attempts = \(job.attempts)
                    """)
            }
        }
    }

    package func run() async throws {
        while !Task.isCancelled {
            let worked = (try? await step()) ?? false
            if !worked { try await Task.sleep(for: .milliseconds(500)) }
        }
    }
}
