import Base
import Store

/// The log of consents: lines are added and read; they go when everything of a registration goes.
package enum ConsentStore {
    /// What a consent's digest is made of.
    package static func digest(of question: Question) -> String { AuditTrail.digest(json(question.wording)) }

    /// Adds a line, unless the last one says the same of the same words.
    static func add(_ consent: Consent, of registration: Identifier, in tx: Writer) throws {
        let last = try tx.first(
            """
            SELECT turn, given, wording_digest FROM registration_consent
            WHERE registration_id = \(registration) AND question_id = \(consent.question) ORDER BY turn DESC LIMIT 1
            """)
        if let last, try last.bool("given") == consent.isGiven, try last.text("wording_digest") == consent.digest { return }
        let turn = try (last?.int("turn") ?? 0) + 1
        try tx.execute(
            """
            INSERT INTO registration_consent (id, registration_id, question_id, turn, version_id, purpose, wording_digest,
              language, given, at, source)
            VALUES (\(tx.newID()), \(registration), \(consent.question), \(turn), \(consent.version),
              \(consent.purpose.rawValue), \(consent.digest), \(consent.language.rawValue), \(consent.isGiven), \(consent.at),
              \(consent.source.rawValue))
            """)
    }

    /// All lines, oldest first.
    package static func history(of registration: Identifier, in tx: Reader) throws -> [Consent] {
        try tx.rows("SELECT \(columns) FROM registration_consent WHERE registration_id = \(registration) ORDER BY at, turn, id")
            .map(consent)
    }

    /// The line that counts of each question.
    package static func latest(of registration: Identifier, in tx: Reader) throws -> [Consent] {
        try tx.rows(
            """
            SELECT \(columns) FROM registration_consent c WHERE registration_id = \(registration) AND turn = (
              SELECT MAX(turn) FROM registration_consent m
              WHERE m.registration_id = c.registration_id AND m.question_id = c.question_id)
            ORDER BY question_id
            """
        ).map(consent)
    }

    /// The lines that count of all registrations of an event, by registration.
    package static func latest(ofEvent event: Identifier, in tx: Reader) throws -> [Identifier: [Consent]] {
        let rows = try tx.rows(
            """
            SELECT c.registration_id AS registration_id, c.question_id AS question_id, c.version_id AS version_id,
              c.purpose AS purpose, c.wording_digest AS wording_digest, c.language AS language, c.given AS given, c.at AS at,
              c.source AS source
            FROM registration_consent c JOIN registration r ON r.id = c.registration_id
            WHERE r.event_id = \(event) AND c.turn = (SELECT MAX(turn) FROM registration_consent m
              WHERE m.registration_id = c.registration_id AND m.question_id = c.question_id)
            """)
        return Dictionary(grouping: try rows.map { (try $0.id("registration_id"), try consent($0)) }, by: \.0)
            .mapValues { $0.map(\.1) }
    }

    /// Registrations whose holders said yes to all that they were asked of a purpose: who may stand in the list of
    /// participants, who may be photographed.
    package static func consenting(to purpose: QuestionSection.Purpose, of event: Identifier, in tx: Reader) throws
        -> Set<Identifier>
    {
        let asked = try latest(ofEvent: event, in: tx).mapValues { $0.filter { $0.purpose == purpose } }
        return Set(asked.filter { !$0.value.isEmpty && $0.value.allSatisfy(\.isGiven) }.keys)
    }

    /// With everything else of a registration.
    static func erase(_ registration: Identifier, in tx: Writer) throws {
        try tx.execute("DELETE FROM registration_consent WHERE registration_id = \(registration)")
    }

    private static let columns: SQL = "question_id, version_id, purpose, wording_digest, language, given, at, source"

    private static func consent(_ row: Row) throws -> Consent {
        Consent(
            question: try row.id("question_id"), version: try row.id("version_id"), purpose: try row.raw("purpose"),
            digest: try row.text("wording_digest"), language: try row.raw("language"), isGiven: try row.bool("given"),
            at: try row.instant("at"), source: try row.raw("source"))
    }
}
