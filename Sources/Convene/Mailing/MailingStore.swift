import Base
import Store

/// Mailings and their frozen recipients: SQL ↔ values.
package enum MailingStore {
    package static func find(_ id: Identifier, in tx: Reader) throws -> Mailing? {
        try tx.first("SELECT * FROM mailing WHERE id = \(id)").map(mailing)
    }

    /// The newest first.
    package static func all(of event: Identifier, in tx: Reader) throws -> [Mailing] {
        try tx.rows("SELECT * FROM mailing WHERE event_id = \(event) ORDER BY created_at DESC, id DESC").map(mailing)
    }

    static func sending(in tx: Reader) throws -> [Identifier] {
        try tx.rows("SELECT id FROM mailing WHERE state = 'sending' ORDER BY id").map { try $0.id("id") }
    }

    static func insert(_ one: Mailing, in tx: Writer) throws {
        try tx.execute(
            """
            INSERT INTO mailing (id, event_id, kind, state, wording, audience, made_by, created_at, frozen_at, ended_at)
            VALUES (\(one.id), \(one.event), \(one.kind.rawValue), \(one.state.rawValue), \(json(one.wording)),
              \(json(one.audience)), \(one.madeBy), \(one.createdAt), \(one.frozenAt), \(one.endedAt))
            """)
    }

    /// Writes wording, audience and state, if it is still in the state in which it was read. False if somebody was quicker.
    static func update(_ one: Mailing, from state: Mailing.State, in tx: Writer) throws -> Bool {
        try tx.execute(
            """
            UPDATE mailing SET state = \(one.state.rawValue), wording = \(json(one.wording)), audience = \(json(one.audience)),
              frozen_at = \(one.frozenAt), ended_at = \(one.endedAt) WHERE id = \(one.id) AND state = \(state.rawValue)
            """) == 1
    }

    /// A draft has no recipients.
    static func remove(_ id: Identifier, in tx: Writer) throws -> Bool {
        try tx.execute("DELETE FROM mailing WHERE id = \(id) AND state = 'draft'") == 1
    }

    // MARK: Recipients

    struct Recipient: Hashable, Sendable {
        let address: String
        let registration: Registration?
    }

    /// Hundreds in one statement: an audience of thousands is frozen in one transaction. Whose address takes no letters is on the
    /// list, and left out.
    static func freeze(_ registrations: [Registration], but barred: Set<String> = [], for mailing: Identifier, in tx: Writer)
        throws
    {
        for start in stride(from: 0, to: registrations.count, by: 200) {
            let rows = registrations[start..<min(start + 200, registrations.count)].map { one -> SQL in
                let key = MailAudience.key(one)
                return "(\(mailing), \(key), \(one.id), \(barred.contains(key) ? "barred" : "waiting"))"
            }
            let values = rows.dropFirst().reduce(rows[0]) { "\($0), \($1)" }
            try tx.execute("INSERT INTO mailing_recipient (mailing_id, address, registration_id, state) VALUES \(values)")
        }
    }

    /// The next whose letter is not written yet, with the registration as it is now.
    static func next(_ limit: Int, of mailing: Identifier, in tx: Reader) throws -> [Recipient] {
        let rows = try tx.rows(
            """
            SELECT address, registration_id FROM mailing_recipient WHERE mailing_id = \(mailing) AND state = 'waiting'
            ORDER BY address LIMIT \(limit)
            """)
        let ids = try rows.map { try $0.id("registration_id") }
        let found = try tx.rows("SELECT * FROM registration WHERE id IN (\(list: ids))").map(RegistrationStore.registration)
        let known = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return try rows.map { Recipient(address: try $0.text("address"), registration: known[try $0.id("registration_id")]) }
    }

    /// What became of a recipient.
    enum Fate: Hashable, Sendable {
        case posted(Identifier)
        case skipped, barred
        fileprivate var stored: (state: String, letter: Identifier?) {
            switch self {
            case .posted(let letter): ("posted", letter)
            case .skipped: ("skipped", nil)
            case .barred: ("barred", nil)
            }
        }
    }

    /// Marks a recipient in the transaction that writes her letter; false if another process has done so.
    static func settle(_ address: String, of mailing: Identifier, as fate: Fate, in tx: Writer) throws -> Bool {
        let (state, letter) = fate.stored
        return try tx.execute(
            """
            UPDATE mailing_recipient SET state = \(state), letter_id = \(letter)
            WHERE mailing_id = \(mailing) AND address = \(address) AND state = 'waiting'
            """) == 1
    }

    /// Letters of mailings that wait in the outbox.
    static func queued(in tx: Reader) throws -> Int {
        try tx.count("SELECT COUNT(*) AS n FROM letter WHERE state = 'waiting' AND purpose = \(Mailing.purpose)")
    }

    /// Letters of one mailing that wait there.
    static func queued(of mailing: Identifier, in tx: Reader) throws -> Int {
        try tx.count(
            """
            SELECT COUNT(*) AS n FROM letter l JOIN mailing_recipient r ON r.letter_id = l.id
            WHERE l.state = 'waiting' AND l.purpose = \(Mailing.purpose) AND r.mailing_id = \(mailing)
            """)
    }

    // MARK: Progress

    /// Of all mailings of an event, in two statements.
    package static func progress(of event: Identifier, in tx: Reader) throws -> [Identifier: MailingProgress] {
        var found: [Identifier: MailingProgress] = [:]
        for row in try tx.rows(
            """
            SELECT r.mailing_id AS mailing_id, r.state AS state, l.state AS letter_state, COUNT(*) AS n,
              SUM(CASE WHEN l.doubts > 0 THEN 1 ELSE 0 END) AS doubted
            FROM mailing m JOIN mailing_recipient r ON r.mailing_id = m.id LEFT JOIN letter l ON l.id = r.letter_id
            WHERE m.event_id = \(event) GROUP BY r.mailing_id, r.state, l.state
            """)
        {
            let count = try row.int("n")
            var one = found[try row.id("mailing_id")] ?? MailingProgress()
            one.total += count
            one.doubted += try row.int("doubted")
            switch (try row.text("state"), try row.optionalText("letter_state")) {
            case ("waiting", _): one.waiting += count
            case ("skipped", _): one.skipped += count
            case ("barred", _): one.barred += count
            case (_, "waiting"): one.queued += count
            case (_, "failed"): one.failed += count
            // Also those whose letter was swept meanwhile.
            default: one.sent += count
            }
            found[try row.id("mailing_id")] = one
        }
        for row in try tx.rows(
            """
            SELECT r.mailing_id AS mailing_id, COUNT(DISTINCT b.letter_id) AS n FROM mailing m
            JOIN mailing_recipient r ON r.mailing_id = m.id JOIN letter_bounce b ON b.letter_id = r.letter_id
            WHERE m.event_id = \(event) AND b.is_trouble = 1 GROUP BY r.mailing_id
            """)
        { found[try row.id("mailing_id")]?.bounced = try row.int("n") }
        return found
    }

    /// What came back of a mailing's letters, with the registrations that it is about; at most so many.
    package static func bounces(of mailing: Identifier, limit: Int, in tx: Reader) throws -> [(LetterBounce, Identifier)] {
        try tx.rows(
            """
            SELECT b.*, r.registration_id AS registration_id FROM mailing_recipient r JOIN letter_bounce b ON b.letter_id = r.letter_id
            WHERE r.mailing_id = \(mailing) ORDER BY b.at DESC, b.id DESC LIMIT \(limit)
            """
        ).map { (try BounceStore.bounce($0), try $0.id("registration_id")) }
    }

    /// To whom a mailing's letter may have come twice, with the registrations; at most so many.
    package static func doubted(of mailing: Identifier, limit: Int, in tx: Reader) throws -> [(address: String, Identifier)] {
        try tx.rows(
            """
            SELECT r.address AS address, r.registration_id AS registration_id FROM mailing_recipient r JOIN letter l ON l.id = r.letter_id
            WHERE r.mailing_id = \(mailing) AND l.doubts > 0 ORDER BY r.address LIMIT \(limit)
            """
        ).map { (try $0.text("address"), try $0.id("registration_id")) }
    }

    /// Who was left out because letters to the address had come back; at most so many.
    package static func barred(of mailing: Identifier, limit: Int, in tx: Reader) throws -> [(address: String, Identifier)] {
        try tx.rows(
            """
            SELECT address, registration_id FROM mailing_recipient WHERE mailing_id = \(mailing) AND state = 'barred'
            ORDER BY address LIMIT \(limit)
            """
        ).map { (try $0.text("address"), try $0.id("registration_id")) }
    }

    private static func mailing(_ row: Row) throws -> Mailing {
        Mailing(
            id: try row.id("id"), event: try row.id("event_id"), kind: try row.raw("kind"), state: try row.raw("state"),
            wording: try row.decoded("wording"), audience: try row.decoded("audience"), madeBy: try row.optionalID("made_by"),
            createdAt: try row.instant("created_at"), frozenAt: try row.optionalInstant("frozen_at"),
            endedAt: try row.optionalInstant("ended_at"))
    }
}
