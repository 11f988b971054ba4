import Base

/// A mail that waits for its way out. It is written in the transaction of the verb that wants it sent.
package struct Letter: Sendable, Hashable {
    package enum State: String, Sendable, Codable, CaseIterable {
        case waiting, sent, failed
        /// No mail server is set: it stays in the local outbox.
        case kept
    }
    package let id: Identifier
    package let to: String
    package let subject: String
    package let text: String
    package let language: Language
    package let purpose: String
    package let createdAt: Instant
    package let state: State
    package let attempts: Int
    package let attachments: [LetterAttachment]
    /// Why it did not go out, as it was said last; never holds an address.
    package let lastError: String?
    /// Where answers go; nil for nowhere but the sender.
    package let replyTo: String?
    /// When it was handed to the mail server; nil again once it is known what became of it.
    package let begunAt: Instant?
    /// How many deliveries ended without anybody knowing whether the server had taken it.
    package let doubts: Int
}

package struct LetterDraft: Sendable, Hashable {
    package let to: String
    package let subject: String
    package let text: String
    package let language: Language
    /// `signIn`, `release`: for limits and for the outbox page.
    package let purpose: String
    package let attachments: [LetterAttachment]
    /// What it tells of, a registration: it goes with it.
    package let about: Identifier?
    /// Where answers go; nil for nowhere but the sender.
    package var replyTo: String?
    package init(
        to: String, subject: String, text: String, language: Language, purpose: String, attachments: [LetterAttachment] = [],
        about: Identifier? = nil
    ) {
        self.to = to
        self.subject = subject
        self.text = text
        self.language = language
        self.purpose = purpose
        self.attachments = attachments
        self.about = about
    }
}

extension Writer {
    @discardableResult
    package func post(_ draft: LetterDraft) throws -> Identifier {
        let id = newID()
        try send(
            """
            INSERT INTO letter (id, recipient, subject, body, language, purpose, created_at, state, next_at, attachments,
              about, reply_to)
            VALUES (\(id), \(draft.to), \(draft.subject), \(draft.text), \(draft.language), \(draft.purpose), \(now), 'waiting', \(now),
              \(draft.attachments.isEmpty ? "[]" : json(draft.attachments)), \(draft.about), \(draft.replyTo))
            """)
        return id
    }
}

package enum LetterStore {
    private static func letter(_ row: Row) throws -> Letter {
        Letter(
            id: try row.id("id"), to: try row.text("recipient"), subject: try row.text("subject"), text: try row.text("body"),
            language: try row.raw("language"), purpose: try row.text("purpose"), createdAt: try row.instant("created_at"),
            state: try row.raw("state"), attempts: try row.int("attempts"), attachments: try row.decoded("attachments"),
            lastError: try row.optionalText("last_error"), replyTo: try row.optionalText("reply_to"),
            begunAt: try row.optionalInstant("begun_at"),
            doubts: try row.int("doubts"))
    }

    package static func due(_ limit: Int, in tx: Reader) throws -> [Letter] {
        try tx.rows("SELECT * FROM letter WHERE state = 'waiting' AND next_at <= \(tx.now) ORDER BY next_at, id LIMIT \(limit)")
            .map(letter)
    }

    package static func find(_ id: Identifier, in tx: Reader) throws -> Letter? {
        try tx.first("SELECT * FROM letter WHERE id = \(id)").map(letter)
    }

    package static func recent(_ limit: Int, in tx: Reader) throws -> [Letter] {
        try tx.rows("SELECT * FROM letter ORDER BY created_at DESC, id DESC LIMIT \(limit)").map(letter)
    }

    /// Those that did not go out, wait for another attempt or may have gone out twice, newest first.
    package static func troubled(_ limit: Int, in tx: Reader) throws -> [Letter] {
        try tx.rows(
            """
            SELECT * FROM letter WHERE state IN ('failed', 'waiting') AND last_error IS NOT NULL OR doubts > 0
            ORDER BY created_at DESC, id DESC LIMIT \(limit)
            """
        ).map(letter)
    }

    /// Those about something, a registration, that may have come twice, newest first.
    package static func doubted(about subject: Identifier, in tx: Reader) throws -> [Letter] {
        try tx.rows(
            "SELECT * FROM letter WHERE about = \(subject) AND doubts > 0 ORDER BY created_at DESC, id DESC LIMIT 100"
        ).map(letter)
    }

    /// How many letters of a purpose were posted to an address since an instant: for limits.
    package static func count(to address: String, purpose: String, since: Instant, in tx: Reader) throws -> Int {
        try tx.count(
            "SELECT COUNT(*) AS n FROM letter WHERE recipient = \(address) AND purpose = \(purpose) AND created_at > \(since)")
    }

    /// Takes a letter for delivery until `until`; nil if another process has it. A delivery that was begun and never settled is
    /// counted now: its program ended, and nobody knows whether the server had taken the letter.
    package static func claim(_ letter: Letter, for program: Identifier, until: Instant, in tx: Writer) throws -> Letter? {
        try tx.rows(
            """
            UPDATE letter SET attempts = attempts + 1, next_at = \(until), program = \(program),
              doubts = doubts + CASE WHEN begun_at IS NULL THEN 0 ELSE 1 END, begun_at = NULL
            WHERE id = \(letter.id) AND state = 'waiting' AND attempts = \(letter.attempts) RETURNING *
            """
        ).first.map(self.letter)
    }

    /// Says that a letter goes to the mail server now: on disk before its first byte leaves. False if it is another's by now.
    package static func begin(_ letter: Letter, for program: Identifier, until: Instant, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE letter SET begun_at = \(tx.now), next_at = \(until) WHERE id = \(letter.id) AND state = 'waiting'
              AND program = \(program) AND attempts = \(letter.attempts)
            """) == 1
    }

    /// Says how a delivery went. What another process has settled meanwhile stays, and one that is to be tried again is left to
    /// whoever has it by now.
    package static func settle(
        _ id: Identifier, _ state: Letter.State, error: String? = nil, next: Instant? = nil, isUnsure: Bool = false,
        attempts: Int? = nil, in tx: Writer
    ) throws {
        let mine: SQL = if state == .waiting, let attempts { "AND attempts = \(attempts)" } else { "" }
        try tx.execute(
            """
            UPDATE letter SET state = \(state.rawValue), last_error = \(error), next_at = \(next ?? tx.now), program = NULL,
              begun_at = NULL, doubts = doubts + \(isUnsure ? 1 : 0) WHERE id = \(id) AND state = 'waiting' \(mine)
            """)
    }

    /// Where one process has the database alone, what others had under way ended with them: it need not wait any longer.
    package static func release(but program: Identifier, in tx: Writer) throws {
        try tx.execute(
            """
            UPDATE letter SET next_at = \(tx.now)
            WHERE state = 'waiting' AND program IS NOT NULL AND program <> \(program) AND next_at > \(tx.now)
            """)
    }

    /// Sent letters hold sign-in links and names: they are kept for thirty days only.
    package static func sweep(in tx: Writer) throws {
        try tx.execute("DELETE FROM letter WHERE state <> 'waiting' AND created_at < \(tx.now.adding(minutes: -43_200))")
    }
}
