import Base
import Logging

/// Brings letters to the post and notes to those who listen. At least once: what was under way when the process died
/// is done again.
package struct OutboxRunner: Sendable {
    package enum Outcome: Sendable, Hashable {
        case sent
        case kept
        /// Not now: the server is away or busy.
        case later(String)
        /// Never: the address or the letter was refused.
        case refused(String)
    }
    package typealias Deliver = @Sendable (Letter) async throws -> Outcome
    package typealias Listener = @Sendable (Note, Database) async throws -> Void

    private let database: Database
    private let deliver: Deliver
    private let listeners: [Listener]
    private let logger: Logger
    package static let attempts = 10

    package init(
        _ database: Database, deliver: @escaping Deliver, listeners: [Listener] = [], logger: Logger = Logger(label: "outbox")
    ) {
        self.database = database
        self.deliver = deliver
        self.listeners = listeners
        self.logger = logger
    }

    /// One round; how many letters and notes were settled. A note that a listener throws at waits and keeps no other up;
    /// the first such error is thrown once the round is over.
    @discardableResult
    package func round() async throws -> Int {
        var settled = 0
        for letter in try await database.read({ try LetterStore.due(50, in: $0) }) {
            let claimed = try await database.write { try LetterStore.claim(letter, until: $0.now.adding(seconds: 120), in: $0) }
            guard claimed else { continue }
            try await settle(letter)
            settled += 1
        }
        var failure: (any Error)?
        for waiting in try await database.read({ try NoteStore.waiting(100, in: $0) }) {
            do {
                for listener in listeners { try await listener(waiting.note, database) }
                try await uncancelled { try await database.write { try NoteStore.delivered(waiting.id, in: $0) } }
                settled += 1
            } catch let error as CancellationError { throw error } catch {
                failure = failure ?? error
                try await database.write { try NoteStore.failed(waiting.id, in: $0) }
            }
        }
        if let failure { throw failure }
        return settled
    }

    private func settle(_ letter: Letter) async throws {
        let attempt = letter.attempts + 1
        let outcome: Outcome
        if attempt > OutboxRunner.attempts {
            outcome = .refused("the process ended each time")
        } else {
            do { outcome = try await deliver(letter) } catch { outcome = .later("\(type(of: error))") }
        }
        // Also while the program ends: what has gone out must not go out again.
        try await uncancelled { try await database.write { try write(outcome, of: letter, attempt: attempt, in: $0) } }
    }

    private func write(_ outcome: Outcome, of letter: Letter, attempt: Int, in tx: Writer) throws {
        switch outcome {
        case .sent: try LetterStore.settle(letter.id, .sent, in: tx)
        case .kept: try LetterStore.settle(letter.id, .kept, in: tx)
        case .refused(let reason): try LetterStore.settle(letter.id, .failed, error: reason, in: tx)
        case .later(let reason) where attempt >= OutboxRunner.attempts:
            try LetterStore.settle(letter.id, .failed, error: reason, in: tx)
        case .later(let reason):
            let pause = Int64(15) << Int64(min(attempt, 8))
            try LetterStore.settle(letter.id, .waiting, error: reason, next: tx.now.adding(seconds: pause), in: tx)
        }
    }

    /// Rounds until it is cancelled, five times a second; a database that is away is waited for. Old letters are swept
    /// once an hour.
    package func run() async throws {
        var swept: Instant?
        while !Task.isCancelled {
            do {
                let now = database.now
                if swept.map({ $0.adding(minutes: 60) <= now }) ?? true {
                    try await database.write { try LetterStore.sweep(in: $0) }
                    swept = now
                }
                if try await round() > 0 { continue }
            } catch let error as CancellationError { throw error } catch {
                logger.error("outbox waits", metadata: ["error": "\((error as? StoreError)?.kind ?? "\(type(of: error))")"])
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
