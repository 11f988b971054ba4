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

    /// One round; how many letters and notes were settled.
    @discardableResult
    package func round() async throws -> Int {
        var settled = 0
        for letter in try await database.read({ try LetterStore.due(50, in: $0) }) {
            let claimed = try await database.write { try LetterStore.claim(letter, until: $0.now.adding(seconds: 120), in: $0) }
            guard claimed else { continue }
            try await settle(letter)
            settled += 1
        }
        for (id, note) in try await database.read({ try NoteStore.waiting(100, in: $0) }) {
            for listener in listeners { try await listener(note, database) }
            try await database.write { try NoteStore.delivered(id, in: $0) }
            settled += 1
        }
        return settled
    }

    private func settle(_ letter: Letter) async throws {
        let outcome: Outcome
        do { outcome = try await deliver(letter) } catch { outcome = .later("\(type(of: error))") }
        let attempt = letter.attempts + 1
        try await database.write { tx in
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
    }

    /// Rounds until it is cancelled, five times a second; a database that is away is waited for.
    package func run() async throws {
        while !Task.isCancelled {
            do {
                if try await round() > 0 { continue }
            } catch let error as StoreError { logger.error("outbox waits", metadata: ["error": "\(error.kind)"]) }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
