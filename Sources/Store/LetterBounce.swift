import Base

/// What a mail system said of a letter after it had gone out.
package struct LetterBounce: Sendable, Hashable {
    package let id: Identifier
    /// The letter of ours; nil where the report did not tell.
    package let letter: Identifier?
    /// In lower case: the letter's own address where it is known, else the report's.
    package let recipient: String
    /// `failed`, `delayed`, `complained` … (RFC 3464 §2.3.3, RFC 5965)
    package let action: String
    /// RFC 3463: `5.1.1`; may be empty.
    package let status: String
    package let diagnostic: String
    /// It did not arrive, or was not wanted.
    package let isTrouble: Bool
    /// When the report was read.
    package let at: Instant
    /// When somebody said that the address works again.
    package let freedAt: Instant?

    /// The address takes no letters, for good (RFC 3463: 5.x.x), and nobody has said otherwise since.
    package var bars: Bool { action == "failed" && status.hasPrefix("5") && freedAt == nil }

    package init(
        id: Identifier, letter: Identifier?, recipient: String, action: String, status: String, diagnostic: String,
        isTrouble: Bool, at: Instant, freedAt: Instant? = nil
    ) {
        self.id = id
        self.letter = letter
        self.recipient = recipient
        self.action = action
        self.status = status
        self.diagnostic = diagnostic
        self.isTrouble = isTrouble
        self.at = at
        self.freedAt = freedAt
    }
}

/// Reports on letters: SQL ↔ values.
package enum BounceStore {
    /// A report that is read twice counts once. False if it was there.
    @discardableResult
    package static func insert(_ one: LetterBounce, report digest: String, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            INSERT INTO letter_bounce (id, letter_id, recipient, action, status, diagnostic, is_trouble, at, report)
            VALUES (\(one.id), \(one.letter), \(one.recipient), \(one.action), \(one.status), \(one.diagnostic), \(one.isTrouble),
              \(one.at), \(digest)) ON CONFLICT (report, recipient) DO NOTHING
            """) == 1
    }

    /// The newest first.
    package static func of(address: String, in tx: Reader) throws -> [LetterBounce] {
        try tx.rows("SELECT * FROM letter_bounce WHERE recipient = \(address.lowercased()) ORDER BY at DESC, id DESC LIMIT 100")
            .map(bounce)
    }
    package static func of(letter: Identifier, in tx: Reader) throws -> [LetterBounce] {
        try tx.rows("SELECT * FROM letter_bounce WHERE letter_id = \(letter) ORDER BY at DESC, id DESC LIMIT 100").map(bounce)
    }

    /// The newest report for each address that takes no letters, for good (`LetterBounce.bars`), by the address.
    package static func barred(in tx: Reader) throws -> [String: LetterBounce] {
        let rows = try tx.rows(
            """
            SELECT * FROM letter_bounce WHERE action = 'failed' AND SUBSTR(status, 1, 1) = '5' AND freed_at IS NULL
            ORDER BY at DESC, id DESC
            """)
        return Dictionary(try rows.map(bounce).map { ($0.recipient, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Sets aside what was reported of an address; how many reports it were.
    @discardableResult
    package static func free(_ address: String, in tx: Writer) throws -> Int {
        try tx.execute(
            "UPDATE letter_bounce SET freed_at = \(tx.now) WHERE recipient = \(address.lowercased()) AND freed_at IS NULL")
    }

    /// Half a year is enough to correct an address.
    package static func sweep(in tx: Writer) throws {
        try tx.execute("DELETE FROM letter_bounce WHERE at < \(tx.now.adding(minutes: -259_200))")
    }

    package static func bounce(_ row: Row) throws -> LetterBounce {
        LetterBounce(
            id: try row.id("id"), letter: try row.optionalID("letter_id"), recipient: try row.text("recipient"),
            action: try row.text("action"), status: try row.text("status"), diagnostic: try row.text("diagnostic"),
            isTrouble: try row.bool("is_trouble"), at: try row.instant("at"), freedAt: try row.optionalInstant("freed_at"))
    }
}
