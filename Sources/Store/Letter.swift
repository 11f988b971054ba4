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
}

package struct LetterDraft: Sendable, Hashable {
    package let to: String
    package let subject: String
    package let text: String
    package let language: Language
    /// `signIn`, `release`: for limits and for the outbox page.
    package let purpose: String
    package init(to: String, subject: String, text: String, language: Language, purpose: String) {
        self.to = to
        self.subject = subject
        self.text = text
        self.language = language
        self.purpose = purpose
    }
}

extension Writer {
    @discardableResult
    package func post(_ draft: LetterDraft) throws -> Identifier {
        let id = newID()
        try execute(
            """
            INSERT INTO letter (id, recipient, subject, body, language, purpose, created_at, state, next_at)
            VALUES (\(id), \(draft.to), \(draft.subject), \(draft.text), \(draft.language), \(draft.purpose), \(now), 'waiting', \(now))
            """)
        return id
    }
}

package enum LetterStore {
    private static func letter(_ row: Row) throws -> Letter {
        Letter(
            id: try row.id("id"), to: try row.text("recipient"), subject: try row.text("subject"), text: try row.text("body"),
            language: try row.raw("language"), purpose: try row.text("purpose"), createdAt: try row.instant("created_at"),
            state: try row.raw("state"), attempts: try row.int("attempts"))
    }

    package static func due(_ limit: Int, in tx: Reader) throws -> [Letter] {
        try tx.rows("SELECT * FROM letter WHERE state = 'waiting' AND next_at <= \(tx.now) ORDER BY next_at, id LIMIT \(limit)")
            .map(letter)
    }

    package static func recent(_ limit: Int, in tx: Reader) throws -> [Letter] {
        try tx.rows("SELECT * FROM letter ORDER BY created_at DESC, id DESC LIMIT \(limit)").map(letter)
    }

    /// How many letters of a purpose were posted to an address since an instant: for limits.
    package static func count(to address: String, purpose: String, since: Instant, in tx: Reader) throws -> Int {
        try tx.count(
            "SELECT COUNT(*) AS n FROM letter WHERE recipient = \(address) AND purpose = \(purpose) AND created_at > \(since)")
    }

    /// Takes a letter for delivery until `until`; false if another process has it.
    package static func claim(_ letter: Letter, until: Instant, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE letter SET attempts = attempts + 1, next_at = \(until)
            WHERE id = \(letter.id) AND state = 'waiting' AND attempts = \(letter.attempts)
            """) == 1
    }

    /// Says how a delivery went. What another process has settled meanwhile stays.
    package static func settle(_ id: Identifier, _ state: Letter.State, error: String? = nil, next: Instant? = nil, in tx: Writer)
        throws
    {
        try tx.execute(
            "UPDATE letter SET state = \(state.rawValue), last_error = \(error), next_at = \(next ?? tx.now) WHERE id = \(id) AND state = 'waiting'"
        )
    }

    /// Sent letters hold sign-in links and names: they are kept for thirty days only.
    package static func sweep(in tx: Writer) throws {
        try tx.execute("DELETE FROM letter WHERE state <> 'waiting' AND created_at < \(tx.now.adding(minutes: -43_200))")
    }
}
