import Base
import Logging

/// Brings letters to the post and notes to those who listen. At least once: what was under way when the process died is done
/// again. For a letter that is one at a time: it is written down that it goes to the server, then it goes, then it is written
/// down how that went. Whoever finds the first without the last sends it again, once more and marked, and counts a doubt.
package struct OutboxRunner: Sendable {
    package enum Outcome: Sendable, Hashable {
        case sent
        case kept
        /// Not now: the server is away or busy.
        case later(String)
        /// Not now, and perhaps it has arrived: the server had all of it and did not answer.
        case unsure(String)
        /// Never: the address or the letter was refused.
        case refused(String)
        /// Never, and no other letter to that address either: its status is of RFC 3463.
        case unreachable(String, status: String)
    }
    /// What becomes of a letter before the mail server sees it.
    package enum Step: Sendable {
        case settled(Outcome)
        /// It is a mail now; this hands it over.
        case ready(@Sendable () async -> Outcome)
    }
    package typealias Deliver = @Sendable (Letter) async throws -> Step
    package typealias Listener = @Sendable (Note, Database) async throws -> Void

    private let database: Database
    private let deliver: Deliver
    private let listeners: [Listener]
    private let logger: Logger
    /// This start of the program.
    private let program: Identifier
    package static let attempts = 10
    /// So many letters a second at most: mail servers turn away who is quicker, and people who register meanwhile come first.
    package static let perSecond = 50
    /// A letter that was in doubt more often is given up: nobody is to get it again and again.
    package static let doubts = 3
    /// Seconds for which a letter is one program's; a mail takes less (`SMTPSender.patience`).
    package static let lease: Int64 = 120

    package init(
        _ database: Database, deliver: @escaping Deliver, listeners: [Listener] = [], logger: Logger = Logger(label: "outbox")
    ) {
        self.database = database
        self.deliver = deliver
        self.listeners = listeners
        self.logger = logger
        program = Identifier(at: database.now)
    }

    /// One round; how many letters and notes were settled. A note that a listener throws at waits and keeps no other up;
    /// the first such error is thrown once the round is over.
    @discardableResult
    package func round() async throws -> Int { try await post() + tell() }

    private func post() async throws -> Int {
        var settled = 0
        for letter in try await database.read({ try LetterStore.due(OutboxRunner.perSecond, in: $0) }) {
            let claimed = try await database.write { tx in
                try LetterStore.claim(letter, for: program, until: tx.now.adding(seconds: OutboxRunner.lease), in: tx)
            }
            guard let claimed else { continue }
            if claimed.doubts > letter.doubts { logger.warning("letter may go out twice", metadata: ["letter": "\(letter.id)"]) }
            try await settle(claimed)
            settled += 1
        }
        return settled
    }

    /// Brings notes to those who listen; how many were delivered. That they were is written for all of them at once.
    private func tell() async throws -> Int {
        var failure: (any Error)?
        var delivered: [Identifier] = []
        var failed: [Identifier] = []
        for waiting in try await database.read({ try NoteStore.waiting(200, in: $0) }) {
            do {
                for listener in listeners { try await listener(waiting.note, database) }
                delivered.append(waiting.id)
            } catch {
                failure = failure ?? error
                // The program ends: it was nobody's fault.
                if error is CancellationError { break }
                failed.append(waiting.id)
            }
        }
        let (well, ill) = (delivered, failed)
        if !well.isEmpty || !ill.isEmpty {
            try await uncancelled {
                // In one line with other programs, which may tell the same.
                try await database.group(lane: "notes") { tx in
                    try NoteStore.delivered(well, in: tx)
                    for id in ill { try NoteStore.failed(id, in: tx) }
                }
            }
        }
        if let failure { throw failure }
        return well.count
    }

    private func settle(_ letter: Letter) async throws {
        let outcome: Outcome?
        if letter.attempts > OutboxRunner.attempts {
            outcome = .refused("the process ended each time")
        } else if letter.doubts > OutboxRunner.doubts {
            outcome = .refused("handed over again and again without an answer")
        } else {
            do { outcome = try await handOver(letter) } catch { outcome = .later("\(type(of: error))") }
        }
        guard let outcome else { return }
        // Also while the program ends: what has gone out must not go out again.
        try await uncancelled { try await database.write { try write(outcome, of: letter, in: $0) } }
    }

    /// Nil if another process has the letter by now.
    private func handOver(_ letter: Letter) async throws -> Outcome? {
        switch try await deliver(letter) {
        case .settled(let outcome): return outcome
        case .ready(let send):
            let isOurs = try await database.write { tx in
                try LetterStore.begin(letter, for: program, until: tx.now.adding(seconds: OutboxRunner.lease), in: tx)
            }
            return isOurs ? await send() : nil
        }
    }

    private func write(_ outcome: Outcome, of letter: Letter, in tx: Writer) throws {
        switch outcome {
        case .sent: try LetterStore.settle(letter.id, .sent, in: tx)
        case .kept: try LetterStore.settle(letter.id, .kept, in: tx)
        case .refused(let reason): try LetterStore.settle(letter.id, .failed, error: reason, in: tx)
        case .unreachable(let reason, let status):
            try LetterStore.settle(letter.id, .failed, error: reason, in: tx)
            try bar(letter, reason, status, in: tx)
        case .later(let reason): try putOff(letter, reason, isUnsure: false, in: tx)
        case .unsure(let reason): try putOff(letter, reason, isUnsure: true, in: tx)
        }
    }

    /// Said by the server at once instead of in a report later: it counts as one.
    private func bar(_ letter: Letter, _ reason: String, _ status: String, in tx: Writer) throws {
        let bounce = LetterBounce(
            id: tx.newID(), letter: letter.id, recipient: letter.to.lowercased(), action: "failed", status: status,
            diagnostic: reason, isTrouble: true, at: tx.now)
        guard try BounceStore.insert(bounce, report: "answer to \(letter.id)", in: tx) else { return }
        try tx.audit("letter.bounced", by: nil, on: "letter", letter.id, after: "1")
    }

    private func putOff(_ letter: Letter, _ reason: String, isUnsure: Bool, in tx: Writer) throws {
        let isOver = letter.attempts >= OutboxRunner.attempts
        let pause = Int64(15) << Int64(min(letter.attempts, 8))
        try LetterStore.settle(
            letter.id, isOver ? .failed : .waiting, error: reason, next: isOver ? nil : tx.now.adding(seconds: pause),
            isUnsure: isUnsure, attempts: letter.attempts, in: tx)
    }

    /// Rounds until it is cancelled, five times a second, in one program of several; a database that is away is waited for. Old
    /// letters are swept once an hour.
    package func run() async throws {
        let lease = Lease("outbox", database)
        try await lease.during { try await run(lease) }
    }

    private func run(_ lease: Lease) async throws {
        var swept: Instant?
        var isReleased = database.dialect != .sqlite
        while !Task.isCancelled {
            do {
                guard try await lease.isOurs() else {
                    try await Task.sleep(for: .seconds(1))
                    continue
                }
                let now = database.now
                if swept.map({ $0.adding(minutes: 60) <= now }) ?? true {
                    try await database.write { tx in
                        try LetterStore.sweep(in: tx)
                        try BounceStore.sweep(in: tx)
                    }
                    swept = now
                }
                if !isReleased {
                    try await database.write { try LetterStore.release(but: program, in: $0) }
                    isReleased = true
                }
                let posted = try await post()
                let told = try await tell()
                if posted >= OutboxRunner.perSecond { try await Task.sleep(for: .seconds(1)) }
                if posted + told > 0 { continue }
            } catch let error as CancellationError { throw error } catch {
                logger.error("outbox waits", metadata: ["error": "\((error as? StoreError)?.kind ?? "\(type(of: error))")"])
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }
}
